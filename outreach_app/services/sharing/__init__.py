"""Sharing as a person decides it, and what became of what was sent."""
