"""Labels, envelopes and letters to the people or organisations of a list."""
