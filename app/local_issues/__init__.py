"""The ledger of local issues (地域課題)."""
