"""Invented notes of the sample office: calls and visits, some of them with a promise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.storage.base import moment
from app.timeline import commands
from app.timeline.note import NoteDraft, NoteKind

_SAID = (
    (NoteKind.CALL, True, "ステップアップ研修の日程を聞かれた。日程表を郵送する。", "日程表を郵送"),
    (NoteKind.CALL, False, "送迎の希望をうかがった。次回は不要とのこと。", ""),
    (
        NoteKind.VISIT,
        False,
        "通いの場を見学。月2回、12名ほど。\n鍵の管理に困っている。",
        "会場の件の返事",
    ),
    (NoteKind.CAME, None, "修了証書の再交付について相談。本人確認済み。", ""),
    (NoteKind.FAX, True, "受講申込書を受け取った。", ""),
    (NoteKind.LETTER, False, "研修の案内を送った。", ""),
    (NoteKind.CALL, True, "欠席の連絡。通院のため。補講を希望。", "補講の日を知らせる"),
    (NoteKind.MEETING, None, "町会の集まりで活動を紹介した。", ""),
)
_DUE = (-3, 0, 2, 5, 12)
_FILE = "見学のメモ.txt"


def write_notes(session: Session, random: Random, people: Sequence[PersonId]) -> None:
    """Write a few notes for some people; of the promises one is late and one is for today."""
    if not people:
        return
    now = moment(session)
    for number in range(min(len(people), 24)):
        kind, incoming, text, promise = _SAID[number % len(_SAID)]
        days = random.randint(4, 60)
        happened = datetime.combine(now.date() - timedelta(days=days), time(9 + number % 8, 10))
        draft = NoteDraft(happened, text, kind, incoming)
        if promise and number // len(_SAID) < 2:
            due = now.date() + timedelta(days=_DUE[number % len(_DUE)])
            draft = NoteDraft(happened, text, kind, incoming, max(due, happened.date()), promise)
        person = random.choice(people)
        note = commands.add_note(session, draft, person=person)
        if kind is NoteKind.VISIT and number < len(_SAID):
            commands.attach(session, _FILE, text.encode(), note=note)
