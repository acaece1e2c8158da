"""Bringing other people's lists in: read, map, check, plan, apply."""
