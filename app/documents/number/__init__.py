"""Number formats: what a number, a day or a text shows under a format code of a workbook."""
