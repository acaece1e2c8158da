"""Erasing records with all that hangs on them, in the tables and in what remembers them.

Rows that figures of the past count stay without a datum (``remains``); everything else goes.
Merges are forgotten whose record goes, because they hold images of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.tables import HouseholdMember
from app.duplicates.tables import Merge, MergePiece, NotSame
from app.kernel.folding import fold
from app.retention.commands.naming import numbers, organisation_names, person_names
from app.retention.commands.open_matches import end_matches
from app.retention.commands.registrations import end_registrations
from app.retention.commands.remains import KEPT, MENTIONS, OWNERS, anonymous_person
from app.retention.commands.terms import TERMS, end_terms
from app.retention.rule import DISPOSED
from app.storage.changes import Image
from app.storage.erasing import (
    earlier_images,
    erase_rows,
    forget_rows,
    forget_texts,
    hanging_on,
    log_hanging_on,
    overwrite_rows,
    references,
    referring,
    replace_texts,
    stored_rows,
)
from app.timeline.tables import Attachment

_SUBJECTS = {"person": Subject.PERSON, "organisation": Subject.ORGANISATION}
_THAT_NAME = (
    ("saved_search", "name"),
    ("saved_search", "conditions"),
    ("export_record", "title"),
    ("export_record", "purpose"),
    ("export_record", "recipient"),
    ("household", "addressee"),
    ("meeting", "summary"),
    ("meeting", "full_minutes"),
    ("agenda_item", "opinions"),
    ("resolution", "text"),
    ("resolution", "owner"),
    ("resolution", "result"),
    ("attendee", "proxy_name"),
    ("log_entry", "title"),
    ("log_entry", "place"),
    ("log_entry", "content"),
    ("log_entry", "result"),
    ("log_entry", "next_step"),
    ("log_entry", "internal_note"),
    ("log_entry", "report_text"),
    ("log_entry", "search_text"),
    ("log_day", "tomorrow"),
    ("log_day", "note"),
)
_Rows = dict[str, set[int]]


def erase(session: Session, table: str, keys: Collection[int]) -> dict[str, int]:
    """Erase rows for good; return how many of each table went, anonymised ones among them."""
    found = hanging_on(session, {table: keys}, MENTIONS)
    names, told = _names(session, found)
    counts = {name: len(rows) for name, rows in sorted(found.items())}
    _add_households(session, found)
    gone = _once(session, found)
    _add_files(session, found, gone)
    _add_merges(session, found, gone)
    _mention_no_more(session, found)
    staying = _overwrite(session, found)
    erase_rows(session, {name: rows - staying.get(name, set()) for name, rows in found.items()})
    for rows in (found, gone):
        forget_rows(session, rows)
    forget_texts(session, names, DISPOSED)
    replace_texts(session, _THAT_NAME, names | told, DISPOSED)
    return counts


def _names(session: Session, found: _Rows) -> tuple[set[str], set[str]]:
    """Return what names those who go, and the numbers that tell who they were."""
    names: set[str] = set()
    told: set[str] = set()
    for table, read in (("person", person_names), ("organisation", organisation_names)):
        if keys := found.get(table):
            images = [*stored_rows(session, table, keys).values()]
            images += earlier_images(session, table, keys)
            names |= read(images)
            told |= numbers(images)
    # Search texts hold what is written folded.
    return names | {fold(name) for name in names}, told


def _overwrite(session: Session, found: _Rows) -> _Rows:
    """Write over what stays; return it."""
    staying = {table: set(found[table]) for table in KEPT if table in found}
    for table, keys in staying.items():
        if KEPT[table]:
            overwrite_rows(session, table, dict.fromkeys(keys, KEPT[table]))
    _let_go(session, found, staying)
    end_registrations(session, staying.get("supporter", ()))
    end_matches(session, staying.get("supporter", ()))
    for kind in TERMS:
        end_terms(session, kind, staying.get(kind.__tablename__, ()))
    took_part = [
        row["person_id"]
        for table in _BEARS
        for row in stored_rows(session, table, staying.get(table, ())).values()
    ]
    people = set(took_part) & found.get("person", set())
    overwrite_rows(session, "person", {key: anonymous_person(session, key) for key in people})
    return {**staying, "person": people}


def _mention_no_more(session: Session, found: _Rows) -> None:
    """Let rows that stay whole mention nobody who goes."""
    for one in references(session):
        gone = found.get(one.to, set())
        if not gone or (one.table, one.column) not in MENTIONS:
            continue
        rows = referring(session, one, gone)
        overwrite_rows(session, one.table, {key: {one.column: None} for key in rows})


def _let_go(session: Session, found: _Rows, staying: _Rows) -> None:
    """Let rows that stay refer no more to what goes, and to whom they were about."""
    for one in references(session):
        gone = found.get(one.to, set())
        gone = gone if one.to in OWNERS else gone - staying.get(one.to, set())
        if not gone or one.column in _BEARS.get(one.table, ()):
            continue
        rows = stored_rows(session, one.table, staying.get(one.table, ()))
        referring = [key for key, row in rows.items() if row[one.column] in gone]
        overwrite_rows(session, one.table, {key: {one.column: None} for key in referring})


_BEARS = dict.fromkeys(
    ("enrollment", "supporter", "council_member", "attendee", "log_contact", "staff_member"),
    ("person_id",),
)
"""Whose row it is: that person stays, without a datum."""


def _add_households(session: Session, found: _Rows) -> None:
    """Let households go that have one member or none left; others lose what they are called."""
    members = found.get("household_member", set())
    rows = stored_rows(session, "household_member", members).values()
    for household in {row["household_id"] for row in rows}:
        query = select(HouseholdMember.id).where(HouseholdMember.household_id == household)
        left = set(session.scalars(query)) - members
        if len(left) > 1:
            overwrite_rows(session, "household", {household: {"addressee": ""}})
            forget_rows(session, {"household": {household}})
        else:
            members |= left
            found.setdefault("household", set()).add(household)


def _once(session: Session, found: _Rows) -> _Rows:
    """Return what hung on these rows and is gone already: only the log knows it."""
    gone = log_hanging_on(session, found, MENTIONS)
    images = earlier_images(session, "household_member", gone.get("household_member", ()))
    gone["household"] = {image["household_id"] for image in images}
    return gone


def _add_files(session: Session, found: _Rows, gone: _Rows) -> None:
    """Let attached files go that nothing else has attached."""
    attachments = found.get("attachment", set()) | gone.get("attachment", set())
    images = [*stored_rows(session, "attachment", attachments).values()]
    images += earlier_images(session, "attachment", attachments)
    for file in {image["file_id"] for image in images}:
        query = select(Attachment.id).where(Attachment.file_id == file)
        if set(session.scalars(query)) <= found.get("attachment", set()):
            found.setdefault("attachment_file", set()).add(file)


def _add_merges(session: Session, found: _Rows, gone: _Rows) -> None:
    """Let go of merges and verdicts about these records, and of pieces that hold their rows."""
    merges: set[int] = set()
    for name, subject in _SUBJECTS.items():
        keys = found.get(name, set())
        query = select(Merge.id, Merge.kept_id, Merge.merged_id).where(Merge.subject == subject)
        about = session.execute(query).all() if keys else ()
        merges |= {row.id for row in about if {row.kept_id, row.merged_id} & keys}
        verdicts = select(NotSame.id, NotSame.first_id, NotSame.second_id)
        said = session.execute(verdicts.where(NotSame.subject == subject)).all() if keys else ()
        told = {row.id for row in said if {row.first_id, row.second_id} & keys}
        _add(found, "not_same", told)
    _add(found, "merge", merges)
    owners = [(one.table, one.column, one.to) for one in references(session)]
    pieces = session.execute(
        select(
            MergePiece.id,
            MergePiece.merge_id,
            MergePiece.table_name,
            MergePiece.row_id,
            MergePiece.left_behind,
        )
    )
    for key, merge, name, row, left in pieces:
        whole = found.get(name, set()) | gone.get(name, set())
        if merge in merges or row in whole or _refers(left, name, owners, found):
            _add(found, "merge_piece", {key})
            _add(gone, name, {row} if left else set())


def _refers(
    left: Mapping[str, Any] | None,
    table: str,
    owners: Iterable[tuple[str, str, str]],
    found: _Rows,
) -> bool:
    """Return whether an image left behind by a merge is of a row of somebody who goes."""
    image: Image = left["row"] if left else {}
    return any(
        name == table and image.get(column) in found.get(to, set()) for name, column, to in owners
    )


def _add(rows: _Rows, table: str, keys: set[int]) -> None:
    if keys:
        rows.setdefault(table, set()).update(keys)
