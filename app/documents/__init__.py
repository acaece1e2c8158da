"""Forms in, workbooks and prints out.  Knows formats, and no feature."""
