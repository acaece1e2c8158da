"""The part さがす of 連絡先: lists by condition, kept under a name."""
