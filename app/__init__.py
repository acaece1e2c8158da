"""くらしの台帳: the records of one tier-1 livelihood-support coordinator's office."""
