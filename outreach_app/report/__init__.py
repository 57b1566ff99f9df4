"""Signed documents as PDF and plain text."""
