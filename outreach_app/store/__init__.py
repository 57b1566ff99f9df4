"""The encrypted vault: the only place with SQL."""
