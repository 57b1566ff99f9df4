"""Handing a case over to a colleague or to another service, with an inventory and a signed answer."""
