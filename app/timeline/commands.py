"""What a user does to notes and attached files: each one step of undo."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.tables import Organisation, Person
from app.daily_log import commands as daily_log
from app.daily_log.log_entry import Link, LinkKind
from app.kernel.errors import Refusal
from app.storage.base import moment
from app.timeline.attachment import check_size, kept_name
from app.timeline.due_day import LONGEST_AHEAD
from app.timeline.note import NoteDraft
from app.timeline.tables import Attachment, AttachmentFile, ContactNote

_LONGEST = 20_000
_CLOCKS_DIFFER = timedelta(minutes=10)


def add_note(
    session: Session,
    draft: NoteDraft,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
) -> int:
    """Write down a call, a visit, a letter of a person, an organisation, or both."""
    if person is None and organisation is None:
        raise TypeError("name a person or an organisation")
    _check_owner(session, person, organisation)
    row = ContactNote(person_id=person, organisation_id=organisation, followed_up_on=None)
    _write(row, _checked(session, draft))
    session.add(row)
    session.flush()
    return row.id


def change_note(session: Session, note: int, draft: NoteDraft) -> None:
    """Replace what is written in a note; a new day for what follows opens it again."""
    row = _note(session, note)
    draft = _checked(session, draft)
    if draft.follow_up_on != row.follow_up_on:
        row.followed_up_on = None
    _write(row, draft)


def remove_note(session: Session, note: int) -> None:
    """Delete a note, with the files that hang on it; an entry of the log about it stays."""
    row = _note(session, note)
    daily_log.forget_link(session, Link(LinkKind.NOTE, note))
    for one in session.scalars(select(Attachment).where(Attachment.note_id == note)):
        _remove(session, one)
    session.flush()
    session.delete(row)


def follow_up_done(session: Session, note: int, on: date) -> None:
    """Write down that what was promised in a note has been done."""
    row = _promised(session, note)
    if on < row.happened_at.date():
        raise Refusal("済んだ日が記録の日より前になっています。日付を確かめてください。")
    row.followed_up_on = on


def reopen_follow_up(session: Session, note: int) -> None:
    """Let what was promised be due again: it was marked as done by mistake."""
    _promised(session, note).followed_up_on = None


def move_follow_up(session: Session, note: int, due: date) -> None:
    """Let what was promised be due on another day, open again if it was done."""
    row = _promised(session, note)
    _check_due(row.happened_at.date(), due, moment(session).date())
    row.follow_up_on = due
    row.followed_up_on = None


def attach(
    session: Session,
    name: str,
    data: bytes,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
    note: int | None = None,
) -> int:
    """Keep a file with a person, an organisation or a note: one of the three.

    The same file is kept once, however often it is attached.  Raises ``Refusal`` for one that is
    empty or too large.
    """
    if [person, organisation, note].count(None) != 2:
        raise TypeError("name a person, an organisation or a note, and one of them only")
    _check_owner(session, person, organisation)
    if note is not None:
        _note(session, note)
    name = kept_name(name)
    check_size(name, len(data))
    row = Attachment(
        person_id=person,
        organisation_id=organisation,
        note_id=note,
        file_id=_kept(session, data),
        name=name,
        added_on=moment(session).date(),
        note="",
    )
    session.add(row)
    session.flush()
    return row.id


def detach(session: Session, attachment: int) -> None:
    """Take a file away; what is in it goes with the last place it was attached to."""
    row = session.get(Attachment, attachment)
    if row is None:
        raise Refusal("この添付ファイルはすでに外されています。")
    _remove(session, row)


def _remove(session: Session, row: Attachment) -> None:
    others = select(Attachment.id).where(Attachment.file_id == row.file_id, Attachment.id != row.id)
    last = session.scalars(others.limit(1)).first() is None
    session.delete(row)
    session.flush()
    if last and (file := session.get(AttachmentFile, row.file_id)) is not None:
        session.delete(file)
        session.flush()


def _kept(session: Session, data: bytes) -> int:
    digest = sha256(data).hexdigest()
    query = select(AttachmentFile.id).where(AttachmentFile.digest == digest)
    key = session.scalars(query).one_or_none()
    if key is not None:
        return key
    row = AttachmentFile(digest=digest, size=len(data), content=b64encode(data).decode())
    session.add(row)
    session.flush()
    return row.id


def _note(session: Session, note: int) -> ContactNote:
    row = session.get(ContactNote, note)
    if row is None:
        raise Refusal("この記録は削除されています。")
    return row


def _promised(session: Session, note: int) -> ContactNote:
    row = _note(session, note)
    if row.follow_up_on is None:
        raise Refusal("この記録に「次の連絡」はありません。")
    return row


def _check_owner(
    session: Session, person: PersonId | None, organisation: OrganisationId | None
) -> None:
    if person is not None and session.get(Person, person) is None:
        raise Refusal("この人は削除されています。")
    if organisation is not None and session.get(Organisation, organisation) is None:
        raise Refusal("この団体は削除されています。")


def _checked(session: Session, draft: NoteDraft) -> NoteDraft:
    text, follow_up = draft.text.strip(), " ".join(draft.follow_up.split())
    now = moment(session)
    if not text and not (follow_up and draft.follow_up_on):
        problem = "話した内容を入力してください。"
        raise Refusal(problem, fields={"text": problem})
    if len(text) > _LONGEST:
        problem = f"一つの記録に書けるのは{_LONGEST}字までです。分けて記録してください。"
        raise Refusal(problem, fields={"text": problem})
    if draft.happened_at > now + _CLOCKS_DIFFER:
        problem = (
            "記録の日時が今より後になっています。これからの予定は「次の連絡」に入れてください。"
        )
        raise Refusal(problem, fields={"day": problem})
    if follow_up and draft.follow_up_on is None:
        problem = "「次の連絡」の日を入力してください。「明日」「来週火」のようにも書けます。"
        raise Refusal(problem, fields={"follow_up_on": problem})
    if draft.follow_up_on is not None:
        _check_due(draft.happened_at.date(), draft.follow_up_on, now.date())
    return replace(draft, text=text, follow_up=follow_up)


def _check_due(happened: date, due: date, today: date) -> None:
    problem = ""
    if due < happened:
        problem = "「次の連絡」の日が記録の日より前になっています。"
    elif due > today + LONGEST_AHEAD:
        problem = "「次の連絡」の日が5年より先になっています。日付を確かめてください。"
    if problem:
        raise Refusal(problem, fields={"follow_up_on": problem})


def _write(row: ContactNote, draft: NoteDraft) -> None:
    row.happened_at = draft.happened_at
    row.kind = draft.kind
    row.incoming = draft.incoming
    row.text = draft.text
    row.follow_up_on = draft.follow_up_on
    row.follow_up = draft.follow_up
