"""Forms as data become a live form: loader, model, expressions, session."""
