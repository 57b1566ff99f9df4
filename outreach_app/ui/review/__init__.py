"""Inbox, review, conflicts."""
