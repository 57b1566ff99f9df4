"""Statistics for supervisors: what is counted, over which time, and what may be published of it."""
