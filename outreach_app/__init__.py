"""Outreach: offline-first casework."""

__version__ = "0.1.0"
