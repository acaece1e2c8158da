"""Formulas of a workbook computed as Excel does, without Excel."""
