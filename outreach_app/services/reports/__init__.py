"""Reports for supervisors: read from the accepted documents, kept so that they can be repeated."""
