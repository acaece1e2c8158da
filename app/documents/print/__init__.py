"""A workbook's sheets as the pages of a PDF, drawn as Excel prints them."""
