"""What two people are to each other, and who shares a letter box (世帯)."""

from __future__ import annotations

from app.kernel.labelled import Labelled


class RelationKind(Labelled):
    """What the other person is to this one."""

    SPOUSE = "spouse", "配偶者"
    PARENT = "parent", "親"
    CHILD = "child", "子"
    SIBLING = "sibling", "兄弟姉妹"
    RELATIVE = "relative", "親族"
    INTRODUCER = "introducer", "紹介者"
    NEIGHBOUR = "neighbour", "近隣"
    FRIEND = "friend", "友人・知人"
    OTHER = "other", "その他"
