"""The list of people as a file for elsewhere: Excel, CSV, or address cards; and the record of it.

A CSV for older programs is in シフトJIS (cp932), which lacks characters of many names.  They are
told beforehand, with what may stand in for them in that one file; the records stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.contacts import queries
from app.contacts.card import PersonRow, joined_address
from app.contacts.custom import Subject
from app.contacts.organisation_card import AffiliationRow
from app.contacts.person import PersonDraft, PersonId
from app.documents.csv_file import write_csv
from app.documents.list_file import write_xlsx
from app.documents.vcard_writer import Card, vcards
from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal
from app.kernel.kana import to_hiragana
from app.kernel.labelled import Labelled
from app.kernel.names import clusters, substitute, unencodable
from app.kernel.progress import Progress
from app.office import commands as office
from app.office.exports import Export
from app.storage.store import Store

HEADINGS = (
    "氏名", "ふりがな", "性別", "生年月日", "年齢・年代", "郵便番号", "住所", "圏域", "町会",
    "電話", "携帯", "FAX", "メール", "敬称", "状態",
)  # fmt: skip
"""Neither what somebody needs to take part, nor notes, nor emergency contacts leave this way."""
CARD_FACTS = (
    "氏名", "ふりがな", "所属", "役職", "電話", "携帯", "FAX", "メール", "郵便番号", "住所",
    "生年月日",
)  # fmt: skip
"""What an address card shows."""
_CHUNK = 500
_TITLE = "連絡先一覧"


class FileKind(Labelled):
    """The kinds of file a list of people can be."""

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
class Leaving:
    """A list that is to leave: as what, what for, for whom; ``substitutes`` for シフトJIS."""

    kind: FileKind
    purpose: str
    recipient: str = ""
    substitutes: Mapping[str, str] = field(default_factory=dict)


def headings(store: Store, kind: FileKind = FileKind.XLSX) -> tuple[str, ...]:
    """Return the facts about people that leave: ours, then the fields of the office's own."""
    if kind.cards:
        return CARD_FACTS
    own = store.ask(queries.custom_fields, Subject.PERSON)
    return (*HEADINGS, *(field.name for field in own))


def lacking(store: Store, keys: Sequence[PersonId], day: date) -> dict[str, str]:
    """Return the characters シフトJIS cannot hold, each with what may stand in for it."""
    named, rows = _rows(store, keys, day, None)
    text = "".join(str(value) for row in (named, *rows) for value in row if value is not None)
    return {char: substitute(char) for char in unencodable(text)}


def write_people(
    store: Store,
    keys: Sequence[PersonId],
    day: date,
    target: Path,
    leaving: Leaving,
    progress: Progress,
) -> Path:
    """Write these people to a file, keep the record, and return the file.

    Raises ``Refusal`` where it cannot be written, with the characters シフトJIS lacks and nobody
    gave a substitute for; ``Cancelled`` before anything is.
    """
    kind = leaving.kind
    columns = headings(store, kind)
    if kind.cards:
        cards = _cards(store, keys, day, progress)
        count = len(cards)
        write_whole(target, vcards(cards, "3.0" if kind is FileKind.VCARD3 else "4.0"))
    else:
        _, rows = _rows(store, keys, day, progress)
        count = len(rows)
        _write_table(target, columns, rows, leaving)
    title = f"{_TITLE}（シフトJIS）" if kind is FileKind.CSV_CP932 else _TITLE
    ending = kind.ending.removeprefix(".")
    export = Export(
        "people-list", title, ending, count, columns, leaving.purpose, leaving.recipient
    )
    try:
        store.note("一覧を書き出し: 連絡先", office.record_export, export)
    except Refusal:
        target.unlink(missing_ok=True)
        raise
    return target


def _write_table(
    target: Path, columns: Sequence[str], rows: Iterable[Sequence[object]], leaving: Leaving
) -> None:
    match leaving.kind:
        case FileKind.XLSX:
            write_xlsx(target, columns, rows, title=_TITLE)
        case FileKind.CSV_CP932:
            replace = _replacing(leaving.substitutes)
            write_csv(target, columns, rows, encoding="cp932", replace=replace)
        case _:
            write_csv(target, columns, rows)


def _replacing(substitutes: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: "".join(substitutes.get(char, char) for char in clusters(text))


def _rows(
    store: Store, keys: Sequence[PersonId], day: date, progress: Progress | None
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    rows: list[tuple[object, ...]] = []
    for start in range(0, len(keys), _CHUNK):
        if progress is not None:
            progress.step(start, len(keys))
        chunk = keys[start : start + _CHUNK]
        drafts = store.ask(queries.drafts, chunk)
        listed = {row.id: row for row in store.ask(queries.people, chunk, day)}
        _, own = store.ask(queries.custom_columns, Subject.PERSON, chunk)
        rows += [(*_line(listed[key], drafts[key]), *own[key]) for key in chunk if key in drafts]
    if progress is not None:
        progress.step(len(keys), len(keys))
    return headings(store), rows


def _line(row: PersonRow, draft: PersonDraft) -> tuple[object, ...]:
    return (
        row.name,
        row.kana,
        "" if row.sex is None else row.sex.label,
        row.birth_date,
        row.age_band if row.age is None else row.age,
        draft.postal_code,
        joined_address(draft.address_town, draft.address_number, draft.address_building),
        row.district,
        row.neighbourhood,
        draft.phone,
        draft.mobile,
        draft.fax,
        draft.email,
        draft.honorific,
        row.status.label,
    )


def _cards(store: Store, keys: Sequence[PersonId], day: date, progress: Progress) -> list[Card]:
    cards: list[Card] = []
    for start in range(0, len(keys), _CHUNK):
        progress.step(start, len(keys))
        chunk = keys[start : start + _CHUNK]
        drafts = store.ask(queries.drafts, chunk)
        mains = store.ask(queries.main_affiliations, chunk, day)
        cards += [_card(drafts[key], mains.get(key)) for key in chunk if key in drafts]
    progress.step(len(keys), len(keys))
    return cards


def _card(draft: PersonDraft, main: AffiliationRow | None) -> Card:
    return Card(
        draft.family_name,
        draft.given_name,
        to_hiragana(draft.family_kana),
        to_hiragana(draft.given_kana),
        main.organisation_name if main else "",
        main.draft.role if main else "",
        draft.phone,
        draft.mobile,
        draft.fax,
        draft.email,
        draft.postal_code,
        draft.address_town + draft.address_number,
        draft.address_building,
        draft.birth_date,
    )
