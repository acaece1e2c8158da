"""Links to a document: what any page emits beside its lists and cards as 印刷・Excel."""

from __future__ import annotations

from datetime import date

from app.gui.framework.search import Target

KIND = "document"


def document_target(
    document: str,
    *,
    course: int | None = None,
    session: int | None = None,
    person: int | None = None,
    supporter: int | None = None,
    request: int | None = None,
    match: int | None = None,
    council: int | None = None,
    meeting: int | None = None,
    month: int | None = None,
    day: date | None = None,
    span: str = "",
    order: str = "",
    view: str = "",
    district: int | None = None,
    paper: str = "",
) -> Target:
    """Return the link that opens a document with its preview in 報告と様式."""
    asked = {
        "course": course,
        "session": session,
        "person": person,
        "supporter": supporter,
        "request": request,
        "match": match,
        "council": council,
        "meeting": meeting,
        "month": month,
        "day": day,
        "span": span,
        "order": order,
        "view": view,
        "district": district,
        "paper": paper,
    }
    words = [f"{name}={value}" for name, value in asked.items() if value]
    return Target("reporting", KIND, " ".join([document, *words]))


def read_target(target: Target) -> tuple[str, dict[str, str]]:
    """Return the document a link names, and what it is asked for."""
    document, *words = str(target.key).split()
    return document, dict(word.split("=", 1) for word in words)
