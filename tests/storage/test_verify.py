from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from app.office.tables import District, Setting
from app.storage.backup import Reason, back_up
from app.storage.store import Store
from app.storage.verify import verify
from tests.conftest import Clock


def add(session: Session) -> None:
    session.add(District(name="西部", position=1, centre=""))
    session.add(Setting(name="印", value=0))


def test_that_a_sound_office_is_said_to_be(store: Store) -> None:
    store.do("追加", add)
    store.undo()
    store.redo()
    health = verify(store)
    assert health.sound
    assert health.sentences == ("事務所ファイルは正常です。",)


def test_that_a_row_that_is_not_as_the_log_says_is_found(store: Store, engine: Engine) -> None:
    store.do("追加", add)
    with engine.begin() as connection:
        connection.execute(text("update district set name = '別'"))
    health = verify(store)
    assert not health.sound
    assert health.problems == ("表「district」の1番が、変更の履歴と一致しません。",)


def test_that_a_lost_row_is_found(store: Store, engine: Engine) -> None:
    store.do("追加", add)
    with engine.begin() as connection:
        connection.execute(text("delete from setting"))
    assert verify(store).problems == ("表「setting」の1番が、変更の履歴と一致しません。",)


def test_that_a_reference_to_nothing_is_found_and_many_are_counted(
    store: Store, engine: Engine
) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("BEGIN")
        for number in range(8):
            connection.execute(
                text("insert into town (name, kana, district_id) values (:name, '', 9)"),
                {"name": str(number)},
            )
        connection.commit()
    problems = verify(store).problems
    assert "ない記録（表「district」）を指しています" in problems[0]
    assert problems[-1] == "ほかに3件あります。"


def test_that_the_newest_backup_and_its_age_are_said(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "控え"
    assert "控えがまだありません" in verify(store, folder).sentences[-1]
    back_up(store, folder, Reason.MANUAL)
    assert verify(store, folder).sentences[-1] == "最新の控えは4月1日09:00（今日）です。"
    clock.advance(days=3)
    assert verify(store, folder).sentences[-1] == "最新の控えは4月1日09:00（3日前）です。"
    clock.advance(days=4)
    assert verify(store, folder).sentences[-1].endswith("新しい控えを作ってください。")
