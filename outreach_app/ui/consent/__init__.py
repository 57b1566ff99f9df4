"""What clients agreed to, taken back in two clicks, and the register of who received what."""
