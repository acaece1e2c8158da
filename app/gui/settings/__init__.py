"""The place 設定: a list of sections at the left, the chosen one at the right."""
