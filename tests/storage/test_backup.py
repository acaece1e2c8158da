from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Cancelled, Refusal
from app.office.tables import District, Town
from app.storage.backup import (
    DAYS_KEPT,
    Reason,
    back_up,
    every_backup,
    newest,
    restore,
    rotate,
)
from app.storage.bulk import add_rows
from app.storage.dump import all_records
from app.storage.office_file import create_office, open_office
from app.storage.store import Store
from tests.conftest import Clock

WORDS = "ひみつの言葉"


def add(session: Session, name: str) -> None:
    session.add(District(name=name, position=1, centre=""))


def names(session: Session) -> list[str]:
    return list(session.scalars(select(District.name).order_by(District.id)))


class Watch:
    def __init__(self, stop_at: int | None = None) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        if len(self.steps) == self._stop_at:
            raise Cancelled


@pytest.fixture(params=[None, WORDS], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    words: str | None = request.param
    return words


@pytest.fixture
def office(tmp_path: Path, clock: Clock, passphrase: str | None) -> Path:
    path = tmp_path / "kurashi.kurashi"
    create_office(path, passphrase=passphrase, clock=clock)
    return path


def opened(path: Path, passphrase: str | None, clock: Clock) -> Store:
    return open_office(path, passphrase=passphrase, clock=clock, backups=None)


def test_that_a_backup_holds_what_is_still_in_the_log(
    office: Path, passphrase: str | None, clock: Clock, tmp_path: Path
) -> None:
    store = opened(office, passphrase, clock)
    store.do("追加", add, "西部")
    made = back_up(store, tmp_path / "控え", Reason.BEFORE_IMPORT)
    again = back_up(store, tmp_path / "控え", "before-import")
    assert not store.copy_due
    expected = store.ask(all_records)
    store.close()
    assert made.name == "kurashi-2026-04-01-090000-before-import.kurashi"
    assert again.name == "kurashi-2026-04-01-090000-before-import-2.kurashi"
    assert sorted(path.name for path in made.parent.iterdir()) == sorted([made.name, again.name])
    copy = opened(made, passphrase, clock)
    assert copy.ask(all_records) == expected
    copy.close()


def test_that_a_cancelled_backup_leaves_no_file(store: Store, tmp_path: Path) -> None:
    rows = [{"name": f"町{n}", "kana": "マチ" * 500, "district_id": None} for n in range(4000)]
    store.do("追加", add_rows, Town, rows)
    watch = Watch()
    back_up(store, tmp_path / "whole", Reason.MANUAL, watch)
    assert watch.steps[-1][0] == watch.steps[-1][1] > 0
    assert len(watch.steps) > 1
    with pytest.raises(Cancelled):
        back_up(store, tmp_path / "stopped", Reason.MANUAL, Watch(stop_at=1))
    assert list((tmp_path / "stopped").iterdir()) == []


def test_that_restoring_brings_back_the_backup_and_keeps_what_was(
    office: Path, passphrase: str | None, clock: Clock, tmp_path: Path
) -> None:
    store = opened(office, passphrase, clock)
    store.do("追加", add, "西部")
    made = back_up(store, tmp_path / "控え", Reason.MANUAL)
    store.do("追加", add, "東部")
    with pytest.raises(Refusal, match="開かれています"):
        restore(made, office, passphrase)
    store.close()
    kept = restore(made, office, passphrase)
    assert kept == tmp_path / "kurashi-以前の1.kurashi"
    for path, expected in ((office, ["西部"]), (kept, ["西部", "東部"])):
        store = opened(path, passphrase, clock)
        assert store.ask(names) == expected
        store.close()
    elsewhere = tmp_path / "new.kurashi"
    assert restore(made, elsewhere, passphrase) is None
    assert elsewhere.exists()


def test_that_the_log_beside_the_replaced_file_goes_with_it(tmp_path: Path, clock: Clock) -> None:
    office = tmp_path / "kurashi.kurashi"
    create_office(office, passphrase=None, clock=clock)
    store = opened(office, None, clock)
    made = back_up(store, tmp_path / "控え", Reason.MANUAL)
    store.do("追加", add, "西部")
    main, log = office.read_bytes(), Path(f"{office}-wal").read_bytes()
    store.close()
    office.write_bytes(main)
    Path(f"{office}-wal").write_bytes(log)
    kept = restore(made, office)
    assert kept is not None
    for path, expected in ((office, []), (kept, ["西部"])):
        store = opened(path, None, clock)
        assert store.ask(names) == expected
        store.close()


def test_that_a_damaged_backup_is_refused_and_nothing_replaced(
    office: Path, passphrase: str | None, clock: Clock, tmp_path: Path
) -> None:
    store = opened(office, passphrase, clock)
    made = back_up(store, tmp_path / "控え", Reason.MANUAL)
    store.close()
    content = bytearray(made.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\x55" * 4096
    made.write_bytes(content)
    before = office.read_bytes()
    with pytest.raises(Refusal, match="壊れています"):
        restore(made, office, passphrase)
    made.write_bytes(content[:5000])
    with pytest.raises(Refusal):
        restore(made, office, passphrase)
    with pytest.raises(Refusal, match="見つかりません"):
        restore(tmp_path / "none.kurashi", office, passphrase)
    assert office.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kurashi.kurashi", "控え"]


def test_that_thirty_days_and_then_months_are_kept(tmp_path: Path) -> None:
    start = datetime(2026, 4, 1, 9)
    made = [start + timedelta(days=number) for number in range(200)]
    for day in made:
        for hour in (9, 17):
            (tmp_path / f"kurashi-{day:%Y-%m-%d}-{hour:02}0000-closing.kurashi").touch()
    import_of_the_last_day = tmp_path / f"kurashi-{made[-1]:%Y-%m-%d}-100000-before-import.kurashi"
    others = [tmp_path / name for name in ("family.kurashi", "kurashi.kurashi", "memo.txt")]
    for path in (import_of_the_last_day, *others):
        path.touch()
    rotate(tmp_path)
    left = set(tmp_path.iterdir())
    assert {import_of_the_last_day, *others} <= left
    kept = sorted(path.name for path in left if path.name.endswith("-170000-closing.kurashi"))
    days = [date.fromisoformat(name[len("kurashi-") :][:10]) for name in kept]
    assert days[-DAYS_KEPT:] == [day.date() for day in made[-DAYS_KEPT:]]
    months = [(day.year, day.month) for day in days[:-DAYS_KEPT]]
    assert len(set(months)) == len(months)
    assert months == [(2026, month) for month in range(4, 9)]
    assert not any("090000" in path.name for path in left)
    assert rotate(tmp_path) == ()


def test_that_each_office_keeps_its_own_backups(tmp_path: Path) -> None:
    for office in ("kurashi", "kurashi-2"):
        (tmp_path / f"{office}-2026-04-01-090000-manual.kurashi").touch()
    assert rotate(tmp_path) == ()
    assert newest(tmp_path, "kurashi-2") == (
        tmp_path / "kurashi-2-2026-04-01-090000-manual.kurashi",
        datetime(2026, 4, 1, 9),
    )
    assert newest(tmp_path, "other") is None
    assert newest(tmp_path / "none", "kurashi") is None


def test_that_the_backups_of_every_office_are_listed_by_the_time_they_were_made(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    folder = tmp_path / "控え"
    first = back_up(store, folder, Reason.CLOSING)
    clock.advance(hours=1)
    second = back_up(store, folder, Reason.MANUAL).rename(
        folder / "あ-い-2026-04-01-100000-manual.kurashi"
    )
    (folder / "office-2026-04-01-110000-unknown.kurashi").write_bytes(b"")
    found = {one.path: one for one in every_backup(folder)}
    assert (found[second].office, found[second].made.hour) == ("あ-い", 10)
    assert (found[first].office, found[first].reason) == (store.place.path.stem, Reason.CLOSING)
    listed = [one.path for one in every_backup(folder)]
    assert listed.index(second) < listed.index(first)


def test_that_a_backup_is_not_put_in_its_own_place(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "控え", Reason.MANUAL)
    before = made.read_bytes()
    with pytest.raises(Refusal, match="控えそのもの"):
        restore(made, made)
    assert made.read_bytes() == before
