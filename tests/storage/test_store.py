from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import Engine, delete, select, text
from sqlalchemy.orm import Session, load_only

from app.kernel.errors import Refusal
from app.office.tables import District, Setting, Town
from app.storage.base import moment
from app.storage.store import Store
from app.training.tables import CourseKind


def add_district(session: Session, name: str, position: int = 1) -> int:
    row = District(name=name, position=position, centre="")
    session.add(row)
    session.flush()
    return row.id


def add_town(session: Session, name: str, district: int) -> int:
    row = Town(name=name, kana="", district_id=district)
    session.add(row)
    session.flush()
    return row.id


def rename(session: Session, key: int, name: str) -> None:
    session.get_one(District, key).name = name


def remove(session: Session, key: int) -> None:
    session.delete(session.get_one(District, key))


def names(session: Session) -> list[str]:
    return list(session.scalars(select(District.name).order_by(District.id)))


def test_that_a_command_is_told_the_time_of_its_operation(store: Store) -> None:
    assert store.do("試し", moment).result == datetime(2026, 4, 1, 9)


def test_that_a_command_that_changes_nothing_is_not_an_operation(store: Store) -> None:
    done = store.do("試し", names)
    assert (done.result, done.tables, done.operation) == ([], frozenset(), None)
    assert store.undo_label() is None
    assert not store.copy_due


def test_that_a_refused_command_leaves_no_trace(store: Store) -> None:
    def refuse(session: Session) -> None:
        add_district(session, "西部")
        raise Refusal("だめです。")

    with pytest.raises(Refusal):
        store.do("追加", refuse)
    assert store.ask(names) == []
    assert store.history() == []


def test_that_undo_and_redo_walk_through_what_was_done(store: Store) -> None:
    key = store.do("追加", add_district, "西部").result
    store.do("改名", rename, key, "東部")
    store.do("削除", remove, key)
    assert store.ask(names) == []
    assert [store.undo().result for _ in range(3)] == ["削除", "改名", "追加"]
    assert (store.ask(names), store.undo_label(), store.redo_label()) == ([], None, "追加")
    assert [store.redo().result for _ in range(2)] == ["追加", "改名"]
    assert (store.ask(names), store.undo_label(), store.redo_label()) == (["東部"], "改名", "削除")
    assert store.undo().result == "改名"
    assert store.ask(names) == ["西部"]


def test_that_nothing_can_be_redone_after_something_new_was_done(store: Store) -> None:
    key = store.do("追加", add_district, "西部").result
    store.do("改名", rename, key, "東部")
    store.undo()
    store.do("ほか", add_district, "北部")
    assert store.redo_label() is None
    with pytest.raises(Refusal, match="やり直せる操作がありません"):
        store.redo()
    assert [store.undo().result for _ in range(2)] == ["ほか", "追加"]


def test_that_an_earlier_operation_can_be_taken_back_while_its_rows_are_unchanged(
    store: Store,
) -> None:
    first = store.do("追加一", add_district, "西部")
    second = store.do("追加二", add_district, "東部", 2)
    store.do("改名", rename, second.result, "北部")
    assert store.undo(first.operation).result == "追加一"
    assert store.ask(names) == ["北部"]
    with pytest.raises(Refusal, match="すでに元に戻されて"):
        store.undo(first.operation)
    with pytest.raises(Refusal, match="その後に変更"):
        store.undo(second.operation)
    assert store.redo().result == "追加一"
    assert store.ask(names) == ["西部", "北部"]


def test_that_a_row_that_others_refer_to_is_not_taken_away(store: Store) -> None:
    district = store.do("圏域", add_district, "西部")
    store.do("町名", add_town, "弁天町", district.result)
    with pytest.raises(Refusal, match="その後の記録で使われて"):
        store.undo(district.operation)
    assert store.ask(names) == ["西部"]
    assert [store.undo().result for _ in range(2)] == ["町名", "圏域"]


