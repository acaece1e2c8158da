"""The daily log (日報): what was done, for which duty, with whom."""
