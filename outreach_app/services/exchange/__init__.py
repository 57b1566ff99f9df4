"""Bundles between vaults: what goes to whom, writing, receiving, taking over, receipts, gaps."""
