"""The verbs of the program: the only layer where the packages below meet."""
