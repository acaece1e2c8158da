"""The shown list as Excel or CSV: what leaves, what for, and the record of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from app.contacts import queries
from app.contacts.card import PersonRow, joined_address
from app.contacts.custom import Subject
from app.contacts.person import PersonDraft, PersonId
from app.documents.csv_file import write_csv
from app.documents.list_file import write_xlsx
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from app.kernel.wareki import format_day
from app.office import commands as office
from app.office.exports import Export
from app.storage.store import Store

HEADINGS = (
    "氏名", "ふりがな", "性別", "生年月日", "年齢・年代", "郵便番号", "住所", "圏域", "町会",
    "電話", "携帯", "FAX", "メール", "敬称", "状態",
)  # fmt: skip
"""Neither what somebody needs to take part, nor notes, nor emergency contacts leave this way."""

KINDS = "Excelブック (*.xlsx);;CSV UTF-8 (*.csv)"
_CHUNK = 500


def ask_and_write(
    store: ObservableStore,
    dialogs: Dialogs,
    jobs: Jobs,
    keys: Sequence[int],
    day: date,
    written: Callable[[Any], None],
) -> None:
    """Say what is about to leave, ask what for and where to, and write it on another thread.

    ``written`` is called with the path once the file is there and the record is kept.
    """
    if not keys:
        dialogs.tell("書き出す方がいません。絞り込みを確かめてください。")
        return
    purpose = dialogs.ask_text(
        "連絡先の一覧の持ち出し",
        f"{len(keys):,}人の個人情報（{'、'.join(headings(store.plain))}）が外に出ます。\n"
        "提供記録に残す目的を確かめてください。",
        "連絡用名簿の作成",
    )
    if purpose is None:
        return
    name = f"連絡先一覧_{format_day(day, '2026-04-01')}.xlsx"
    target = dialogs.ask_save_path("一覧を書き出す", name, KINDS)
    if target is None:
        return
    if target.suffix.lower() not in (".xlsx", ".csv"):
        target = target.with_name(f"{target.name}.xlsx")
    found = [PersonId(key) for key in keys]
    plain = store.plain
    job = Job(
        lambda progress: write_people(plain, found, day, target, purpose, progress),
        title="一覧を書き出しています",
        writes=True,
    )
    job.succeeded.connect(written)
    jobs.start(job)


def write_people(
    store: Store,
    keys: Sequence[PersonId],
    day: date,
    target: Path,
    purpose: str,
    progress: Progress,
) -> Path:
    """Write these people to a file, keep the record, and return the file.

    Raises ``Refusal`` where it cannot be written, ``Cancelled`` before anything is.
    """
    named = headings(store)
    rows: list[tuple[object, ...]] = []
    for start in range(0, len(keys), _CHUNK):
        progress.step(start, len(keys))
        chunk = keys[start : start + _CHUNK]
        drafts = store.ask(queries.drafts, chunk)
        listed = {row.id: row for row in store.ask(queries.people, chunk, day)}
        _, own = store.ask(queries.custom_columns, Subject.PERSON, chunk)
        rows += [(*_line(listed[key], drafts[key]), *own[key]) for key in chunk if key in drafts]
    progress.step(len(keys), len(keys))
    kind = target.suffix.lower().lstrip(".")
    if kind == "csv":
        write_csv(target, named, rows)
    else:
        write_xlsx(target, named, rows, title="連絡先一覧")
    export = Export("people-list", "連絡先一覧", kind, len(rows), named, purpose)
    try:
        store.note("一覧を書き出し: 連絡先", office.record_export, export)
    except Refusal:
        target.unlink(missing_ok=True)
        raise
    return target


def headings(store: Store) -> tuple[str, ...]:
    """Return the headings of the list: ours, then the fields of the office's own."""
    own = store.ask(queries.custom_fields, Subject.PERSON)
    return (*HEADINGS, *(field.name for field in own))


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
