"""The update folder: made and signed by two people, checked without a network, never installed by itself."""
