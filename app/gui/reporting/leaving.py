"""Before names leave the PC: say whose, which facts, and ask what for."""

from __future__ import annotations

from app.gui.framework.dialogs import Dialogs
from app.reporting.catalogue import Content, Document


def ask_purpose(dialogs: Dialogs, document: Document, content: Content) -> str | None:
    """Return the purpose to record, empty where nobody is named, ``None`` to stop."""
    if not content.people:
        return ""
    facts = "、".join(content.columns)
    return dialogs.ask_text(
        f"{document.name}の持ち出し",
        f"{content.people}名分の個人情報（{facts}）が外に出ます。\n"
        "提供記録に残す目的を確かめてください。",
        f"{document.name}の作成",
    )
