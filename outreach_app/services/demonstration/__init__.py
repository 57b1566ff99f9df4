"""The sample case played through the real services: organisation, three laptops, bundles, exit."""