def test_that_parents_and_children_come_back_together(store: Store) -> None:
    def both(session: Session) -> None:
        add_town(session, "弁天町", add_district(session, "西部"))

    def clear(session: Session) -> None:
        for table in (Town, District):
            for row in session.scalars(select(table)):
                session.delete(row)
            session.flush()

    store.do("追加", both)
    store.do("削除", clear)
    store.undo()
    assert store.ask(names) == ["西部"]
    store.redo()
    store.undo()
    store.undo()
    assert store.ask(names) == []


def test_that_unique_values_that_moved_about_move_back(store: Store) -> None:
    def swap(session: Session) -> None:
        first, second = session.scalars(select(District).order_by(District.id))
        first.name, kept = "", first.name
        session.flush()
        second.name, kept = kept, second.name
        session.flush()
        first.name = kept

    def shift(session: Session) -> None:
        """Give the first one's name to a new one, and the second's to the first."""
        first, second = session.scalars(select(District).order_by(District.id))
        session.delete(second)
        session.flush()
        first.name, kept = second.name, first.name
        session.add(District(name=kept, position=3, centre=""))

    store.do("一", add_district, "西部")
    store.do("二", add_district, "東部")
    store.do("交換", swap)
    assert store.ask(names) == ["東部", "西部"]
    store.do("送る", shift)
    assert store.ask(names) == ["西部", "東部"]
    store.undo()
    assert store.ask(names) == ["東部", "西部"]
    store.undo()
    assert store.ask(names) == ["西部", "東部"]


def test_that_an_earlier_value_is_known_even_if_it_was_never_loaded(store: Store) -> None:
    def rename_unread(session: Session) -> None:
        row = session.scalars(select(District).options(load_only(District.id))).one()
        row.name = "東部"

    def rename_expired(session: Session) -> None:
        row = session.scalars(select(District)).one()
        session.expire(row)
        row.name = "北部"

    def remove_unread(session: Session) -> None:
        session.delete(session.scalars(select(District).options(load_only(District.id))).one())

    store.do("追加", add_district, "西部")
    for command in (rename_unread, rename_expired, remove_unread):
        store.do("試し", command)
    assert store.ask(names) == []
    for expected in (["北部"], ["東部"], ["西部"], []):
        store.undo()
        assert store.ask(names) == expected


def test_that_json_and_empty_values_come_back_as_they_were(store: Store) -> None:
    def put(session: Session, value: object) -> None:
        row = session.scalars(select(Setting)).one_or_none()
        if row is None:
            session.add(Setting(name="印", value=value))
        else:
            row.value = value

    def get(session: Session) -> object:
        return session.scalars(select(Setting.value)).one()

    values = [None, {"い": [1, 2.5, None]}, 0, "𠮷", False, [], None]
    for value in values:
        store.do("設定", put, value)
    for value in reversed(values[:-1]):
        store.undo()
        assert store.ask(get) == value
    for value in values[1:]:
        store.redo()
        assert store.ask(get) == value


def test_that_a_row_changed_by_another_hand_is_not_overwritten(
    store: Store, engine: Engine
) -> None:
    store.do("追加", add_district, "西部")
    with engine.begin() as connection:
        connection.execute(text("update district set centre = '別'"))
    with pytest.raises(Refusal, match="その後に変更"):
        store.undo()
    assert store.ask(names) == ["西部"]


def test_that_what_was_only_recorded_is_never_offered_for_undo(store: Store) -> None:
    noted = store.note("提供の記録", add_district, "西部")
    assert store.undo_label() is None
    assert noted.operation is not None
    with pytest.raises(Refusal, match="記録のための"):
        store.undo(noted.operation)
    with pytest.raises(Refusal, match="履歴にありません"):
        store.undo(999)
    assert [(row.label, row.undoable) for row in store.history()] == [("提供の記録", False)]


