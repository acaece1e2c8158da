"""Places of activity and other resources of the area (活動の場・社会資源), and where they lie."""
