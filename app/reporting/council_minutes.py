"""協議体会議録 (section 3.14): Hakodate's ruled table, then a summary or what was said in full.

Written in one of three ways: ``summary`` by item of the agenda, ``full`` as it was said, and
``masked``, in full without anybody's name, for making public.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.council import queries as council
from app.council.council import SEATED, Office
from app.council.meeting import MeetingState, Presence, ResolutionKind
from app.council.minutes import Named, masked, speeches
from app.council.queries import AttendeeRow, MeetingCard, ResolutionRow
from app.kernel.errors import Refusal
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields, punctuate
from app.reporting.meeting_words import marked, numbered, past_meeting, when

COLUMNS = ("氏名", "所属・役職", "発言")
_THERE = (Presence.PRESENT, Presence.PROXY)
_LEGEND = "（◎会長　○副会長）"
_TABLE = (
    "会議名", "開催日時", "開催場所", "議題", "添付資料", "出席委員", "欠席委員", "事務局",
    "その他", "段階", "要点の文", "次回予定",
)  # fmt: skip


class MinutesWay(Labelled):
    """How minutes are written."""

    SUMMARY = "summary", "要点"
    FULL = "full", "全文"
    MASKED = "masked", "全文（氏名を伏せる）"


def make(session: Session, request: Request) -> Content:
    """Return the minutes of the meeting asked for, or of the newest."""
    way = MinutesWay.of_value(request.minutes)
    if way is None:
        known = "、".join(f"{one.value}（{one.label}）" for one in MinutesWay)
        raise Refusal(f"会議録の書き方「{request.minutes}」はありません。使えるのは {known} です。")
    card = past_meeting(session, request)
    is_summary = way is MinutesWay.SUMMARY
    said = [] if card is None else _said(session, card, way)
    points = [_point("", "", ())]  # Blank minutes have a line to write on.
    if card is not None:
        points = [] if way is MinutesWay.MASKED else list(_points(card))
    return Content(
        title="会議録" if card is None else f"会議録　{card.row.title}",
        fields={
            **office_fields(session, request.today),
            **_table(office.settings(session), card, way),
            "会議録の種類": _sort(card, way),
        },
        lists={
            "要点": points,
            "発言": [{"文": text} for text in said],
        },
        form="council-minutes.xlsx" if is_summary else "council-minutes-full.xlsx",
        people=0 if card is None or way is MinutesWay.MASKED else _named(card),
        main_list="要点" if is_summary else "発言",
        columns=() if way is MinutesWay.MASKED else COLUMNS,
        year=None if card is None else card.row.year,
        remarks=_remarks(card, way),
    )


def _sort(card: MeetingCard | None, way: MinutesWay) -> str:
    """Say whether these are minutes as confirmed, and in which way they are written."""
    if card is None:
        return way.label
    day = card.draft.minutes_confirmed_on
    state = f"{format_day(day)}確定" if day else "未確定"
    return f"{way.label}　{state}"


def _named(card: MeetingCard) -> int:
    return sum(row.draft.presence is not None for row in card.attendees)


def _table(known: OfficeSettings, card: MeetingCard | None, way: MinutesWay) -> dict[str, str]:
    """Return the lines of the ruled table; those of no meeting are blank."""
    if card is None:
        return dict.fromkeys(_TABLE, "")
    draft = card.draft
    seated = [row for row in card.attendees if row.draft.office in SEATED]
    came = [row for row in seated if row.draft.presence in _THERE]
    missed = [row for row in seated if row.draft.presence is Presence.ABSENT]
    clerks = [
        row
        for row in card.attendees
        if row.draft.office is Office.SECRETARIAT and row.draft.presence is not Presence.ABSENT
    ]
    open_names = way is not MinutesWay.MASKED
    return {
        "会議名": card.row.title,
        "開催日時": when(draft.held_on, draft.starts_at, draft.ends_at),
        "開催場所": draft.venue,
        "議題": numbered([item.title for item in card.agenda]),
        "添付資料": "\n".join(card.papers) or "なし",
        "出席委員": punctuate(_people(came, open_names=open_names, legend=True), known),
        "欠席委員": punctuate(_people(missed, open_names=open_names), known),
        "事務局": _clerks(clerks, open_names=open_names),
        "その他": _others(card),
        "段階": "，".join(stage.label for stage in card.row.stages),
        "要点の文": punctuate(draft.summary, known),
        "次回予定": draft.next_meeting,
    }


def _people(rows: Sequence[AttendeeRow], *, open_names: bool, legend: bool = False) -> str:
    """Return the names with their marks and how many they are: the number alone where masked."""
    count = f"（計{len(rows)}名）"
    if not rows or not open_names:
        return count
    names = "，".join(_with_proxy(row) for row in rows)
    signs = _LEGEND if legend and any(row.draft.office is not Office.MEMBER for row in rows) else ""
    return f"{names}\n{signs}{count}"


def _with_proxy(row: AttendeeRow) -> str:
    if row.draft.presence is not Presence.PROXY:
        return f"{marked(row)}委員"
    proxy = row.draft.proxy_name
    return f"{marked(row)}委員（代理{f' {proxy}' if proxy else ''}）"


def _clerks(rows: Sequence[AttendeeRow], *, open_names: bool) -> str:
    count = f"（計{len(rows)}名）"
    if not rows or not open_names:
        return count
    lines = ["　".join(part for part in (row.draft.post, row.name) if part) for row in rows]
    return "\n".join([*lines, count])


def _others(card: MeetingCard) -> str:
    """Return what else is said of a meeting: observers, the public, the press, what is next."""
    draft = card.draft
    guests = [
        row
        for row in card.attendees
        if row.draft.office is Office.OBSERVER and row.draft.presence in _THERE
    ]
    stages = "・".join(stage.label for stage in card.row.stages)
    lines = [
        f"会議の公開：{draft.openness.label}　傍聴者 {draft.observers}名　報道機関 {draft.press}社",
        f"オブザーバー {len(guests)}名" if guests else "",
        f"協議の段階：{stages}" if stages else "",
        f"次回予定：{draft.next_meeting}" if draft.next_meeting else "",
    ]
    return "\n".join(line for line in lines if line)


def _points(card: MeetingCard) -> Iterator[dict[str, Any]]:
    """Give a line for each item of the agenda, then one for what was decided beside them."""
    for item in card.agenda:
        under = [row for row in card.resolutions if row.draft.agenda_item_id == item.id]
        yield _point(item.title, item.opinions, under)
    beside = [row for row in card.resolutions if row.draft.agenda_item_id is None]
    if beside:
        yield _point("（会議全体）", "", beside)


def _point(title: str, opinions: str, under: Sequence[ResolutionRow]) -> dict[str, Any]:
    kinds = {kind: [row for row in under if row.draft.kind is kind] for kind in ResolutionKind}
    decided, homework = kinds[ResolutionKind.DECISION], kinds[ResolutionKind.HOMEWORK]
    return {
        "議題": title,
        "主な意見": opinions,
        "決定事項": "\n".join(f"・{row.draft.text}" for row in decided),
        "担当と期限": "\n".join(map(_task, homework)),
    }


def _task(row: ResolutionRow) -> str:
    due = row.draft.due_on
    said = [row.owner, f"{format_day(due, '4月1日')}まで" if due else "期限なし"]
    return f"・{row.draft.text}\n　{'　'.join(part for part in said if part)}"


def _said(session: Session, card: MeetingCard, way: MinutesWay) -> list[str]:
    """Return what was said, one speech after the other."""
    found = speeches(card.draft.full_minutes)
    if way is MinutesWay.MASKED:
        found = masked(found, _names(session, card))
    return [str(speech) for speech in found]


def _names(session: Session, card: MeetingCard) -> list[Named]:
    """Return the names of everybody asked, and of everybody who sat there on the day."""
    offices = {
        row.person_id: row.draft.office
        for row in council.members(session, card.row.council_id, card.row.held_on)
    }
    offices |= {row.person_id: row.draft.office for row in card.attendees}
    drafts = contacts.drafts(session, list(offices))
    return [
        Named(drafts[key].family_name, drafts[key].given_name, office)
        for key, office in offices.items()
    ]


def _remarks(card: MeetingCard | None, way: MinutesWay) -> tuple[str, ...]:
    if card is None:
        return ("会議がまだないため、白紙の会議録です。",)
    found = []
    if card.draft.state is not MeetingState.HELD:
        found.append("この会議はまだ「開催」になっていません。")
    if way is not MinutesWay.SUMMARY and not card.draft.full_minutes:
        found.append("全文がまだ書かれていません。")
    if way is MinutesWay.MASKED:
        found.append("委員のほかの人の名前は伏せていません。公開する前に読み直してください。")
    return tuple(found)
