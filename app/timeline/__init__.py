"""What happened with a contact (連絡の記録): calls, visits, letters, attached files."""
