"""What is measured, and how: `python3 dev.py bench` runs it and writes docs/measurements.md."""
