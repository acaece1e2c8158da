"""Surveys of neighbourhoods and courses: questions, answer sheets, tables."""
