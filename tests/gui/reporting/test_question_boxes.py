"""The boxes of what a document is asked: 社会資源一覧 and the documents of matching."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.reporting.document_link import document_target
from app.gui.reporting.reporting_page import ReportingPage
from app.kernel.fiscal_year import FiscalYear
from app.local_resources import commands
from app.local_resources.local_resource import LocalResourceDraft, View
from app.office import commands as office
from app.office.masters import DistrictDraft
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.reporting.records import keep_match

WAIT = 20_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def page(qtbot: QtBot, store: Store, jobs: Jobs, clock: Clock) -> ReportingPage:
    north = store.do("圏域", office.add_district, DistrictDraft("北部")).result
    inside = LocalResourceDraft("内輪の会", district_id=north, district_fixed=True)
    public = LocalResourceDraft("みんなの会", view=View.PUBLIC, public_consent_on=date(2026, 4, 1))
    store.do("追加", commands.add_resources, [inside, public])
    year = YearChoice(FiscalYear(2026))
    made = ReportingPage(ObservableStore(store), year, FakeDialogs(), jobs, clock)
    qtbot.addWidget(made)
    made.show()
    return made


def _shown(page: ReportingPage, qtbot: QtBot, wanted: str) -> str:
    """Wait until the list shown holds a text, and return all of it."""

    def text() -> str:
        shown = page._shown
        if shown is None:
            return ""
        pages = pypdfium2.PdfDocument(shown.pdf)
        return "".join(one.get_textpage().get_text_range() for one in pages)

    qtbot.waitUntil(lambda: wanted in text(), timeout=WAIT)
    return text()


def _box(page: ReportingPage, name: str) -> QComboBox:
    found = page.findChild(QComboBox, f"{name}Combo")
    assert isinstance(found, QComboBox)
    return found


def test_that_the_public_list_comes_first_and_each_box_makes_another(
    page: ReportingPage, qtbot: QtBot
) -> None:
    page.open_target(document_target("resource-list"))
    assert "内輪の会" not in _shown(page, qtbot, "みんなの会")
    assert _box(page, "view").currentText() == "公開用"
    qtbot.keyClick(_box(page, "view"), Qt.Key.Key_End)
    assert "取扱注意" in _shown(page, qtbot, "内輪の会")
    qtbot.keyClick(_box(page, "district"), Qt.Key.Key_End)
    assert "みんなの会" not in _shown(page, qtbot, "（内部用）　北部")


def test_that_other_documents_do_not_ask_for_whom(page: ReportingPage) -> None:
    page.open_target(document_target("export-register"))
    assert page.findChild(QComboBox, "viewCombo") is None
    page.open_target(document_target("resource-list"))
    assert _box(page, "view").count() == 3


def test_that_a_link_chooses_a_match_and_a_box_another_answer(
    page: ReportingPage, store: Store, qtbot: QtBot
) -> None:
    keep_match(store)
    page.open_target(document_target("activity-slip", match=1, month=4))
    assert "1時間30分" in _shown(page, qtbot, "見本　五月")
    assert _box(page, "match").currentText() == "見本　五月　見本　次郎　雪かき"
    page.open_target(document_target("help-request"))
    assert "R8-001" not in _shown(page, qtbot, "お 手 伝 い 希 望 票")
    qtbot.keyClick(_box(page, "request"), Qt.Key.Key_End)
    assert "☑ 除雪・雪かき" in _shown(page, qtbot, "R8-001")


def test_that_results_are_recorded_only_where_they_name_people(
    page: ReportingPage, store: Store, qtbot: QtBot
) -> None:
    keep_match(store)
    page.open_target(document_target("match-results"))
    assert "見本　五月" not in _shown(page, qtbot, "R8-001")
    assert page._shown is not None
    assert page._shown.made.content.people == 0
    qtbot.keyClick(_box(page, "names"), Qt.Key.Key_End)
    _shown(page, qtbot, "見本　五月")
    assert "取扱注意：1名分の個人情報（氏名）" in page.ui.remarkLabel.text()
