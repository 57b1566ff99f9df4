"""The first run: join an organisation, found one, or restore a backup. One question on a page."""
