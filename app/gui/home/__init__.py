"""The place 今日: what needs doing, each line a link to the very thing."""
