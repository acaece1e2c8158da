"""People the office knows (連絡先)."""
