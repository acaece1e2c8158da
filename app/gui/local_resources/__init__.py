"""The place 地域資源: the list, the round of confirmation calls, and the map."""
