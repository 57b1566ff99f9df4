"""Bytes in, bytes out: keys, passphrases, sealing, signatures, canonical JSON."""
