"""The list of cases, a new case, one case."""
