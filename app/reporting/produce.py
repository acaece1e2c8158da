"""Making one document: gathered, filled, printed, and recorded when people are named in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.documents.csv_file import write_csv
from app.documents.print.book import print_bytes
from app.documents.proof import fill_and_proof
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.office import commands as office
from app.office.exports import Export
from app.reporting.catalogue import Content, Document, Request
from app.reporting.form_choice import ChosenForm, choose_form
from app.storage.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a document: its content, and what was remarkable.

    ``missing`` are characters no font has; ``warnings`` are sentences.  ``edition`` and
    ``form_digest`` say with which form it was made: the same ones give the same document again.
    """

    content: Content
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    edition: int | None = None
    form_digest: str = ""

    @property
    def title(self) -> str:
        return self.content.title


@dataclass(frozen=True, slots=True)
class Print:
    """A document as PDF, still in memory, for the preview and the printer."""

    made: Made
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Both:
    """A document in both formats, still in memory, as it is handed in."""

    made: Made
    xlsx: bytes
    pdf: bytes


@dataclass(frozen=True, slots=True)
class _Work:
    """One document to be made: gathered, and the form it is to be made with."""

    content: Content
    form: ChosenForm | None
    moment: datetime


def produce(
    store: Store,
    document: Document,
    request: Request,
    target: Path,
    *,
    form: Path | None = None,
    purpose: str = "",
) -> Made:
    """Make a document; the ending of ``target`` is its format.

    ``form`` is used instead of the registered one and of ours.  What names people is entered in
    the record of exports.  Raises ``Refusal`` for a format the document does not have, and where
    nothing can be made.
    """
    kind = target.suffix.lower().removeprefix(".")
    if kind not in document.formats:
        known = "・".join(f".{one}" for one in document.formats)
        raise Refusal(f"{document.name}は「.{kind}」では作れません。使えるのは {known} です。")
    work = _gathered(store, document, request, form, kind in _WITH_FORM)
    made = _WRITERS[kind](work, target)
    if made.content.people:
        entry = export_of(document, made, kind, purpose)
        store.note(f"書類を出力: {document.name}", office.record_export, entry)
    return made


def preview(store: Store, document: Document, request: Request, form: Path | None = None) -> Print:
    """Make a document as PDF in memory; nothing is recorded, because nothing has left."""
    return _printed(_gathered(store, document, request, form, with_form=True))


def both(store: Store, document: Document, request: Request) -> Both:
    """Make a document as a workbook and as PDF, from the same facts and with the same form."""
    work = _gathered(store, document, request, None, with_form=True)
    data, _ = _filled(work)
    printed = _printed(work)
    return Both(printed.made, data, printed.pdf)


def plain_values(content: Content) -> dict[str, Any]:
    """Return the values of a document as JSON has them: fields and lists in one."""
    values: dict[str, Any] = _plain(content.values())
    return values


def export_of(document: Document, made: Made, kind: str, purpose: str) -> Export:
    """Return the entry in the record of exports for a document that leaves the PC."""
    return Export(
        document.id,
        made.content.title,
        kind,
        made.content.people,
        tuple(made.content.columns),
        purpose or f"{document.name}の作成",
        "",
        made.edition,
        made.form_digest,
    )


def _gathered(
    store: Store, document: Document, request: Request, file: Path | None, with_form: bool
) -> _Work:
    """Ask the records, and choose the form where one is needed, in one reading of the office."""

    def gather(session: Session) -> _Work:
        content = document.make(session, request)
        if not with_form:
            return _Work(content, None, store.now())
        form = choose_form(session, document, content, request, file)
        if document.own:
            used = form.names
            columns = [name for name in content.columns if name in used]
            content = replace(content, columns=columns)
        return _Work(content, form, store.now())

    return store.ask(gather)


def _filled(work: _Work) -> tuple[bytes, Made]:
    form = work.form
    assert form is not None
    filled = fill_and_proof(form.file, work.content.values(), form.marks)
    findings = (*work.content.remarks, *(str(finding) for finding in filled.findings))
    return filled.data, Made(work.content, (), findings, form.edition, form.digest)


def _printed(work: _Work) -> Print:
    data, made = _filled(work)
    pdf, result = print_bytes(data, name=work.content.title, moment=work.moment)
    warnings = made.warnings + result.warnings
    return Print(replace(made, missing=result.missing, warnings=warnings), pdf)


def _write_xlsx(work: _Work, target: Path) -> Made:
    data, made = _filled(work)
    write_whole(target, data)
    return made


def _write_pdf(work: _Work, target: Path) -> Made:
    printed = _printed(work)
    write_whole(target, printed.pdf)
    return printed.made


def _write_json(work: _Work, target: Path) -> Made:
    content = work.content
    values = {"fields": _plain(content.fields), "lists": _plain(content.lists)}
    text = json.dumps(values, ensure_ascii=False, indent=1)
    write_whole(target, f"{text}\n".encode())
    return Made(content, warnings=tuple(content.remarks))


def _write_csv(work: _Work, target: Path) -> Made:
    content = work.content
    rows = [_flat(row, content) for row in content.lists[content.main_list] if row]
    header = list(rows[0]) if rows else []
    write_csv(target, header, [list(row.values()) for row in rows])
    return Made(content, warnings=tuple(content.remarks))


def _flat(row: Mapping[str, Any], content: Content) -> dict[str, Any]:
    """Return a row with the lists inside it laid out, a column for each of their entries."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if not isinstance(value, list):
            flat[name] = value
            continue
        headings = [next(iter(one.values())) for one in content.lists[name]]
        for heading, one in zip(headings, value, strict=True):
            inner = next(iter(one.values()))
            flat[heading] = "" if isinstance(inner, Enum) else inner
    return flat


_WRITERS = {"xlsx": _write_xlsx, "pdf": _write_pdf, "json": _write_json, "csv": _write_csv}
_WITH_FORM = frozenset({"xlsx", "pdf"})


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: days as ISO text, a struck-out cell by its name."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, Enum):
        return {value.value: True}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(one) for one in value]
    return value
