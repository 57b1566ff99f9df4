"""The recipe of the frozen program."""
