"""From a completed course to the figures of the year: registered, insured, asked, active."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest

from app.gui.activities.slips_page import SlipsPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.requests_page import RequestsPage
from app.gui.matching_place import MatchingPlace
from app.gui.results.results_page import ResultsPage
from app.gui.supporters.insurance_page import InsurancePage
from app.gui.supporters.register_page import RegisterPage
from app.gui.supporters.supporters_place import SupportersPlace
from app.kernel.fiscal_year import FiscalYear
from app.matching import queries
from app.matching.match import MatchState
from app.supporters import queries as supporters
from app.training import commands as training
from tests.journeys.hands import Hands
from tests.training.office import Office

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

TODAY = date(2026, 5, 20)
YEAR = FiscalYear(2026)


def complete_a_course(store: ObservableStore) -> None:
    """Let three people complete a course, as the journey of courses does by hand."""
    course = Office(store.plain).course()
    keys = Office(store.plain).trainees(course, 3)
    store.do("修了", training.confirm_completion, course, dict.fromkeys(keys, True), TODAY)


def test_that_who_completed_a_course_helps_and_is_counted(hands: Hands, office: Path) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    complete_a_course(store)

    hands.press("Ctrl+4", "Ctrl+PageDown")
    place = cast("SupportersPlace", hands.shown)
    assert isinstance(place.part, RegisterPage)
    hands.press("Ctrl+A", "Ctrl+Enter")
    listing = supporters.SupporterListing(TODAY)
    assert len(store.ask(listing.keys)) == 3
    assert store.ask(supporters.candidates_to_register) == ()

    hands.press("Ctrl+PageDown")
    assert isinstance(place.part, InsurancePage)
    hands.press("Ctrl+A", "Ctrl+Enter", "Ctrl+Enter")
    assert store.ask(supporters.uninsured, YEAR.start) == ()

    hands.press("Ctrl+5")
    matching = cast("MatchingPlace", hands.shown)
    assert isinstance(matching.part, RequestsPage)
    hands.press("Ctrl+N", "Enter", "Enter", "Enter")
    for text in ("みなと町会", "見本　一郎", "23-2226", "みなとサロン", "会場の手伝い"):
        hands.type(text)
        hands.press("Enter")
    hands.press("Ctrl+Enter")
    hands.press("F6", "2", "P", "D")
    hands.type("通院が重なる")
    hands.press("Enter", "Home", "Down", "A", "S", "Down", "Enter", "Enter", "Enter")
    found = store.ask(queries.matches, store.ask(queries.MatchListing().keys))
    assert sorted(one.state.label for one in found) == ["不成立", "成立"]

    hands.clock.now = datetime(2026, 8, 3, 9)
    hands.press("Ctrl+PageDown", "Ctrl+PageDown", "Ctrl+PageDown")
    assert isinstance(matching.part, SlipsPage)
    hands.press("Alt+Left", "Alt+Left", "Alt+Left")
    for days in ("25", "1,8", "8,15"):  # May, June, July
        hands.type(f"{days} 1.5")
        hands.press("Enter", "Alt+Right")
    figures = store.ask(queries.results, YEAR).total
    counted = (figures.attendances.count, figures.people.count, figures.minutes.count)
    assert counted == (5, 1, 5 * 90)
    (helping,) = store.ask(queries.matches, figures.agreed.keys)
    assert helping.state is MatchState.ACTIVE

    hands.press("Ctrl+PageDown", "Ctrl+PageDown")
    assert isinstance(matching.part, ResultsPage)
    hands.press("Ctrl+P")
    hands.rest()
    assert hands.shown is not matching
