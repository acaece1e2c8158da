"""A request comes by FAX: typed in, ranked, two are asked, one declines, the other is matched."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from app.contacts import commands as contacts
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.ranking_rows import Asked, Candidate
from app.gui.matching.requests_page import RequestsPage
from app.gui.matching_place import MatchingPlace
from app.matching import queries
from app.matching.match import Answer, MatchState
from app.matching.request import RequestId, RequestState
from app.supporters import commands as supporters
from app.supporters import queries as masters
from app.supporters.availability import DayPart, week_of
from app.supporters.supporter import Skill, SupporterDraft
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

APRIL = date(2026, 4, 1)
WEDNESDAY = week_of([(2, DayPart.MORNING)])
NAMES = (("石川", "いしかわ"), ("上田", "うえだ"), ("江藤", "えとう"), ("小野", "おの"))


def supporters_of_the_office(store: ObservableStore) -> int:
    """Register four people; the first does it well, the last cannot; return the kind wanted."""
    kind = store.ask(masters.support_kinds)[0].id
    for number, (family, kana) in enumerate(NAMES):
        draft = PersonDraft(family, "試", kana, "ためし", phone=f"0138-00-{number:04d}")
        person = store.do("人", contacts.add_person, draft).result
        given = SupporterDraft(week=WEDNESDAY)
        made = store.do("登録", supporters.register, person, given, on=APRIL).result
        if number < 3:
            skill = Skill.GOOD if number == 0 else Skill.CAN
            store.do("できること", supporters.set_skills, made, {kind: (skill, number == 0)})
        if number == 0:
            consent = ConsentDraft(ConsentItem.TO_PLACES, APRIL)
            store.do("同意", contacts.give_consent, person, consent)
    return kind


def type_the_fax(hands: Hands, page: RequestsPage) -> None:
    """Type a request as the paper has it, Enter after each field."""
    hands.press("Ctrl+N", "Enter", "Enter", "Enter")
    for text in ("みなと町会", "見本　一郎", "23-2226", "みなとサロン", "会場の手伝い", "1"):
        hands.type(text)
        hands.press("Enter")
    assert QApplication.focusWidget() is page.form.ui.contentEdit
    hands.type("いす並べと受付")
    hands.press("Tab", "Enter")
    for text in ("6/3", "10", "12"):
        hands.type(text)
        hands.press("Enter")
    hands.press("Ctrl+Enter")


def test_that_a_request_by_fax_is_ranked_asked_for_and_matched(hands: Hands, office: Path) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    supporters_of_the_office(store)
    hands.press("Ctrl+5")
    place = cast("MatchingPlace", hands.shown)
    page = place.part
    assert isinstance(page, RequestsPage)

    type_the_fax(hands, page)
    (request,) = (RequestId(key) for key in store.ask(queries.RequestListing().keys))
    card = store.ask(queries.request_card, request, date(2026, 5, 20))
    assert (card.number, card.organisation, card.place) == ("R8-001", "みなと町会", "みなとサロン")
    assert (card.draft.contact_phone, card.draft.on_day) == ("0138-23-2226", date(2026, 6, 3))
    assert card.when == "6月3日（水）　10:00～12:00"

    with hands.counted() as keys:
        hands.press("Ctrl+Shift+C")
    assert keys() == 1, "three supporters, and why, in one key"
    told = QApplication.clipboard().text()
    assert "1　石川　試さん" in told
    assert "2　サポーター（登録番号 R8-002）" in told
    assert "上田" not in told

    with hands.counted() as keys:
        hands.press("F6", "2", "P")
    assert keys() == 3
    view = page.ranking.view
    asked = [row.match for row in view.rows.rows if isinstance(row, Asked)]
    assert [one.name for one in asked] == ["石川　試", "上田　試"]
    assert [row.text for row in view.rows.rows if isinstance(row, Candidate)] == ["1　江藤　試"]
    assert page.card.ui.kanaLabel.text() == "R8-001　調整中　みなとサロン"

    hands.press("D")
    hands.type("孫の行事と重なる")
    hands.press("Enter")
    first = store.ask(queries.match_card, asked[0].id, date(2026, 5, 20))
    assert (first.state, first.draft.decline_reason) == (MatchState.FAILED, "孫の行事と重なる")
    hands.press("Home", "Down", "A")
    second = store.ask(queries.match_card, asked[1].id, date(2026, 5, 20))
    assert (second.state, second.draft.answer) == (MatchState.ARRANGING, Answer.ACCEPTED)

    hands.press("S", "Down", "Enter", "Enter", "Enter")
    second = store.ask(queries.match_card, asked[1].id, date(2026, 5, 20))
    assert second.state is MatchState.AGREED
    assert store.ask(queries.request_card, request, date(2026, 5, 20)).state is RequestState.FILLED
    hands.press("Ctrl+Z")
    second = store.ask(queries.match_card, asked[1].id, date(2026, 5, 20))
    assert second.state is MatchState.ARRANGING
    hands.press("Ctrl+Y")

    hands.press("Ctrl+K")
    hands.type("R8-001")
    hands.press("Enter")
    hands.until(lambda: hands.shown is place)
    assert page.card.key == request
