"""The part 計画と評価 of the place 計画と収支."""
