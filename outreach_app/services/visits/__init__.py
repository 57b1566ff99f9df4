"""Visits with a check-in."""
