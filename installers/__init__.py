"""Makes what is given to others: the frozen program, packages and installers."""
