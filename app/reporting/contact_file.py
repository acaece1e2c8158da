"""A list of contacts as a file for elsewhere: Excel, CSV, or address cards; and its record.

A CSV for older programs is in シフトJIS (cp932), which lacks characters of many names.  They are
told beforehand, with what may stand in for them in that one file; the records stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.contacts import queries
from app.contacts.custom import Subject
from app.documents.csv_file import write_csv
from app.documents.list_file import write_xlsx
from app.documents.vcard_writer import Card, vcards
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled
from app.kernel.names import clusters, substitute, unencodable
from app.kernel.progress import Progress, Silent
from app.office import commands as office
from app.office.exports import Export
from app.reporting.contact_lines import LINES, Line
from app.storage.store import Store

_CHUNK = 500


class FileKind(Labelled):
    """The kinds of file a list of contacts can be."""

    XLSX = "xlsx", "Excelブック（.xlsx）"
    CSV = "csv", "CSV UTF-8（.csv）"
    CSV_CP932 = "cp932", "CSV シフトJIS（古いソフト用、.csv）"
    VCARD3 = "vcard3", "アドレス帳 vCard 3.0（.vcf）"
    VCARD4 = "vcard4", "アドレス帳 vCard 4.0（.vcf）"

    @property
    def ending(self) -> str:
        """The ending of the file's name, with its dot."""
        return {"xlsx": ".xlsx", "csv": ".csv", "cp932": ".csv"}.get(self.value, ".vcf")

    @property
    def cards(self) -> bool:
        return self.ending == ".vcf"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Contacts of one kind, as on a day; ``columns`` are the facts that leave, none for all."""

    subject: Subject
    keys: Sequence[int]
    day: date
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaving:
    """How a list leaves: as what, what for, for whom; ``substitutes`` for シフトJIS."""

    kind: FileKind
    purpose: str
    recipient: str = ""
    substitutes: Mapping[str, str] = field(default_factory=dict)


def headings(store: Store, chosen: Chosen, kind: FileKind = FileKind.XLSX) -> tuple[str, ...]:
    """Return the facts that leave: ours, then the fields of the office's own; of those chosen.

    A card always has the same facts.  Raises ``Refusal`` for a column there is not.
    """
    lines = LINES[chosen.subject]
    if kind.cards:
        return lines.card_facts
    own = store.ask(queries.custom_fields, chosen.subject)
    known = (*lines.headings, *(field.name for field in own))
    if unknown := [name for name in chosen.columns if name not in known]:
        raise Refusal(
            f"書き出せない項目です: {'、'.join(unknown)}。使えるのは {'、'.join(known)} です。"
        )
    return tuple(name for name in known if name in chosen.columns) if chosen.columns else known


def lacking(store: Store, chosen: Chosen) -> dict[str, str]:
    """Return the characters シフトJIS cannot hold, each with what may stand in for it."""
    rows = _rows(store, chosen, Silent())
    named = headings(store, chosen)
    text = "".join(str(value) for row in (named, *rows) for value in row if value is not None)
    return {char: substitute(char) for char in unencodable(text)}


def write_contacts(
    store: Store, chosen: Chosen, target: Path, leaving: Leaving, progress: Progress
) -> Path:
    """Write contacts to a file, keep the record, and return the file.

    Raises ``Refusal`` where it cannot be written, with the characters シフトJIS lacks and nobody
    gave a substitute for; ``Cancelled`` before anything is.
    """
    kind = leaving.kind
    title = LINES[chosen.subject].title
    columns = headings(store, chosen, kind)
    if kind.cards:
        cards = _cards(store, chosen, progress)
        count = len(cards)
        write_whole(target, vcards(cards, "3.0" if kind is FileKind.VCARD3 else "4.0"))
    else:
        rows = _rows(store, chosen, progress)
        count = len(rows)
        _write_table(target, title, columns, rows, leaving)
    export = Export(
        _DOCUMENTS[chosen.subject],
        f"{title}（シフトJIS）" if kind is FileKind.CSV_CP932 else title,
        kind.ending.removeprefix("."),
        count,
        columns,
        leaving.purpose,
        leaving.recipient,
    )
    try:
        store.note(f"一覧を書き出し: {title}", office.record_export, export)
    except Refusal:
        target.unlink(missing_ok=True)
        raise
    return target


_DOCUMENTS = {
    Subject.PERSON: "people-list",
    Subject.ORGANISATION: "organisations-list",
    Subject.RESOURCE: "resources-list",
}


def _write_table(
    target: Path,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    leaving: Leaving,
) -> None:
    match leaving.kind:
        case FileKind.XLSX:
            write_xlsx(target, columns, rows, title=title)
        case FileKind.CSV_CP932:
            replace = _replacing(leaving.substitutes)
            write_csv(target, columns, rows, encoding="cp932", replace=replace)
        case _:
            write_csv(target, columns, rows)


def _replacing(substitutes: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: "".join(substitutes.get(char, char) for char in clusters(text))


def _rows(store: Store, chosen: Chosen, progress: Progress) -> list[Line]:
    every = headings(store, Chosen(chosen.subject, (), chosen.day))
    wanted = [every.index(name) for name in headings(store, chosen)]
    rows: list[Line] = []
    for start in range(0, len(chosen.keys), _CHUNK):
        progress.step(start, len(chosen.keys))
        whole = store.ask(_lines, chosen, chosen.keys[start : start + _CHUNK])
        rows += [tuple(line[place] for place in wanted) for line in whole]
    progress.step(len(chosen.keys), len(chosen.keys))
    return rows


def _lines(session: Session, chosen: Chosen, keys: Sequence[int]) -> list[Line]:
    """Return what stands in every column, of those that are still there."""
    told = LINES[chosen.subject].lines(session, keys, chosen.day)
    _, own = queries.custom_columns(session, chosen.subject, keys)
    return [(*told[key], *own[key]) for key in keys if key in told]


def _cards(store: Store, chosen: Chosen, progress: Progress) -> list[Card]:
    cards: list[Card] = []
    for start in range(0, len(chosen.keys), _CHUNK):
        progress.step(start, len(chosen.keys))
        chunk = chosen.keys[start : start + _CHUNK]
        cards += store.ask(LINES[chosen.subject].cards, chunk, chosen.day)
    progress.step(len(chosen.keys), len(chosen.keys))
    return cards
