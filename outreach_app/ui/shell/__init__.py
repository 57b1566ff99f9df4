"""The main window: navigation, pages, cover, lock."""
