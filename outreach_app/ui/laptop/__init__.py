"""This laptop: backups, who opens it, one's passphrase, an old copy in the vault's place."""
