from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import FileLost, Refusal
from app.office.tables import District
from app.storage.engine import connected
from app.storage.office_file import create_office, is_encrypted, open_office
from app.storage.schema import APPLICATION_ID
from app.storage.store import Store
from tests.conftest import Clock

WORDS = "函館の くじら ２号"


def add(session: Session, name: str = "西部") -> None:
    session.add(District(name=name, position=1, centre=""))


def names(session: Session) -> list[str]:
    return list(session.scalars(select(District.name).order_by(District.id)))


Opener = Callable[..., Store]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kurashi.kurashi"


@pytest.fixture(params=[None, WORDS], ids=["plain", "encrypted"])
def office(request: pytest.FixtureRequest, path: Path, clock: Clock) -> Path:
    create_office(path, passphrase=request.param, clock=clock, prepare=add)
    return path


@pytest.fixture
def plain(path: Path, clock: Clock) -> Path:
    create_office(path, passphrase=None, clock=clock, prepare=add)
    return path


@pytest.fixture
def opened(clock: Clock) -> Opener:
    def open_(path: Path, passphrase: str | None = WORDS, backups: Path | None = None) -> Store:
        return open_office(path, passphrase=passphrase, clock=clock, backups=backups)

    return open_


def test_that_a_new_office_opens_with_what_it_begins_with(office: Path, opened: Opener) -> None:
    assert [path.name for path in office.parent.iterdir()] == ["kurashi.kurashi"]
    store = opened(office)
    assert store.ask(names) == ["西部"]
    assert store.undo_label() is None
    store.close()
    store.close()
    assert [path.name for path in office.parent.iterdir()] == ["kurashi.kurashi"]


def test_that_an_encrypted_office_tells_nothing_without_its_passphrase(
    path: Path, clock: Clock, opened: Opener
) -> None:
    create_office(path, passphrase=WORDS, clock=clock, prepare=add)
    assert is_encrypted(path)
    assert "西部".encode() not in path.read_bytes()
    for wrong in (None, "", "函館の いるか"):
        with pytest.raises(Refusal, match="パスフレーズ"):
            opened(path, wrong)
    typed_wide = "函館の　くじら　2号"
    opened(path, typed_wide).close()


def test_that_two_encrypted_offices_with_one_passphrase_differ(
    tmp_path: Path, clock: Clock
) -> None:
    heads = set()
    for name in ("a.kurashi", "b.kurashi"):
        create_office(tmp_path / name, passphrase=WORDS, clock=clock)
        heads.add((tmp_path / name).read_bytes()[:16])
    assert len(heads) == 2


def test_that_the_file_keeps_its_promises(office: Path, opened: Opener) -> None:
    def settings(session: Session) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "application_id")
        run = session.connection().exec_driver_sql
        return [run(f"PRAGMA {name}").scalar() for name in names]

    store = opened(office)
    assert store.ask(settings) == ["wal", 2, 1, APPLICATION_ID]
    store.close()


def test_that_an_existing_file_is_never_made_anew(plain: Path, clock: Clock) -> None:
    before = plain.read_bytes()
    with pytest.raises(Refusal, match="すでにあります"):
        create_office(plain, passphrase=None, clock=clock)
    assert plain.read_bytes() == before


def test_that_an_office_that_cannot_be_prepared_leaves_no_file(path: Path, clock: Clock) -> None:
    def fail(session: Session) -> None:
        add(session)
        raise Refusal("準備できません。")

    with pytest.raises(Refusal, match="準備"):
        create_office(path, passphrase=None, clock=clock, prepare=fail)
    assert list(path.parent.iterdir()) == []


def test_that_a_log_left_by_a_lost_file_is_not_read_into_a_new_one(
    plain: Path, clock: Clock, opened: Opener, tmp_path: Path
) -> None:
    store = opened(plain)
    store.do("追加", add, "東部")
    left = tmp_path / "left"
    shutil.copyfile(f"{plain}-wal", left)
    store.close()
    plain.unlink()
    shutil.copyfile(left, f"{plain}-wal")
    create_office(plain, passphrase=None, clock=clock, prepare=add)
    store = opened(plain)
    assert store.ask(names) == ["西部"]
    store.close()


def test_that_a_second_opener_is_told_who_has_the_file(plain: Path, opened: Opener) -> None:
    store = opened(plain)
    with pytest.raises(Refusal, match=rf"4月1日09:00から.*番号{os.getpid()}.*開かれています"):
        opened(plain)
    store.close()
    opened(plain).close()


def test_that_a_file_whose_program_died_is_taken_over(plain: Path, opened: Opener) -> None:
    program = (
        "import os, sys; from pathlib import Path; from datetime import datetime\n"
        "from app.storage.office_file import open_office\n"
        "clock = lambda: datetime(2026, 4, 1)\n"
        "open_office(Path(sys.argv[1]), passphrase=None, clock=clock, backups=None)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run([sys.executable, "-c", program, str(plain)], cwd=root, check=False)
    assert ended.returncode != 0
    assert plain.with_name(plain.name + ".lock").exists()
    store = opened(plain)
    assert store.ask(names) == ["西部"]
    store.close()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04" + bytes(4092),
        "氏名,ふりがな\r\n".encode("cp932") * 512,
        b"a,b\n" * 1024,
        b"SQLite format 3\x00" + bytes(4080),
        bytes(range(256)) * 16,
    ],
    ids=["empty", "xlsx", "list", "ascii", "broken", "noise"],
)
def test_that_another_file_is_refused_in_words(path: Path, opened: Opener, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Refusal, match=r"事務所ファイル|パスフレーズが違います"):
        opened(path)
    assert path.read_bytes() == content
    assert not path.with_name(path.name + ".lock").exists()


