"""Pictures of the part 様式: a city's form, its editions, its trial print and its next edition."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from app.forms import commands
from app.forms import queries as forms
from app.forms.edition import Basis, EditionDraft, Mark
from app.gui.forms.form_card import EDITIONS, FIELDS, TRIAL
from app.gui.forms.forms_page import FormsPage
from app.gui.reporting_place import ReportingPlace
from app.kernel.fiscal_year import FiscalYear
from app.sample.office import TODAY
from tools.drawn_forms import city

if TYPE_CHECKING:  # it calls this module
    from tools.screenshots import Studio

_OWN_DOCUMENT = "生活支援サービス利用申請書"
_OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def shoot_form(one: Studio, suffix: str = "") -> FormsPage:
    """Take a city's form with its fields, and its trial print; return the page."""
    page, own = _forms(one)
    one.go("reporting", "form", own)
    page.card.pane.go_to((7, 3))
    one.shoot(f"11-reporting-forms-open{suffix}")
    page.card.choose_tab(TRIAL)
    one.shoot(f"11-reporting-forms-trial{suffix}")
    page.card.choose_tab(FIELDS)
    return page


def shoot_forms(one: Studio) -> None:
    """Take also its editions, the next one, what is refused, and a form of ours."""
    page = shoot_form(one)
    page.card.choose_tab(EDITIONS)
    one.shoot("11-reporting-forms-editions")
    page.card.choose_tab(FIELDS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "利用申請書（令和9年4月）.xlsx"
        path.write_bytes(city.draw(mail=True))
        page.add_file(path)
        one.shoot("11-reporting-forms-next")
        path = Path(folder) / "古い様式.xls"
        path.write_bytes(_OLD_WORKBOOK)
        page.add_file(path)
        one.shoot("11-reporting-forms-refused")
    page.adding.leave()
    one.go("reporting", "form", "attendance-sheet")
    one.shoot("11-reporting-forms-shipped")


def _forms(one: Studio) -> tuple[FormsPage, str]:
    """Return the page of forms, and the document of the office's own that has the city's form."""
    store = one.window.store
    assert store is not None
    known = {own.name: own.document for own in store.ask(forms.own_documents)}
    if _OWN_DOCUMENT not in known:
        added = store.plain.do("書類", commands.add_own_document, _OWN_DOCUMENT, Basis.PERSON)
        known[_OWN_DOCUMENT] = f"own-{added.result}"
        year = FiscalYear.of(TODAY)
        draft = EditionDraft(known[_OWN_DOCUMENT], "利用申請書.xlsx", "令和8年4月改正", year)
        marks = [Mark(city.SHEET, cell, text) for cell, text in city.PLACES.items()]
        store.plain.do("様式", commands.register_form, draft, city.draw(), marks)
    one.go("reporting", "form", known[_OWN_DOCUMENT])
    place = one.window.ui.pages.currentWidget()
    assert isinstance(place, ReportingPlace)
    assert isinstance(place.part, FormsPage)
    return place.part, known[_OWN_DOCUMENT]
