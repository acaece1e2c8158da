"""The annual plan by duty, its targets and their review."""
