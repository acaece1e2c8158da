"""Finding contacts: one box over everything, and searches that are kept as lists."""
