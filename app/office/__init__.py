"""What belongs to the office as a whole: its settings, its masters, and what left it."""
