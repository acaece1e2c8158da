"""Registered forms (様式の登録): every edition of a form, kept inside the office file."""
