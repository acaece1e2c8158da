"""The monthly report: checked, written, handed in, and compared after a later correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.daily_log import commands as daily_log
from app.daily_log import queries as log_queries
from app.daily_log.log_entry import LogEntryDraft, LogEntryId
from app.duties import queries as duties
from app.gui.framework.observable_store import ObservableStore
from app.gui.reporting_place import ReportingPlace
from app.gui.submissions.month_page import MonthPage
from app.gui.submissions.submissions_page import SubmissionsPage
from app.submissions import commands, queries
from app.submissions.queries import LetterListing
from app.submissions.submission import TextPart
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
ENTRIES = 120
MOST_KEYS = 20
WORDS = {
    TextPart.PROBLEMS: "除雪の担い手が足りない圏域がある。",
    TextPart.PROPOSALS: "圏域どうしで担い手を紹介しあう仕組みを提案したい。",
    TextPart.NEXT: "協議体の資料作成、活動先への訪問",
}


def month_of_entries(store: ObservableStore) -> list[LogEntryId]:
    """Write a month of work down, and what the report before it said."""
    signs = store.ask(duties.duty_list, APRIL)
    drafts = [
        LogEntryDraft(
            APRIL.replace(day=1 + number % 24),
            signs[number % len(signs)].id,
            time(9),
            time(10),
            title=f"打合せ{number}",
            people_count=number % 5,
        )
        for number in range(ENTRIES)
    ]
    for part, text in WORDS.items():
        store.plain.do("文章", commands.set_report_text, "monthly-report", MARCH, part, text)
    keys: list[LogEntryId] = store.plain.do("日報", daily_log.add_entries, drafts).result
    return keys


def part(hands: Hands, kind: type) -> Any:
    place = hands.shown
    assert isinstance(place, ReportingPlace)
    assert isinstance(place.part, kind)
    return place.part


def test_that_a_month_is_handed_in_with_few_keys_and_stays_as_it_was(
    hands: Hands, office: Path, tmp_path: Path
) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    entries = month_of_entries(store)
    sent = tmp_path / "送るもの"
    sent.mkdir()

    with hands.counted() as keys:
        hands.press("Ctrl+Shift+R")
        hands.until(lambda: isinstance(hands.shown, ReportingPlace))
        page = part(hands, MonthPage)
        hands.rest()
        assert page.period() == "令和8年4月", "on the 20th of May, April is what is due"
        lacking = [one.sentence for one in page.ui.doubtList.doubts]
        assert any("翌月の予定" in one for one in lacking)
        hands.press("Ctrl+L")
        assert page.ui.wordsPane.edits["next"].toPlainText() == WORDS[TextPart.NEXT]
        hands.rest()
        assert len(page.ui.doubtList.doubts) == len(lacking) - len(WORDS)
        hands.answer(0, "函館市長　様", True, sent)
        hands.press("Ctrl+T")
        hands.until(lambda: len(list(sent.iterdir())) == 2)
        hands.rest()
        in_dialogs = 4  # Enter for the way, the addressee, the files, and the folder
        assert keys() + in_dialogs < MOST_KEYS
    assert "函支第1号" in page.ui.stateLabel.plain()
    (letter,) = store.ask(LetterListing().rows, store.ask(LetterListing().keys)).values()
    assert letter.draft.partner == "函館市長　様"

    draft = store.ask(log_queries.entry_card, entries[7]).draft
    store.do("直す", daily_log.change_entry, entries[7], replace(draft, title="打合せと訪問"))
    hands.press("Alt+3")
    later = part(hands, SubmissionsPage)
    hands.until(lambda: later.ui.correctionTable.rowCount() > 0)
    hands.rest()
    assert later.ui.correctionTable.rowCount() == 1
    cells = [later.ui.correctionTable.item(0, column).text() for column in (1, 2)]
    assert cells[0].startswith("打合せ7")
    assert cells[1].startswith("打合せと訪問")

    again = tmp_path / "控え.pdf"
    hands.answer(again)
    hands.press("Ctrl+S")
    hands.until(again.exists)
    hands.rest()
    (pdf,) = sent.glob("*.pdf")
    assert again.read_bytes() == pdf.read_bytes()
    assert store.ask(queries.frozen_file, letter.submission, "pdf") == pdf.read_bytes()
