"""What was noticed about one row while it was read, in words for the person who imports it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Findings:
    """Collected while a row is read: what was mended, what must be asked, what is kept as text."""

    mended: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """What no field can hold, for the note: nothing that stood in the file is lost."""

    def keep(self, what: str, text: str) -> None:
        """Keep a text that could not be understood, and say so."""
        self.kept.append(f"{what}（元の記載）: {text}")
        self.mended.append(f"{what}「{text}」は読み取れないため、備考に残します")
