"""Copies on paper and as PDF: looked at in the window first."""