def test_that_a_record_does_not_stand_in_the_way_of_redo(store: Store) -> None:
    store.do("追加", add_district, "西部")
    store.undo()
    store.note("提供の記録", add_district, "東部")
    assert store.redo_label() == "追加"


def test_that_the_history_tells_what_happened_newest_first(store: Store) -> None:
    key = store.do("追加", add_district, "西部").result
    store.do("改名", rename, key, "東部")
    store.undo()
    rows = store.history()
    assert [row.label for row in rows] == ["元に戻す: 改名", "改名", "追加"]
    assert [row.undone for row in rows] == [False, True, False]
    assert [row.undoable for row in rows] == [False, False, True]
    assert [row.changes for row in rows] == [1, 1, 1]
    assert rows[0].undoes == rows[1].id
    assert rows[0].done_at == datetime(2026, 4, 1, 9)
    assert [row.label for row in store.history(1)] == ["元に戻す: 改名"]


def test_that_undo_and_redo_survive_a_restart(store: Store, engine: Engine) -> None:
    store.do("一", add_district, "西部")
    store.do("二", add_district, "東部")
    store.undo()
    again = Store(engine, store.place, store.now)
    assert (again.undo_label(), again.redo_label()) == ("一", "二")
    again.redo()
    assert again.ask(names) == ["西部", "東部"]


def test_that_a_change_that_would_miss_the_log_is_a_fault(store: Store) -> None:
    store.do("追加", add_district, "西部")
    with pytest.raises(RuntimeError, match="mapped objects"):
        store.do("削除", lambda session: session.execute(delete(District)))
    assert store.ask(names) == ["西部"]


def test_that_an_encrypted_office_undoes_too(encrypted_store: Store) -> None:
    encrypted_store.do("追加", add_district, "西部")
    encrypted_store.undo()
    assert encrypted_store.ask(names) == []
    assert b"SQLite" not in encrypted_store.place.path.read_bytes()[:16]


def test_that_days_and_truth_values_are_stored_alike_by_undo(store: Store, engine: Engine) -> None:
    def add_kind(session: Session) -> None:
        session.add(
            CourseKind(
                name="養成研修",
                title="研修",
                sign="養",
                position=1,
                capacity=40,
                sessions=5,
                minimum_attended=4,
                make_up_allowed=True,
                excused_counts=False,
            )
        )

    def stored(session: Session) -> list[object]:
        return [tuple(row) for row in session.execute(text("select * from course_kind"))]

    store.do("追加", add_kind)
    before = store.ask(stored)
    store.undo()
    store.redo()
    assert store.ask(stored) == before
    assert store.do("日付", lambda _session: date(2026, 4, 1)).result == date(2026, 4, 1)


def test_that_what_was_deleted_while_a_form_was_open_is_refused_by_name(store: Store) -> None:
    west = store.do("圏域", add_district, "西部").result
    town = store.do("町名", add_town, "弁天町", store.do("圏域", add_district, "東部").result)
    store.do("削除", remove, west)

    def move(session: Session) -> None:
        session.get_one(Town, town.result).district_id = west

    for command, values in ((move, ()), (add_town, ("大町", west))):
        with pytest.raises(Refusal, match="「西部」は、そのあと削除されています") as caught:
            store.do("保存", command, *values)
        assert "選び直して" in caught.value.fields["district_id"]
    with pytest.raises(Refusal, match="選ばれているものは、そのあと削除されています"):
        store.do("保存", add_town, "大町", 99)
    store.undo()
    store.do("保存", move)


def test_that_what_others_refer_to_is_not_deleted(store: Store) -> None:
    west = store.do("圏域", add_district, "西部").result
    store.do("町名", add_town, "弁天町", west)
    with pytest.raises(Refusal, match="ほかの記録で使われているため削除できません"):
        store.do("削除", remove, west)
    assert store.ask(names) == ["西部"]
