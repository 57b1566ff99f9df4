"""Looking after the organisation's keys from an unlocked vault: laptops withdrawn, changes proposed."""
