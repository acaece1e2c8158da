"""Councils (協議体), their members, meetings, minutes and homework."""
