"""The part 体制 of the place 計画と収支."""
