"""Merging: two newest versions of a document, a draft and a newer version, whose word it was."""
