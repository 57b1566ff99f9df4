"""What needs this person today."""
