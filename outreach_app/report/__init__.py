"""Readable copies: PDF documents, case summaries, protected PDFs and plain text.

The only door to reportlab, pyHanko, uharfbuzz, bidi and segno. Everything is made in memory.
"""
