"""Contract, budget, expenses and settlement of the work."""
