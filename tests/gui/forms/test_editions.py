from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.forms import commands, queries
from app.forms.edition import EditionDraft, Mark
from app.gui.forms.form_card import EDITIONS, TRIAL
from app.kernel.fiscal_year import FiscalYear
from app.kernel.resources import resources
from tests.forms.books import book
from tests.gui.forms.conftest import SHEET, Forms, Open

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def second(forms: Forms) -> int:
    """Register another edition, in use from the year after the window's."""
    draft = EditionDraft(forms.own, "申請書R9.xlsx", "令和9年度版", FiscalYear(2027))
    done = forms.page.store.do("様式", commands.register_form, draft, book(extra=2))
    assert done is not None
    forms.rest()
    return done.result


def titles(forms: Forms) -> list[tuple[str, str, str]]:
    tree = forms.page.card.editions.ui.editionList
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]


def test_that_the_form_in_effect_follows_the_year(open_page: Open) -> None:
    forms = open_page()
    second(forms)
    assert titles(forms) == [
        ("令和9年度版", "令和9年度から", ""),
        ("令和7年度版", "令和7年度から", "いま使う"),
    ]
    lines = forms.page.ui.formList.line()
    assert lines is not None
    assert lines.lines == ("参加申請", "申請書.xlsx", "令和7年度版　令和7年度から")
    forms.page.year.forward()
    assert titles(forms)[0] == ("令和9年度版", "令和9年度から", "いま使う")
    forms.page.year.choose(FiscalYear(2024))
    line = forms.page.ui.formList.line()
    assert line is not None
    assert line.lines[1] == "様式はまだありません"


def test_that_an_older_edition_can_be_looked_at_and_changed(open_page: Open) -> None:
    forms = open_page()
    key = second(forms)
    card, side = forms.page.card, forms.page.card.editions.ui
    QTest.keyClick(forms.page, KEY.Key_L, CONTROL)
    assert card.ui.sideTabs.currentIndex() == EDITIONS
    forms.press(side.editionList, KEY.Key_Up)
    forms.rest()
    assert card.shown is not None
    assert card.shown.edition == key
    side.yearCombo.choose(FiscalYear(2026))
    side.versionEdit.setText("令和8年4月改正")
    assert side.saveButton.isEnabled()
    QTest.keyClick(forms.page, KEY.Key_S, CONTROL)
    row = forms.page.store.ask(queries.editions, forms.own)[0]
    assert (row.version, row.from_year) == ("令和8年4月改正", FiscalYear(2026))
    assert titles(forms)[0] == ("令和8年4月改正", "令和8年度から", "いま使う")
    assert not card.editions.dirty


def test_that_an_edition_without_a_name_is_refused_under_its_field(open_page: Open) -> None:
    forms = open_page()
    side = forms.page.card.editions
    forms.page.card.choose_tab(EDITIONS)
    side.ui.nameEdit.clear()
    assert not forms.page.may_leave()
    assert side.ui.nameEdit.property("problem")
    forms.press(side.ui.nameEdit, KEY.Key_Escape)
    assert side.ui.nameEdit.text() == "申請書.xlsx"
    assert forms.page.may_leave()


def test_that_an_edition_is_written_as_a_file(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(tmp_path / "直す", tmp_path / "ない" / "a.xlsx")
    with forms.qtbot.waitSignal(forms.page.said, timeout=20_000) as told:
        QTest.keyClick(forms.page, KEY.Key_E, CONTROL)
    assert "「直す.xlsx」に書き出しました" in told.args[0]
    assert (tmp_path / "直す.xlsx").read_bytes() == book()
    QTest.keyClick(forms.page, KEY.Key_E, CONTROL)
    forms.rest()
    assert len(forms.dialogs.told) == 1


def test_that_a_form_of_ours_is_written_as_a_file(open_page: Open, tmp_path: Path) -> None:
    forms = open_page(tmp_path / "名札.xlsx")
    forms.page.ui.formList.choose("name-tags")
    forms.rest()
    with forms.qtbot.waitSignal(forms.page.said, timeout=20_000):
        QTest.keyClick(forms.page, KEY.Key_E, CONTROL)
    ours = resources() / "forms" / "name-tags.xlsx"
    assert (tmp_path / "名札.xlsx").read_bytes() == ours.read_bytes()


def test_that_an_edition_is_taken_away_and_brought_back(open_page: Open) -> None:
    forms = open_page(marks=(Mark(SHEET, "C8", "{{氏名}}"),))
    QTest.keyClick(forms.page, KEY.Key_Delete, CONTROL)
    forms.rest()
    assert forms.page.card.shown is None
    assert forms.page.card.nothing.title.text() == "まだ様式がありません"
    forms.page.store.undo()
    forms.rest()
    assert forms.page.card.shown is not None
    assert forms.marks == {"C8": "{{氏名}}"}


def test_that_the_variants_of_our_forms_are_told_apart(open_page: Open) -> None:
    forms = open_page()
    forms.page.ui.formList.choose("attendance-sheet")
    forms.rest()
    assert [title for title, _, _ in titles(forms)] == ["付属の様式", "付属の様式（6回用）"]


def test_that_a_trial_is_filled_and_leads_to_what_is_wrong(open_page: Open) -> None:
    marks = (Mark(SHEET, "C8", "{{氏名}}"), Mark(SHEET, "C9", "{{会場名}}"))
    forms = open_page(marks=marks)
    card = forms.page.card
    QTest.keyClick(forms.page, KEY.Key_T, CONTROL)
    assert card.ui.sideTabs.currentIndex() == TRIAL
    forms.qtbot.waitUntil(lambda: card.trial.ui.findingList.count() > 0, timeout=20_000)
    assert "函館　花子" in card.trial.ui.aboutLabel.plain()
    rows = [card.trial.ui.findingList.item(row) for row in range(card.trial.ui.findingList.count())]
    wrong = next(row for row in rows if "会場名" in row.text())
    place = card.trial.ui.findingList.visualItemRect(wrong).center()
    QTest.mouseClick(card.trial.ui.findingList.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert card.pane.view.place == (9, 3)
    forms.press(card.pane.view, KEY.Key_Delete)
    forms.qtbot.waitUntil(
        lambda: "会場名" not in str([r.text() for r in _rows(forms)]), timeout=20_000
    )


def _rows(forms: Forms) -> list[object]:
    findings = forms.page.card.trial.ui.findingList
    return [findings.item(row) for row in range(findings.count())]


def test_that_a_trial_says_when_it_is_invented(open_page: Open) -> None:
    forms = open_page()
    forms.page.ui.formList.choose("certificate")
    forms.rest()
    forms.page.card.choose_tab(TRIAL)
    trial = forms.page.card.trial
    forms.qtbot.waitUntil(lambda: "架空の方" in trial.ui.aboutLabel.plain(), timeout=20_000)
