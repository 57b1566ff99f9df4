"""Copies of the plans for the client: large type, and a neutral one that is safe if found."""
