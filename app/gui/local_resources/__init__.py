"""The place 地域資源: the list, and the round of confirmation calls."""
