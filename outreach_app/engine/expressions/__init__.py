"""XPath 1.0 with the ODK functions: parsed once, compiled to closures over light nodes."""
