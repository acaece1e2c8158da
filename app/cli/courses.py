"""Commands on courses, for scripts and checks: open, draw, mark, close, certify."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import Any

from app.cli.desk import Desk
from app.cli.parser import JSON_HELP
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import parse_day
from app.training import commands, queries, scheduling
from app.training.completion import Mark, SessionId
from app.training.course import CourseId, EnrollmentId, EnrollmentStatus
from app.wiring import now

_WEEK = 7


def add_commands(parent: Any) -> None:
    """Add the commands of this group."""
    group = parent.add_parser(
        "course",
        help="研修を進めます",
        epilog="例: kurashi course open 養成研修 --first 2026-06-03",
    )
    actions = group.add_subparsers(dest="action", metavar="動作", required=True)
    listing = actions.add_parser(
        "list", help="研修の一覧", epilog="例: kurashi course list --year R8"
    )
    listing.add_argument("--year", metavar="年度", help="2026、R8 など")
    listing.add_argument("--json", action="store_true", help=JSON_HELP)
    listing.set_defaults(run=_list)
    _add_open(actions)
    for name, text, example, run in (
        ("draw", "抽選で受講者を決めます", " --seed 7", _draw),
        ("accept", "受付中の申込者全員を受講決定にします", "", _accept),
        ("promote", "空いた席にキャンセル待ちの方を繰り上げます", "", _promote),
        ("close", "提案どおりに修了を確定し、研修を終了します", " --on R8.7.1", _close),
        ("certify", "修了者全員に修了証書を交付します", " --on R8.7.1", _certify),
    ):
        action = actions.add_parser(name, help=text, epilog=f"例: kurashi course {name} 1{example}")
        action.add_argument("course", type=int, metavar="研修")
        action.add_argument("--on", metavar="日付", help="実施日（初期値 今日）")
        if name == "draw":
            action.add_argument(
                "--seed",
                type=int,
                required=True,
                metavar="N",
                help="抽選の種（同じ数なら同じ結果）",
            )
        action.set_defaults(run=run)
    _add_mark(actions)


def _add_open(actions: Any) -> None:
    opening = actions.add_parser(
        "open",
        help="研修を開設します",
        epilog="例: kurashi course open 養成研修 --first R8.6.3 --from 10:00 --until 12:00",
    )
    opening.add_argument("kind", metavar="種別", help="養成研修 など")
    opening.add_argument("--year", metavar="年度", help="2026、R8 など（初期値 第1回の年度）")
    opening.add_argument("--first", metavar="日付", help="第1回の日")
    opening.add_argument("--every", type=int, default=_WEEK, metavar="日数", help="何日おきか")
    opening.add_argument("--from", dest="starts", metavar="10:00", help="開始の時刻")
    opening.add_argument("--until", dest="ends", metavar="12:00", help="終了の時刻")
    opening.set_defaults(run=_open)


def _add_mark(actions: Any) -> None:
    marking = actions.add_parser(
        "mark",
        help="１回分の出欠を記録し、実施済みにします",
        epilog="例: kurashi course mark 1 --session 2 --absent 3,12",
    )
    marking.add_argument("course", type=int, metavar="研修")
    marking.add_argument("--session", type=int, required=True, metavar="回次", help="第何回か")
    for mark in Mark:
        if mark not in {Mark.PRESENT, Mark.MADE_UP}:
            marking.add_argument(
                f"--{mark.value.replace('_', '-')}",
                default="",
                metavar="番号,番号",
                help=f"{mark.label}の方の、出席簿の行番号",
            )
    marking.set_defaults(run=_mark)


def _list(desk: Desk, options: argparse.Namespace) -> None:
    listing = queries.CourseListing(FiscalYear.parse(options.year) if options.year else None)
    keys = desk.store.ask(listing.keys)
    rows = desk.store.ask(listing.rows, keys)
    entries = [
        {
            "id": row.id,
            "title": row.title,
            "kind": row.kind,
            "year": row.year.start,
            "status": row.status.value,
            "applicants": row.applicants,
            "accepted": row.accepted,
            "waiting": row.waiting,
            "completed": row.completed,
        }
        for row in (rows[key] for key in keys)
    ]
    if options.json:
        print(json.dumps(entries, ensure_ascii=False, indent=1))
        return
    for one in entries:
        print(f"{one['id']}\t{one['title']}\t申込{one['applicants']}\t修了{one['completed']}")


def _open(desk: Desk, options: argparse.Namespace) -> None:
    today = now().date()
    first = parse_day(options.first, today) if options.first else None
    known = {one.draft.name: one.id for one in desk.store.ask(queries.kinds)}
    if options.kind not in known:
        raise Refusal(f"種別「{options.kind}」はありません。使えるのは {'、'.join(known)} です。")
    year = FiscalYear.parse(options.year) if options.year else FiscalYear.of(first or today)
    draft = desk.store.ask(queries.draft_for, known[options.kind], year)
    course = desk.store.do("研修を開設", commands.open_course, draft).result
    if first is not None:
        count = len(desk.store.ask(queries.sessions, course))
        days = [one.day for one in scheduling.propose(first, count, options.every).days]
        hours = (_time(options.starts), _time(options.ends))
        desk.store.do("日程を決定", commands.plan_sessions, course, days, *hours)
    print(course)


def _time(text: str | None) -> time | None:
    if text is None:
        return None
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise Refusal(f"時刻「{text}」は 10:00 の形で書いてください。") from error


def _on(options: argparse.Namespace) -> date:
    today = now().date()
    return parse_day(options.on, today) if options.on else today


def _draw(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    desk.store.do("抽選", commands.draw_lots, course, options.seed, _on(options))
    _say_counts(desk, course)


def _accept(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    received = frozenset({EnrollmentStatus.RECEIVED})
    listing = queries.ApplicationListing(course, _on(options), received)
    keys = [EnrollmentId(key) for key in desk.store.ask(listing.keys)]
    desk.store.do("受講を決定", commands.accept, keys)
    _say_counts(desk, course)


def _promote(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    proposed = desk.store.ask(queries.promotions, course, _on(options))
    for one in proposed.candidates:
        desk.store.do("繰り上げ", commands.accept_from_waiting, one.id)
    _say_counts(desk, course)


def _say_counts(desk: Desk, course: CourseId) -> None:
    counts = desk.store.ask(queries.counts, course)
    print(f"申込{counts.applicants}・受講決定{counts.on_roll}・キャンセル待ち{counts.waiting}")


def _mark(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    sheet = desk.store.ask(queries.sheet, course)
    session = next((one for one in sheet.sessions if one.number == options.session), None)
    if session is None:
        raise Refusal(f"この研修には第{options.session}回がありません。")
    by_row = {row.row: row.enrollment for row in sheet.rows}
    marks = dict(_exceptions(options, by_row.get))
    if marks:
        desk.store.do("出席の記録", commands.mark_attendance, SessionId(session.id), marks)
    desk.store.do("全員出席", commands.mark_all_present, SessionId(session.id))
    desk.store.do("回を実施", commands.hold_session, SessionId(session.id))
    found = desk.store.ask(queries.session_summary, SessionId(session.id))
    print(f"第{options.session}回: 出席{found.present}・欠席{found.absent}")


def _exceptions(
    options: argparse.Namespace, find: Callable[[int], EnrollmentId | None]
) -> Iterable[tuple[EnrollmentId, Mark]]:
    """Yield who is marked other than present, from the row numbers typed."""
    for mark in Mark:
        typed = getattr(options, mark.value, "") or ""
        for number in filter(None, typed.split(",")):
            trainee = find(int(number)) if number.strip().isdecimal() else None
            if trainee is None:
                raise Refusal(f"出席簿に{number}番の行はありません。番号を確かめてください。")
            yield trainee, mark


def _close(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    proposals = desk.store.ask(queries.propose_completion, course)
    decisions = {one.enrollment: one.completes for one in proposals}
    desk.store.do("修了を確定", commands.confirm_completion, course, decisions, _on(options))
    desk.store.do("研修を終了", commands.finish_course, course)
    print(f"修了{sum(decisions.values())}・未修了{len(decisions) - sum(decisions.values())}")


def _certify(desk: Desk, options: argparse.Namespace) -> None:
    course = CourseId(options.course)
    issued = desk.store.do(
        "修了証書を交付", commands.issue_certificates, course, _on(options)
    ).result
    print(f"修了証書{len(issued.certificates)}枚を交付しました。")
    for name in issued.skipped:
        print(f"交付済み: {name}")
