# ruff: noqa: ARG002
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries import PersonListing
from app.gui.framework import window_state
from app.gui.framework.list_view import ListView
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.window_state import WindowState
from app.storage.store import Store

DAY = date(2026, 4, 1)


@dataclass(frozen=True)
class Numbers:
    """A listing of plain numbers, which can be sorted both ways."""

    length: int = 0
    order: str = "number"
    descending: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"person"})

    def keys(self, session: Session) -> Sequence[int]:
        return sorted(range(self.length), reverse=self.descending)

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, int]:
        assert len(keys) <= 100
        return {key: key for key in keys}


@dataclass(frozen=True)
class Long(Numbers):
    """A listing that can say how long it is without all its keys."""

    def count(self, session: Session) -> int:
        return self.length

    def first_keys(self, session: Session, limit: int) -> Sequence[int]:
        return self.keys(session)[:limit]


NUMBER = Column[int]("番号", str, number=True, order="number")
PLAIN = Column[int]("二倍", lambda n: str(2 * n), tip=lambda n: f"{n}の二倍")


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


def person(family: str) -> PersonDraft:
    return PersonDraft(family_name=family, given_name="花子")


def people(observed: ObservableStore) -> WindowModel[queries.PersonRow]:
    return WindowModel(observed, [Column("氏名", lambda row: row.name)], PersonListing(DAY))


@pytest.mark.parametrize("kind", [Numbers, Long])
def test_that_it_is_a_sound_model(
    observed: ObservableStore, qtmodeltester: ModelTester, kind: type[Numbers]
) -> None:
    model = WindowModel(observed, [NUMBER, PLAIN], kind(450))
    qtmodeltester.check(model, force_py=True)
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert shown == [str(2 * n) for n in range(450)]


@pytest.mark.parametrize("kind", [Numbers, Long])
def test_that_a_deep_row_and_its_key_agree(observed: ObservableStore, kind: type[Numbers]) -> None:
    model = WindowModel(observed, [NUMBER], kind(100_000))
    index = model.index(99_999, 0)
    assert (index.data(), model.key(index), model.row(index)) == ("99999", 99_999, 99_999)
    assert model.row_of(54_321) == 54_321
    assert model.row_of(-1) is None
    assert len(model.keys()) == 100_000


def test_that_a_long_listing_is_counted_once_its_beginning_is_painted(
    observed: ObservableStore, qtbot: QtBot
) -> None:
    model = WindowModel(observed, [NUMBER], Long(300))
    assert (model.rowCount(), model.uncounted) == (300, False)
    with qtbot.waitSignals([model.counted, model.rowsInserted], order="none"):
        model.show(Long(5_000))
        assert (model.rowCount(), model.uncounted) == (200, True)
    assert (model.rowCount(), model.uncounted) == (5_000, False)
    model.show(Long(7_000))
    assert model.row_of(6_999) == 6_999
    assert model.rowCount() == 7_000
    model.show(Long(7))
    assert (model.rowCount(), model.uncounted) == (7, False)


def test_that_only_twenty_windows_are_kept(observed: ObservableStore) -> None:
    model = WindowModel(observed, [NUMBER], Numbers(5_000))
    for row in range(0, 5_000, 100):
        model.index(row, 0).data()
    assert len(model._windows) == 20


def test_that_numbers_stand_right_and_tips_are_shown(observed: ObservableStore) -> None:
    model = WindowModel(observed, [NUMBER, PLAIN], Numbers(3))
    alignment = model.index(1, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "1の二倍"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "番号"


def test_that_another_order_is_another_listing(observed: ObservableStore) -> None:
    model = WindowModel(observed, [NUMBER, PLAIN], Numbers(3))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.listing == Numbers(3, descending=True)
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert [model.index(row, 0).data() for row in range(3)] == ["2", "1", "0"]


def test_that_a_change_of_another_table_is_not_read(observed: ObservableStore) -> None:
    model = WindowModel(observed, [NUMBER], Numbers(3))
    model.index(0, 0).data()
    observed.changed.emit(frozenset({"course"}))
    assert model._windows


def test_that_a_changed_row_keeps_the_place_and_the_choice(
    observed: ObservableStore, qtbot: QtBot
) -> None:
    keys = observed.plain.do("追加", commands.add_people, [person("甲"), person("乙")]).result
    view = ListView()
    qtbot.addWidget(view)
    view.show_model(people(observed), "people")
    view.choose(keys[1])
    with qtbot.assertNotEmitted(view.model().modelReset):
        observed.do("変更", commands.change_person, PersonId(keys[0]), person("甲"))
        draft = replace(person("乙"), note="電話は夕方")
        observed.do("変更", commands.change_person, PersonId(keys[1]), draft)
    assert view.current_key() == keys[1]


def test_that_a_new_row_keeps_the_choice(observed: ObservableStore, qtbot: QtBot) -> None:
    keys = observed.plain.do("追加", commands.add_people, [person("乙"), person("丙")]).result
    view = ListView()
    qtbot.addWidget(view)
    view.show_model(people(observed), "people")
    view.choose(keys[1])
    with qtbot.waitSignal(view.model().modelReset):
        observed.do("追加", commands.add_person, person("甲"))
    assert view.current_key() == keys[1]
    assert view.model().rowCount() == 3


def test_that_the_row_that_went_is_no_longer_chosen(
    observed: ObservableStore, qtbot: QtBot
) -> None:
    key = observed.plain.do("追加", commands.add_person, person("甲")).result
    view = ListView()
    qtbot.addWidget(view)
    view.show_model(people(observed), "people")
    view.choose(key)
    with qtbot.waitSignal(view.chosen) as told:
        observed.do("ごみ箱へ", commands.bin_person, key)
    assert told.args == [None]
    assert view.current_key() is None
    observed.undo()
    assert view.current_key() == key, "it is back, and nothing else was chosen meanwhile"


def test_that_enter_and_a_double_click_open_a_row(observed: ObservableStore, qtbot: QtBot) -> None:
    view = ListView()
    qtbot.addWidget(view)
    view.show_model(WindowModel(observed, [NUMBER], Numbers(3)), "numbers")
    view.choose(2)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [2]


def test_that_a_click_on_a_heading_sorts_and_the_next_turns_it_round(
    observed: ObservableStore, qtbot: QtBot
) -> None:
    view = ListView()
    qtbot.addWidget(view)
    model = WindowModel(observed, [NUMBER, PLAIN], Numbers(3))
    view.show_model(model, "numbers")
    header = view.horizontalHeader()
    header.sectionClicked.emit(0)
    header.sectionClicked.emit(0)
    assert model.listing.descending
    header.sectionClicked.emit(1)
    assert header.sortIndicatorSection() == 0


def test_that_widths_are_remembered(
    observed: ObservableStore, qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = WindowState(tmp_path)  # type: ignore[arg-type]
    monkeypatch.setattr(window_state, "_current", [state])
    for width in (80, 123):
        view = ListView()
        qtbot.addWidget(view)
        view.show_model(WindowModel(observed, [NUMBER, PLAIN], Numbers(3)), "numbers")
        if width == 123:  # the second view
            assert view.columnWidth(0) == 80
        view.setColumnWidth(0, width)
    assert state.widths("numbers")[0] == 123
