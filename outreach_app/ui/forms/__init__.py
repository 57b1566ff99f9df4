"""A form being filled in, and signing it."""
