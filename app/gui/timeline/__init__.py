"""記録 on the cards of 連絡先: notes, promises, attached files, and all that happened."""
