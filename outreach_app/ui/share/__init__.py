"""Sharing: what leaves the laptop."""
