"""The work behind the preview, for another thread, and what is said of its outcome."""

from __future__ import annotations

from pathlib import Path

from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.produce import Made, Print, preview, produce
from app.storage.store import Store


def what_lacks(document: Document, request: Request) -> tuple[str, str] | None:
    """Say what has to be there or chosen before a document can be made: a title and a text."""
    if Ask.COURSE in document.asks and request.course is None:
        return (
            "研修がありません",
            f"{request.year}には研修がありません。上の年度を変えるか、"
            "研修のページで開設すると、ここで書類を作れます。",
        )
    if Ask.PERSON in document.asks and request.person is None:
        return (
            "どなたの書類かを選んでください",
            "左の「連絡先」の欄に、氏名・ふりがな・電話番号のどれかを打つと、見つかります。",
        )
    return None


def make_preview(
    store: Store, document: Document, request: Request, progress: Progress
) -> Print | Refusal:
    """Return the document as PDF, or why it cannot be made yet: that is no failure here.

    A preview that nobody waits for any more ends before it is begun.
    """
    progress.step(0, 1)
    try:
        made = preview(store, document, request)
    except Refusal as refusal:
        return refusal
    progress.step(1, 1)
    return made


def write_document(
    store: Store,
    document: Document,
    request: Request,
    target: Path,
    purpose: str,
    _progress: Progress,
) -> Path:
    """Write the document and its entry in the record of exports; return the file."""
    produce(store, document, request, target, purpose=purpose)
    return target


def remark(made: Made) -> str:
    """Say whose data a document holds."""
    content = made.content
    if not content.people:
        return ""
    facts = f"（{'、'.join(content.columns)}）" if content.columns else ""
    return f"取扱注意：{content.people}名分の個人情報{facts}を含みます。"


def warnings(made: Made) -> str:
    """Say what should be looked at before a document is printed."""
    sentences = list(made.warnings)
    if made.missing:
        told = "、".join(f"{one}（{_codes(one)}）" for one in made.missing)
        sentences.append(f"どの書体にもない字があり、正しく印刷できません：{told}")
    return "\n".join(sentences)


def _codes(cluster: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in cluster)
