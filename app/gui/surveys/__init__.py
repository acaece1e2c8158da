"""Surveys in the window: questions, the grid their sheets are typed into, and results."""
