"""The daily log (日報): entries, the sheet of a day or week, the month, and the tallies."""
