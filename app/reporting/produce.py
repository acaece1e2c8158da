"""Making one document: gathered, filled, printed, and recorded when people are named in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from app.documents.csv_file import write_csv
from app.documents.form.fill import fill
from app.documents.print.book import print_bytes
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.kernel.resources import resources
from app.office import commands as office
from app.office.exports import Export
from app.reporting.catalogue import Content, Document, Request
from app.storage.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a document: its content, and what was remarkable.

    ``missing`` are characters no font has; ``warnings`` are sentences.
    """

    content: Content
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.content.title


@dataclass(frozen=True, slots=True)
class Print:
    """A document as PDF, still in memory, for the preview and the printer."""

    made: Made
    pdf: bytes


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

    ``form`` is used instead of ours.  What names people is entered in the record of exports.
    Raises ``Refusal`` for a format the document does not have, and where nothing can be made.
    """
    kind = target.suffix.lower().removeprefix(".")
    if kind not in document.formats:
        known = "・".join(f".{one}" for one in document.formats)
        raise Refusal(f"{document.name}は「.{kind}」では作れません。使えるのは {known} です。")
    content = store.ask(document.make, request)
    made = _WRITERS[kind](content, form, target, store.now())
    if content.people:
        entry = export_of(document, content, kind, purpose)
        store.note(f"書類を出力: {document.name}", office.record_export, entry)
    return made


def preview(store: Store, document: Document, request: Request, form: Path | None = None) -> Print:
    """Make a document as PDF in memory; nothing is recorded, because nothing has left."""
    content = store.ask(document.make, request)
    return _printed(content, form, store.now())


def export_of(document: Document, content: Content, kind: str, purpose: str) -> Export:
    """Return the entry in the record of exports for a document that leaves the PC."""
    return Export(
        document.id,
        content.title,
        kind,
        content.people,
        tuple(content.columns),
        purpose or f"{document.name}の作成",
        "",
    )


def _form(content: Content, form: Path | None) -> Path:
    return form or resources() / "forms" / content.form


def _filled(content: Content, form: Path | None) -> tuple[bytes, tuple[str, ...]]:
    filled = fill(_form(content, form), content.values())
    return filled.data, tuple(str(finding) for finding in filled.findings)


def _printed(content: Content, form: Path | None, moment: datetime) -> Print:
    data, findings = _filled(content, form)
    pdf, result = print_bytes(data, name=content.title, moment=moment)
    return Print(Made(content, result.missing, findings + result.warnings), pdf)


def _write_xlsx(content: Content, form: Path | None, target: Path, _moment: datetime) -> Made:
    data, findings = _filled(content, form)
    write_whole(target, data)
    return Made(content, warnings=findings)


def _write_pdf(content: Content, form: Path | None, target: Path, moment: datetime) -> Made:
    printed = _printed(content, form, moment)
    write_whole(target, printed.pdf)
    return printed.made


def _write_json(content: Content, _form: Path | None, target: Path, _moment: datetime) -> Made:
    values = {"fields": _plain(content.fields), "lists": _plain(content.lists)}
    text = json.dumps(values, ensure_ascii=False, indent=1)
    write_whole(target, f"{text}\n".encode())
    return Made(content)


def _write_csv(content: Content, _form: Path | None, target: Path, _moment: datetime) -> Made:
    rows = [_flat(row, content) for row in content.lists[content.main_list]]
    header = list(rows[0]) if rows else []
    write_csv(target, header, [list(row.values()) for row in rows])
    return Made(content)


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
