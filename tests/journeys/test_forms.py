"""A form of the city's from its file to the document, and its next edition in April.

Keys, clicks and the input method only.  The small form is always there; the city's own stands
beside the repository, where it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.documents.form.addresses import split_cell
from app.gui.forms.forms_page import FormsPage
from app.gui.reporting.reporting_page import ReportingPage
from app.gui.reporting_place import ReportingPlace
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.fiscal_year import FiscalYear
from tests.documents.form.editions import edited, insert_rows
from tests.forms.books import book
from tests.journeys.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("Keyboard event not accepted", extend=True)

CITY = Path(__file__).parents[2] / ".." / "shared" / "data" / "02_forms"
PERSON = {
    "氏名": "函館　花子",
    "ふりがな": "はこだて　はなこ",
    "生年月日": "S33.4.12",
    "郵便番号": "040-8666",
    "住所": "函館市東雲町4番13号",
    "電話": "0138-00-0001",
    "携帯": "090-0000-0001",
}
DOCUMENT = "負担限度額認定申請書"
KEYS_A_CELL = 2
"""Beside the name of the field that is typed."""


@dataclass(frozen=True)
class Case:
    """A form, where its fields go, and how many rows its next edition has before row ``at``."""

    form: bytes
    fields: Mapping[str, str]
    next_form: bytes
    moved: int
    printed: tuple[str, ...]
    sunk: str
    """What stands lower in the next edition."""


def small() -> Case:
    """Return a form that the test draws, and three cells of it."""
    fields = {"C6": "担当者", "C7": "ふりがな", "C8": "氏名"}
    return Case(book(), fields, book(extra=2), 3, ("はこだて　はなこ", "函館　花子"), "花子")


def city() -> Case:
    """Return the city's application form, and twelve cells of it."""
    path = CITY / "ja_kaigo_futangendo_form.xlsx"
    if not path.is_file():
        pytest.skip("the city's forms are not beside the repository")
    fields = {
        "H3": "作成日",
        "B4": "宛先",
        "D6": "フリガナ",
        "D7": "氏名",
        "C9": "生年月日",
        "C10": "郵便番号",
        "D11": "住所",
        "K12": "電話",
        "K14": "携帯",
        "C57": "氏名",
        "K57": "連絡先電話",
        "C59": "住所",
    }
    form = path.read_bytes()
    printed = ("函館　花子", "ハコダテ　ハナコ", "040-8666", "東雲町4番13号", "0138-00-0001")
    return Case(form, fields, edited(form, insert_rows(9, 2)), 8, printed, "東雲町")


@pytest.mark.parametrize("make", [small, city])
def test_that_a_form_is_registered_filled_and_followed_by_its_next_edition(
    hands: Hands,
    office: Path,
    tmp_path: Path,
    command: Callable[..., str],
    make: Callable[[], Case],
) -> None:
    case = make()
    people = tmp_path / "連絡先.csv"
    people.write_text(",".join(PERSON) + "\n" + ",".join(PERSON.values()) + "\n", "utf-8")
    command("new", office)
    command("import", "people", people, "--apply")
    hands.start(office)
    hands.until(lambda: hands.desk.window.store is not None)
    hands.rest()
    forms = own_document(hands)
    register(hands, forms, tmp_path / "申請書.xlsx", case.form)
    point(hands, forms, case.fields)
    first = keep_document(hands, tmp_path / "一度目.pdf")
    assert all(text in words(first) for text in case.printed)
    hands.press("Ctrl+]")
    hands.until(lambda: hands.desk.year.value == FiscalYear(2027))
    follow(hands, tmp_path / "申請書R9.xlsx", case)
    second = keep_document(hands, tmp_path / "次の年度.pdf")
    assert all(text in words(second) for text in case.printed)
    assert height(second, case.sunk) < height(first, case.sunk)
    hands.press("Ctrl+[")
    hands.until(lambda: hands.desk.year.value == FiscalYear(2026))
    again = keep_document(hands, tmp_path / "もう一度.pdf")
    assert again.read_bytes() == first.read_bytes()


def place(hands: Hands) -> ReportingPlace:
    hands.press("Ctrl+Shift+R")
    assert isinstance(hands.shown, ReportingPlace)
    return hands.shown


