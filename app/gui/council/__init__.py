"""The place 協議体: meetings, councils with their members, and homework."""