def test_that_another_program_s_database_is_refused(path: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("create table alembic_version (version_num text)")
    with pytest.raises(Refusal, match="事務所ファイルではありません"):
        opened(path)


def test_that_a_file_of_a_newer_program_is_refused(plain: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(plain)) as raw, raw:
        raw.execute("update alembic_version set version_num = '9999'")
    with pytest.raises(Refusal, match="新しい版"):
        opened(plain)


def test_that_a_missing_file_or_folder_is_said(
    tmp_path: Path, clock: Clock, opened: Opener
) -> None:
    with pytest.raises(Refusal, match="見つかりません"):
        opened(tmp_path / "none.kurashi")
    with pytest.raises(Refusal, match="ファイルの場所"):
        create_office(tmp_path / "none" / "new.kurashi", passphrase=None, clock=clock)
    with pytest.raises(Refusal, match="見つかりません"):
        is_encrypted(tmp_path / "none.kurashi")
    with pytest.raises(Refusal):
        opened(tmp_path)


def test_that_a_damaged_file_is_said_and_not_made_worse(plain: Path, opened: Opener) -> None:
    with closing(sqlite3.connect(plain)) as raw:
        (root,) = raw.execute("select rootpage from sqlite_schema where name='district'").fetchone()
    content = bytearray(plain.read_bytes())
    content[(root - 1) * 4096 : (root - 1) * 4096 + 64] = b"\xff" * 64
    plain.write_bytes(content)
    store = opened(plain)
    with pytest.raises(Refusal, match="壊れています"):
        store.ask(names)
    with pytest.raises(Refusal, match="壊れています"):
        store.do("追加", add, "東部")
    store.close()
    assert plain.read_bytes() == content


def test_that_a_synchronised_folder_is_refused(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "OneDrive - 函館市" / "台帳"
    folder.mkdir(parents=True)
    with pytest.raises(Refusal, match="OneDriveと同期"):
        create_office(folder / "a.kurashi", passphrase=None, clock=clock)


def test_that_closing_backs_up_what_was_changed(
    office: Path, opened: Opener, tmp_path: Path
) -> None:
    backups = tmp_path / "控え"
    opened(office, backups=backups).close()
    assert not backups.exists()
    store = opened(office, backups=backups)
    store.do("追加", add, "東部")
    store.close()
    (made,) = backups.iterdir()
    assert made.name == "kurashi-2026-04-01-090000-closing.kurashi"
    assert is_encrypted(made) == is_encrypted(office)
    copy = opened(made)
    assert copy.ask(names) == ["西部", "東部"]
    copy.close()


def test_that_a_file_closes_even_if_its_backup_fails(plain: Path, opened: Opener) -> None:
    backups = plain.parent / "file"
    backups.write_text("")
    store = opened(plain, backups=backups)
    store.do("追加", add, "東部")
    with pytest.raises(Refusal):
        store.close()
    store = opened(plain)
    assert store.ask(names) == ["西部", "東部"]
    store.close()


def test_that_a_file_in_use_by_another_program_is_said(plain: Path, opened: Opener) -> None:
    store = opened(plain)
    store.ask(lambda session: session.connection().exec_driver_sql("PRAGMA busy_timeout = 1"))
    with connected(store.place) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refusal, match="ほかのプログラム"):
            store.do("追加", add, "東部")
        other.execute("ROLLBACK")
    store.do("追加", add, "東部")
    store.close()


def test_that_what_a_killed_program_left_half_made_is_removed(
    plain: Path, tmp_path: Path, opened: Opener
) -> None:
    backups = tmp_path / "控え"
    backups.mkdir()
    left = [
        plain.with_name(f".{plain.name}.4711.new"),
        plain.with_name(f".{plain.name}.4711.new-wal"),
        backups / f".{plain.stem}-2026-04-01-090000-closing.kurashi.4711.new",
    ]
    others = [backups / ".other-2026-04-01-090000-closing.kurashi.4711.new", tmp_path / ".kurashi"]
    for path in (*left, *others):
        path.touch()
    opened(plain, None, backups).close()
    assert [path for path in left if path.exists()] == []
    assert all(path.exists() for path in others)


def test_that_changes_of_a_program_that_died_are_backed_up_by_the_next(
    plain: Path, opened: Opener, tmp_path: Path, clock: Clock
) -> None:
    backups = tmp_path / "backups"
    for expected, name in enumerate(("北部", "南部"), start=1):
        clock.advance(days=1)
        died = opened(plain, None, backups)
        died.do("追加", add, name)
        died.copy_due = False  # it closes without its backup, as if it had died
        died.close()
        clock.advance(days=1)
        again = opened(plain, None, backups)
        assert again.copy_due
        again.close()
        assert len(list(backups.iterdir())) == expected
        last = opened(plain, None, backups)
        assert not last.copy_due
        last.close()


def test_that_a_right_passphrase_shows_that_the_file_is_damaged(
    path: Path, opened: Opener, tmp_path: Path, clock: Clock
) -> None:
    create_office(path, passphrase=WORDS, clock=clock, prepare=add)
    backups = tmp_path / "backups"
    store = opened(path, WORDS, backups)
    store.do("追加", add, "北部")
    store.close()
    data = bytearray(path.read_bytes())
    data[100:4096] = bytes(3996)
    path.write_bytes(data)
    with pytest.raises(FileLost):
        opened(path, WORDS, backups)
    with pytest.raises(Refusal, match="パスフレーズが違います"):
        opened(path, "ちがう言葉です", backups)
    with pytest.raises(Refusal, match="パスフレーズが違います"):
        opened(path, WORDS, None)
