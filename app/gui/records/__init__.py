"""Pages of records: a list at the left, the card or the form of one of them at the right."""
