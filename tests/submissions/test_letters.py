from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.storage.store import Store
from app.submissions import commands, queries
from app.submissions.letter_number import next_letter_number
from app.submissions.queries import LetterListing, LetterRow
from app.submissions.submission import Direction, LetterDraft, LetterId


def sent(on: date, number: str = "", subject: str = "業務報告書") -> LetterDraft:
    return LetterDraft(Direction.SENT, on, subject, number, "函館市長")


def add(store: Store, draft: LetterDraft) -> LetterRow:
    key = store.do("文書", commands.add_letter, draft).result
    return store.ask(queries.letter, key)


def test_that_numbers_run_on_and_begin_anew_each_fiscal_year(store: Store) -> None:
    numbers = [
        add(store, sent(day)).draft.number
        for day in (date(2026, 4, 1), date(2026, 5, 1), date(2027, 3, 31), date(2027, 4, 1))
    ]
    assert numbers == ["函支第1号", "函支第2号", "函支第3号", "函支第1号"]


def test_that_the_next_number_follows_the_highest_however_it_was_written() -> None:
    assert next_letter_number("函支", ["函支第３号", "函支第1号", "函高第9号"]) == "函支第4号"


def test_that_a_binned_letter_keeps_its_number(store: Store) -> None:
    first = add(store, sent(date(2026, 4, 1)))
    store.do("ごみ箱", commands.bin_letters, [first.id])
    assert add(store, sent(date(2026, 4, 2))).draft.number == "函支第2号"
    with pytest.raises(Refusal, match="すでに使われています"):
        add(store, sent(date(2026, 4, 3), "函支第1号"))


def test_that_a_received_letter_bears_the_number_of_its_sender(store: Store) -> None:
    for number in ("", "函保地第12号", "函保地第12号"):
        draft = LetterDraft(Direction.RECEIVED, date(2026, 6, 1), "照会", number, "函館市")
        assert add(store, draft).draft.number == number


def test_that_a_letter_needs_a_subject(store: Store) -> None:
    with pytest.raises(Refusal, match="件名を入力してください"):
        add(store, sent(date(2026, 4, 1), subject=" 　"))


def test_that_the_register_shows_a_year_and_finds_words(store: Store) -> None:
    add(store, sent(date(2026, 4, 10), subject="年間事業計画書"))
    late = add(store, sent(date(2027, 3, 1), subject="月次業務報告書 100%"))
    add(store, sent(date(2027, 4, 1)))
    year = FiscalYear(2026)
    assert len(store.ask(LetterListing(year).keys)) == 2
    assert store.ask(LetterListing(year, text="100% 函館").keys) == [late.id]
    assert store.ask(LetterListing(year, Direction.RECEIVED).keys) == []


def test_that_changing_a_letter_keeps_its_number(store: Store) -> None:
    row = add(store, sent(date(2026, 4, 1)))
    changed = sent(date(2026, 4, 2), row.draft.number, "訂正")
    store.do("文書", commands.change_letter, row.id, changed)
    assert store.ask(queries.letter, row.id).draft == changed
    store.undo()
    assert store.ask(queries.letter, row.id).draft.subject == "業務報告書"
    with pytest.raises(Refusal, match="収発簿から削除"):
        store.ask(queries.letter, LetterId(99))
