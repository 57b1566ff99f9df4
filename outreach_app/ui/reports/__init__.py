"""Reports for supervisors in the window."""
