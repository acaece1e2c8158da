"""The ledger of local issues in the window: list, card, form, and the issues counted."""
