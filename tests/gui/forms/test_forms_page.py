from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.forms import queries
from app.forms.edition import Basis
from app.gui.forms.forms_page import find_forms
from app.gui.framework.search import Target
from app.gui.reporting_place import ReportingPlace
from tests.gui.forms.conftest import Forms, Open

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def names(forms: Forms) -> list[str]:
    listed = forms.page.ui.formList
    return [listed.item(row).text() for row in range(listed.count())]


def test_that_every_document_is_listed_with_its_form(open_page: Open) -> None:
    forms = open_page()
    assert names(forms)[0] == "出席簿"
    assert names(forms)[-1] == "参加申請"
    line = forms.page.ui.formList.item(0)
    said = line.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "出席簿　付属の様式"


def test_that_an_own_document_is_added_renamed_and_dropped(open_page: Open) -> None:
    forms = open_page("負担限度額認定申請書", 0, "限度額認定申請書")
    QTest.keyClick(forms.page, KEY.Key_N, CONTROL | SHIFT)
    assert "何についての書類ですか" in forms.dialogs.asked[1][1]
    (_, added) = forms.page.store.ask(queries.own_documents)
    assert (added.name, added.basis) == ("負担限度額認定申請書", Basis.PERSON)
    assert forms.page.card.document is not None
    assert forms.page.card.document.name == "負担限度額認定申請書"
    assert forms.page.card.nothing.title.text() == "まだ様式がありません"
    QTest.mouseClick(forms.page.ui.renameButton, Qt.MouseButton.LeftButton)
    assert names(forms)[-1] == "限度額認定申請書"
    QTest.mouseClick(forms.page.ui.dropButton, Qt.MouseButton.LeftButton)
    assert names(forms)[-1] == "参加申請"
    forms.page.store.undo()
    assert names(forms)[-1] == "限度額認定申請書"


def test_that_a_name_that_is_taken_is_refused(open_page: Open) -> None:
    forms = open_page("参加申請", 2)
    with forms.qtbot.waitSignal(forms.page.store.refused) as told:
        QTest.keyClick(forms.page, KEY.Key_N, CONTROL | SHIFT)
    assert "すでにあります" in told.args[0]


def test_that_forms_are_found_and_led_to(open_page: Open) -> None:
    forms = open_page()
    (hit,) = find_forms(forms.page.store, "名札", 5)
    assert (hit.title, hit.target) == ("名札の様式", Target("reporting", "form", "name-tags"))
    forms.page.open_target(hit.target)
    forms.rest()
    assert forms.page.card.document is not None
    assert forms.page.card.document.id == "name-tags"
    with forms.qtbot.waitSignal(forms.page.said):
        forms.page.open_target(Target("reporting", "form", "own-99"))


def test_that_a_hidden_page_reads_nothing_until_it_is_seen(open_page: Open) -> None:
    forms = open_page()
    forms.page.hide()
    forms.page.year.back()
    forms.page.year.back()
    line = forms.page.ui.formList.line()
    assert line is not None
    assert line.form is not None
    forms.page.show()
    line = forms.page.ui.formList.line()
    assert line is not None
    assert line.form is None


def test_that_the_picture_grows_and_shrinks_and_keeps_its_cell(open_page: Open) -> None:
    forms = open_page()
    pane = forms.page.card.pane
    forms.click((8, 3))
    fit = pane.zoom.percent
    pane.view.setFocus()
    QTest.mouseClick(pane.ui.largerButton, Qt.MouseButton.LeftButton)
    assert pane.zoom.percent > fit
    QTest.mouseClick(pane.ui.smallerButton, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.ui.fitButton, Qt.MouseButton.LeftButton)
    assert pane.zoom.percent == fit
    assert pane.view.place == (8, 3)
    forms.qtbot.waitUntil(lambda: not pane.view.is_blank)


def test_that_the_list_is_folded_away_and_brought_back(open_page: Open) -> None:
    forms = open_page()
    QTest.keyClick(forms.page, KEY.Key_F4)
    assert not forms.page.ui.listPanel.isVisible()
    QTest.keyClick(forms.page, KEY.Key_F4)
    assert forms.page.ui.listPanel.isVisible()


def test_that_the_place_has_both_parts_and_the_keys_of_the_one_shown(open_page: Open) -> None:
    forms = open_page()
    page = forms.page
    page.hide()
    place = ReportingPlace(page.store, page.year, page.dialogs, page.jobs, page.clock)
    forms.qtbot.addWidget(place)
    with forms.qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    place.open_target(Target("reporting", "document", "certificate"))
    assert place.part is place.making
    assert "Excelで保存" in {action.text() for action in place.keys.actions}
    place.open_target(Target("reporting", "form", "certificate"))
    assert place.part is place.forms
    assert "試し刷り" in {key.text for key in place.keys.help()}
    assert "Excelで保存" not in {key.text for key in place.keys.help()}
    place.open_target(Target("reporting", "document", "certificate"))
    assert place.part is place.making
    QTest.keyClick(place, KEY.Key_6, Qt.KeyboardModifier.AltModifier)
    assert place.part is place.forms
    forms.rest()
