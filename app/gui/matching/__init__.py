"""The place マッチング: requests with their ranking, needs, and matches on their way."""
