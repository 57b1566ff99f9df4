"""The program for macOS: what its bundle says, how it is signed, notarised and packed; run on a Mac only."""
