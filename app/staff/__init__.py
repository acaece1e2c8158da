"""Who works here: terms of office, hours, and what the coordinator learnt."""
