"""Unlock and first run."""