def forms_page(hands: Hands) -> FormsPage:
    shown = place(hands)
    hands.press("Alt+6")
    assert isinstance(shown.part, FormsPage)
    return shown.part


def own_document(hands: Hands) -> FormsPage:
    """Add a document of the office's own, about one person."""
    page = forms_page(hands)
    hands.answer(DOCUMENT, 0)
    hands.press("Ctrl+Shift+N")
    assert page.card.nothing.title.text() == "まだ様式がありません"
    return page


def register(hands: Hands, page: FormsPage, path: Path, form: bytes) -> None:
    """Register the file as the form of the chosen document."""
    path.write_bytes(form)
    hands.answer(path)
    hands.press("Ctrl+N")
    hands.until(lambda: page.adding.candidate is not None)
    hands.rest()
    hands.type("令和8年度版", page.adding.ui.versionEdit)
    hands.press("Ctrl+Enter")
    hands.until(lambda: page.card.pane.reading is not None)
    hands.rest()
    assert page.card.ui.pictureStack.currentWidget() is page.card.pane


def point(hands: Hands, page: FormsPage, fields: Mapping[str, str]) -> None:
    """Point at the cells: click one, Enter, type the field's name, Enter."""
    view, ui = page.card.pane.view, page.card.fields.ui
    for cell, field in fields.items():
        box = view.box_of(split_cell(cell))
        assert box is not None, cell
        at = view.rect_of(box).center().toPoint()
        page.card.pane.ui.area.ensureVisible(at.x(), at.y())
        hands.click(view, at)
        with hands.counted() as keys:
            hands.press("Enter")
            ui.filterEdit.clear()
            hands.type(field)
            hands.press("Enter")
            assert keys() == KEYS_A_CELL
        assert f"{cell}に「{field}」を入れる" in hands.said
    found = {mark.cell: mark.text for mark in page.card.marking.marks}
    assert found == {cell: f"{{{{{field}}}}}" for cell, field in fields.items()}


def keep_document(hands: Hands, target: Path) -> Path:
    """Make the document for the person, look at it, and save it as PDF."""
    shown = place(hands)
    hands.press("Alt+5")
    page = shown.part
    assert isinstance(page, ReportingPage)
    page.ui.documentList.setFocus()
    hands.press("End")
    assert page.document.name == DOCUMENT
    if page.choices.person.person is None:
        picker = page.ui.personPicker
        hands.type("はこだて", picker)
        assert picker.list.count() == 1
        hands.press("Enter")
    assert page.ui.personName.text() == "函館　花子"
    hands.until(lambda: page._shown is not None)
    hands.rest()
    preview = page.ui.previewStack.currentWidget()
    assert isinstance(preview, PdfPreview)
    hands.answer("申請のため", target)
    hands.click(preview.save)
    return target


def follow(hands: Hands, path: Path, case: Case) -> None:
    """Register the next edition: see what moved, take one place by itself, the others at once."""
    page = forms_page(hands)
    path.write_bytes(case.next_form)
    hands.answer(path)
    hands.press("Ctrl+N")
    adding, changes = page.adding, page.adding.ui.changeList
    hands.until(lambda: adding.candidate is not None)
    hands.rest()
    assert changes.undecided == case.moved
    assert "2行下" in adding.ui.whyLabel.plain()
    assert adding.pane.view.place is not None
    changes.setFocus()
    hands.press("Enter")
    assert changes.undecided == case.moved - 1
    hands.click(adding.ui.movedButton)
    assert changes.undecided == 0
    hands.press("Ctrl+Enter")
    hands.until(lambda: page.card.shown is not None and page.card.shown.name == path.name)
    hands.rest()
    assert len(page.card.marking.marks) == len(case.fields)


def pages(path: Path) -> Any:
    return pypdfium2.PdfDocument(str(path))


def words(path: Path) -> str:
    """Return the text of a PDF with its spaces as Japanese ones."""
    document = pages(path)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text.replace(" ", "　")


def height(path: Path, text: str) -> float:
    """Return how far up the first page a text stands, in points, where it stands first."""
    document = pages(path)
    text_page = document[0].get_textpage()
    found = text_page.search(text).get_next()
    assert found is not None, text
    _left, bottom, _right, _top = text_page.get_charbox(found[0])
    document.close()
    return float(bottom)
