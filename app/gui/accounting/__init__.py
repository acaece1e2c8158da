"""計画と収支: the budget, the cash book, contracts and the settlement."""
