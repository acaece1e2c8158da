"""The place 連絡先: people found while typing, their cards, and lists taken in from files."""
