"""様式: the form of every document, its editions, and the cells that are pointed at."""
