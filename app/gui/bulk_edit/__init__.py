"""まとめて変更: one thing of many people or organisations is changed after a preview."""
