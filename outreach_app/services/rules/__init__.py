"""Rules of the domain bound to the calculated questions of the forms."""
