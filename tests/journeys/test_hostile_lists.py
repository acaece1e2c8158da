"""Lists that cannot be taken in, and strings that broke other programs, imported and typed.

Always a sentence that says what to do; nothing lost, nothing half-done, and the program goes on.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.documents.csv_file import write_csv
from app.gui.contacts_place import ContactsPlace
from tests.journeys.applicants import APPLICANTS, messy_workbook
from tests.journeys.conftest import Command, ends_in_a_sentence
from tests.journeys.hands import Hands
from tests.journeys.hostile_files import bad_lists

# A key whose page has gone when it is let go; and what Qt says while it looks among the fonts of
# the machine for writing nobody here uses.
pytestmark = pytest.mark.qt_log_ignore(
    "Keyboard event not accepted", "^OpenType support", "^QFSFileEngine::open", extend=True
)

ROOT = Path(__file__).parents[2]
NAUGHTY = ROOT / ".." / "shared" / "data" / "10_csv_text_hostile" / "blns.json"
OWN = (
    "'; DROP TABLE person; --",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "%s%n{0}{{氏名}}",
    "\u202e反対",
    "👩‍👩‍👧‍👦一家",
    "葛󠄀城",
    "\ufeffＢＯＭ",
    "NULL",
    "../../../etc/passwd",
    "͇̳Z̗̞a̱l̫g͔o͍",
)


def naughty_strings() -> list[str]:
    """Return strings that broke somebody's program, with our own first."""
    if not NAUGHTY.exists():
        return list(OWN)
    return [*OWN, *json.loads(NAUGHTY.read_text("utf-8"))]


def test_that_every_bad_list_is_refused_in_the_window(
    hands: Hands, command: Command, office: Path, tmp_path: Path
) -> None:
    hands.start()
    hands.make_office(office)
    hands.press("Ctrl+2", "Ctrl+I")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    page = place.people
    pane = page.import_pane
    assert pane is not None
    for path, word in bad_lists(tmp_path / "lists").items():
        hands.answer(path)
        hands.press("Ctrl+Enter")
        hands.rest()
        assert word in pane.ui.fileProblemLabel.text(), path.name
        assert ends_in_a_sentence(hands.dialogs.told[-1])
        assert pane.ui.steps.currentIndex() == 0
    hands.answer(messy_workbook(tmp_path / "よい.xlsx"))
    for step in (1, 2, 3):
        hands.press("Ctrl+Enter")
        hands.until(lambda wanted=step: pane.ui.steps.currentIndex() == wanted)
        hands.rest()
    hands.press("Esc")
    hands.close()
    assert command("dump").count('{"table": "person",') == APPLICANTS


def test_that_a_list_of_naughty_strings_loses_no_row(
    command: Command, office: Path, tmp_path: Path
) -> None:
    command("new", office)
    strings = naughty_strings()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("氏名", "電話番号", "備考"))
    for number, text in enumerate(strings):
        for column, value in enumerate((text, f"0138-22-{number:04d}", text), start=1):
            cell = sheet.cell(number + 2, column)
            cell.value = without_controls(value)
            cell.data_type = "s"
    book.save(tmp_path / "名簿.xlsx")
    write_csv(tmp_path / "名簿.csv", ("氏名", "備考"), [(text, text) for text in strings])
    for name in ("名簿.xlsx", "名簿.csv"):
        path = tmp_path / name
        words = ("import", "people", path, "--doubtful", "add", "--apply", "--json")
        done = json.loads(command(*words))
        filled = {row for row, text in enumerate(strings, start=2) if without_controls(text)}
        named = {row["row"] for row in (*done["rows"], *done["left_out"])}
        assert filled <= named, sorted(filled - named)
        command("undo")
        command("redo")
    command("verify")


def without_controls(text: str) -> str:
    """Return a text without what a workbook cannot hold."""
    return "".join(char for char in text if char.isprintable() or char in " 　\t\u200b").strip()


def test_that_naughty_strings_typed_as_a_name_are_kept_or_refused(
    hands: Hands, command: Command, office: Path
) -> None:
    hands.start()
    hands.make_office(office)
    hands.press("Ctrl+2")
    place = hands.shown
    assert isinstance(place, ContactsPlace)
    page = place.people
    strings = [*OWN, *naughty_strings()[len(OWN) :: 48]]
    kept = []
    for text in strings:
        hands.press("Ctrl+N")
        ui = page.form.ui
        hands.paste(text, ui.familyEdit)
        hands.paste(text, ui.noteEdit)
        typed = ui.familyEdit.text()
        hands.press("Ctrl+Enter")
        if page.ui.sideStack.currentWidget() is page.form:
            assert page.form.dirty or not typed.strip()
            assert ui.familyEdit.text().strip() == typed.strip()
            hands.dialogs.answers = [True] if page.form.dirty else []
            hands.press("Esc")
            hands.dialogs.answers = []
        else:
            kept.append(typed.strip())
            assert page.card.ui.nameLabel.text()
    hands.close()
    people = [json.loads(line) for line in command("dump").splitlines()]
    stored = [one["family_name"] for one in people if one["table"] == "person"]
    assert stored == kept
    assert len(kept) > len(strings) // 2
