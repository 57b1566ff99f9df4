"""The bundle file format: container, writer, reader, description."""
