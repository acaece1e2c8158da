"""A place is confirmed by telephone, and a changed day stands in the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.gui.local_resources.calls_page import CallsPage
from app.gui.local_resources_place import LocalResourcesPlace
from app.gui.reporting_place import ReportingPlace
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands, queries
from app.local_resources.local_resource import ConfirmationResult, LocalResourceDraft, View
from app.reporting import resource_list
from app.reporting.catalogue import Request
from app.reporting.resource_choice import ResourceChoice
from tests.journeys.hands import Hands
from tests.local_resources.geography import boundaries

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

DRAFT = LocalResourceDraft(
    "みなとサロン",
    opening="第2・4水曜 10:00～12:00",
    public_phone="0138-00-0001",
    internal_contact="見本　二郎",
    view=View.PUBLIC,
    public_consent_on=date(2026, 4, 1),
)


def test_that_a_call_changes_the_day_in_the_list_and_is_undone_with_it(
    hands: Hands, office: Path
) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    key = store.do("社会資源", commands.add_resource, DRAFT).result
    hands.press("Ctrl+6", "Ctrl+PageDown")
    place = hands.shown
    assert isinstance(place, LocalResourcesPlace)
    page = place.part
    assert isinstance(page, CallsPage)
    assert page.ui.phoneLabel.text() == "0138-00-0001"
    page.ui.callList.setFocus()
    with hands.counted() as keys:
        hands.press("N", "F2")
        page.form.ui.openingEdit.line.selectAll()
        hands.type("第1・3木曜 13:30～15:00", page.form.ui.openingEdit)
        hands.press("Ctrl+Enter")
        assert keys() == 3
    results = [one.confirmation.result for one in store.ask(queries.confirmations, [key])[key]]
    assert results == [ConfirmationResult.CHANGED, ConfirmationResult.NO_ANSWER]
    choice = ResourceChoice(View.PUBLIC)
    asked = Request(today=date(2026, 5, 20), year=FiscalYear(2026), resources=choice)
    (line,) = store.ask(resource_list.make, asked).lists["資源"]
    assert line["開催日時"] == "第1・3木曜 13:30～15:00"
    assert line["確認日"] == date(2026, 5, 20)
    assert "見本　二郎" not in str(line)
    hands.press("Ctrl+Z")
    (line,) = store.ask(resource_list.make, asked).lists["資源"]
    assert (line["開催日時"], line["確認日"]) == (DRAFT.opening, None)


def test_that_a_map_is_printed_from_imported_boundaries(
    hands: Hands, office: Path, tmp_path: Path
) -> None:
    hands.start()
    hands.make_office(office)
    store = hands.desk.session.store
    assert store is not None
    draft = replace(DRAFT, latitude=41.77, longitude=140.72)
    store.do("社会資源", commands.add_resource, draft)
    hands.press("Ctrl+6", "Ctrl+PageDown", "Ctrl+PageDown")
    hands.answer(boundaries(tmp_path))
    hands.press("Ctrl+I")
    hands.rest()
    assert store.ask(queries.map_state).districts == 10

    hands.press("Ctrl+P")
    hands.until(lambda: isinstance(hands.shown, ReportingPlace))
    page = hands.shown.part
    hands.until(lambda: page._shown is not None)
    hands.rest()
    preview = page.ui.previewStack.currentWidget()
    assert isinstance(preview, PdfPreview)
    target = tmp_path / "地図.pdf"
    hands.answer(target)
    hands.click(preview.save)
    hands.until(target.exists)
    with pypdfium2.PdfDocument(target) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert "地域資源マップ（公開用）" in text
    assert "みなとサロン" in text
