"""What an issue rests on and what came of it, as lines of links: needs, surveys, log, meetings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy.orm import Session

from app.council.queries import MeetingRow, meetings_of_issue
from app.daily_log.log_entry import Link, LinkKind
from app.daily_log.queries import LogRow, entries_about
from app.gui.contacts.panel_lines import Act, PanelLines, link, plain
from app.gui.daily_log.log_words import title_of
from app.gui.framework.search import Target
from app.kernel.wareki import format_day
from app.local_issues.local_issue import LocalIssueId
from app.local_issues.queries import CreatedResource, EvidenceRow, IssueCard

_DAY = "R8.4.1"
_PLACES = {
    "need": "matching",
    "survey": "issues",
    "log_entry": "log",
    "meeting": "council",
    "resource": "local_resources",
}
_HEADING = "<b>{}</b>"
_SHOWN = 60


def target_of(address: str) -> Target:
    """Return what a link of a line leads to."""
    kind, _, key = address.partition(":")
    return Target(_PLACES[kind], kind, int(key))


def told_elsewhere(
    session: Session, issue: LocalIssueId
) -> tuple[list[LogRow], tuple[MeetingRow, ...]]:
    """Return the entries of the log about an issue, and the meetings it was on the agenda of."""
    return entries_about(session, Link(LinkKind.ISSUE, issue)), meetings_of_issue(session, issue)


def show_evidence(
    lines: PanelLines, card: IssueCard, drop: Callable[[EvidenceRow], object]
) -> None:
    """Show the needs and surveys an issue rests on, each with the way to take it off."""
    lines.add(_HEADING.format("根拠"))
    for row in card.evidence:
        linked = (
            link("need", row.need_id, row.name)
            if row.need_id is not None
            else link("survey", row.survey_id or 0, row.name)
        )
        said = "　".join(part for part in (_cut(row.content), row.note) if part)
        act = Act("外す", f"{row.name}を根拠から外す", partial(drop, row))
        lines.add(f"{linked}　{plain(said)}", (act,))
    if not card.evidence:
        lines.say("ニーズやアンケートを根拠に加えられます。")


def show_told(lines: PanelLines, entries: list[LogRow], meetings: tuple[MeetingRow, ...]) -> None:
    """Show the meetings and the entries of the log that are about an issue."""
    if meetings:
        lines.add(_HEADING.format("会議"))
    for meeting in meetings:
        day = plain(format_day(meeting.held_on, _DAY))
        lines.add(f"{day}　{link('meeting', meeting.id, meeting.title)}")
    if entries:
        lines.add(_HEADING.format("日報"))
    for entry in entries:
        day = plain(f"{format_day(entry.on_day, _DAY)}　{entry.duty.sign}{entry.means.label}　")
        lines.add(day + link("log_entry", entry.id, title_of(entry)))


def show_resources(
    lines: PanelLines, card: IssueCard, drop: Callable[[CreatedResource], object]
) -> None:
    """Show what came of an issue, how far it has got, and the way to take it off."""
    if card.resources:
        lines.add(_HEADING.format("できた資源"))
    for row in card.resources:
        since = f"{row.creation.label}（{format_day(row.reached_on, _DAY)}から）"
        said = "　".join(part for part in (since, row.note) if part)
        act = Act("外す", f"{row.name}を成果から外す", partial(drop, row))
        lines.add(f"{link('resource', row.resource_id, row.name)}　{plain(said)}", (act,))


def _cut(text: str) -> str:
    first = text.split("\n", maxsplit=1)[0]
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
