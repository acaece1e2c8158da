"""How a workbook looks: what its parts say of cells, styles, sizes and pages.  Read only."""
