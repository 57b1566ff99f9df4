"""Handing a case over: whom to, what goes, the note, the signature; and the answer."""
