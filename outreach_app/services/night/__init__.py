"""A night in the safe house: its sheet, its round, its handover."""
