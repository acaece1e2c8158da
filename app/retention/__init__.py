"""How long data is kept (保存期間), and its disposal (廃棄)."""
