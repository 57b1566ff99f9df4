"""Who and what: frozen values and pure rules, without input or output."""
