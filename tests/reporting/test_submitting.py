from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands as resources
from app.local_resources.local_resource import LocalResourceDraft, View
from app.matching import commands as matching
from app.matching.request import RequestDraft
from app.office import commands as office
from app.office import queries as office_queries
from app.reporting.catalogue import Request
from app.reporting.documents import document
from app.reporting.produce import preview, produce
from app.reporting.resource_choice import ResourceChoice, ResourcePaper
from app.reporting.submitting import SubmitDraft, Submitted, differences, submit
from app.storage.engine import connected
from app.storage.store import Store
from app.submissions import queries
from app.submissions.queries import LetterListing
from app.submissions.submission import SubmissionId
from tests.conftest import Clock

RESULTS = document(None, "match-results")


def ask_for_help(store: Store, title: str, on: date = date(2026, 4, 1)) -> int:
    draft = RequestDraft(received_on=on, title=title, contact_name="湯川 一郎")
    return store.do("希望票", matching.add_request, draft).result


def hand_in(store: Store, draft: SubmitDraft | None = None) -> Submitted:
    request = Request(store.now().date(), year=FiscalYear(2026))
    return submit(store, RESULTS, request, draft or SubmitDraft())


def test_that_what_was_handed_in_stays_to_the_byte(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    ask_for_help(store, "サロンの手伝い")
    key = hand_in(store).id
    files = {kind: store.ask(queries.frozen_file, key, kind) for kind in ("xlsx", "pdf")}
    request = Request(clock().date(), year=FiscalYear(2026))
    plain = tmp_path / "実績.xlsx"
    produce(store, RESULTS, request, plain)
    assert files["xlsx"] == plain.read_bytes(), "it is the document, made as always"
    assert files["pdf"] == preview(store, RESULTS, request).pdf
    clock.advance(days=3)
    ask_for_help(store, "行事の手伝い")
    again = {kind: store.ask(queries.frozen_file, key, kind) for kind in ("xlsx", "pdf")}
    assert again == files


def test_that_corrections_are_exactly_the_later_edits(store: Store, clock: Clock) -> None:
    first = ask_for_help(store, "サロンの手伝い")
    key = hand_in(store).id
    clock.advance(days=40)
    assert store.ask(differences, key) == (), "time going by is no correction"
    draft = RequestDraft(
        received_on=date(2026, 4, 1),
        title="サロンの受付",
        contact_name="湯川 一郎",
        number="R8-001",
    )
    store.do("希望票", matching.change_request, first, draft)
    found = store.ask(differences, key)
    assert [(one.was, one.now) for one in found] == [("サロンの手伝い", "サロンの受付")]
    store.undo()
    assert store.ask(differences, key) == ()


def test_that_a_submission_is_numbered_registered_and_one_step(store: Store) -> None:
    done = hand_in(store, SubmitDraft(partner="函館市長", note="第1版"))
    assert done.number == "函支第1号"
    letters = store.ask(LetterListing(FiscalYear(2026)).keys)
    row = store.ask(queries.letter, letters[0])
    assert (row.draft.number, row.draft.partner, row.submission) == (
        "函支第1号",
        "函館市長",
        done.id,
    )
    assert store.ask(queries.submitted_values, done.id)["文書番号"] == "函支第1号"
    store.undo()
    assert store.ask(LetterListing(FiscalYear(2026)).keys) == []
    with pytest.raises(Refusal, match="取り消されています"):
        store.ask(queries.submission, done.id)


def test_that_a_second_submission_stands_in_place_of_the_first(store: Store) -> None:
    first = hand_in(store, SubmitDraft(numbered=False))
    second = hand_in(store)
    rows = [store.ask(queries.submission, one.id) for one in (first, second)]
    assert [(row.replaced, row.previous) for row in rows] == [(True, None), (False, first.id)]
    assert [row.letter_number for row in rows] == ["", "函支第1号"]


def test_that_a_damaged_file_is_never_given_out(store: Store) -> None:
    key = hand_in(store).id
    with connected(store.place) as raw:
        raw.execute("UPDATE submission_file SET content = ?", (b64encode(b"other").decode(),))
        raw.commit()
    with pytest.raises(Refusal, match="壊れています"):
        store.ask(queries.frozen_file, SubmissionId(key), "pdf")


def test_that_labels_are_not_handed_in(store: Store) -> None:
    with pytest.raises(Refusal, match="提出版として保存する書類ではありません"):
        submit(store, document(None, "labels"), Request(date(2026, 4, 1)), SubmitDraft())


def test_that_values_are_kept_as_text_that_can_be_read(store: Store) -> None:
    key = hand_in(store).id
    kept = store.ask(lambda session: session.scalar(sa.text('SELECT "values" FROM submission')))
    assert json.loads(kept) == store.ask(queries.submitted_values, key)


def test_that_a_list_of_resources_is_handed_in_as_it_was_chosen(store: Store, clock: Clock) -> None:
    """The letterhead is none of what is corrected: another mayor makes no old list wrong."""
    draft = LocalResourceDraft("みなとサロン", view=View.PARTNERS)
    place = store.do("資源", resources.add_resource, draft).result
    chosen = ResourceChoice(View.PARTNERS, paper=ResourcePaper.A3)
    request = Request(clock().date(), year=FiscalYear(2026), resources=chosen)
    key = submit(store, document(None, "resource-list"), request, SubmitDraft()).id
    clock.advance(days=3)
    known = store.ask(office_queries.settings)
    store.do("設定", office.change_settings, replace(known, city_addressee="函館市長　新　市長"))
    assert store.ask(differences, key) == ()
    store.do("資源", resources.change_resource, place, replace(draft, name="みなと茶話会"))
    assert [one.now for one in store.ask(differences, key)] == ["みなと茶話会"]
