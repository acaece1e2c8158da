"""Forms: fill a workbook's tags, names and cells and leave everything else in it alone."""
