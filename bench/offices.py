"""The offices that are measured: synthetic people by the hundred thousand, and held courses."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

from app.contacts import commands as contacts
from app.contacts.person import PersonDraft
from app.kernel.paths import Paths
from app.kernel.progress import Silent
from app.office import queries as office
from app.office.settings import OfficeSettings
from app.sample.office import fill_sample
from app.sample.people import invent_people
from app.storage.engine import Place, connected
from app.storage.store import Store
from app.wiring import create_office, open_store

MANY = 100_000
NOW = datetime(2026, 11, 20, 9)
_AT_ONCE = 10_000
_FIRST = (
    ": 明:あき 朝:あさ 綾:あや 和:かず 克:かつ 清:きよ 邦:くに 早:さ "
    "定:さだ 幸:さち 茂:しげ 静:しず 澄:すみ 孝:たか 武:たけ 忠:ただ 玉:たま "
    "千:ち 常:つね 照:てる 時:とき 利:とし 友:とも 直:なお 夏:なつ 信:のぶ "
    "典:のり 春:はる 久:ひさ 秀:ひで 弘:ひろ 房:ふさ 文:ふみ 政:まさ 正:まさ "
    "道:みち 光:みつ 美:み 宗:むね 元:もと 康:やす 幸:ゆき 由:ゆ 義:よし "
    "良:よし 礼:れい :"
)
_LAST = (
    "子:こ 美:み 江:え 枝:え 代:よ 恵:え 香:か 乃:の 穂:ほ "
    "奈:な 一:かず 夫:お 男:お 雄:お 郎:ろう 也:や 人:と 彦:ひこ "
    "樹:き 之:ゆき 治:はる 司:し 士:し 介:すけ 平:へい 次:じ 三:ぞう "
    "蔵:ぞう 助:すけ 太:た 哉:や 行:ゆき 明:あき 信:のぶ 博:ひろ 昭:あき "
    "憲:のり 敏:とし 弥:や 里:り 織:おり 音:ね 菜:な 帆:ほ 紀:き "
    "花:か"
)


def paths_under(folder: Path) -> Paths:
    """Return where a program that is being measured keeps its things."""
    paths = Paths.under(folder / "data")
    paths.create()
    return paths


def open_at(path: Path) -> Store:
    """Open an office for measuring; closing it makes no backup."""
    return open_store(path, None, Paths.under(path.parent / "data"), lambda: NOW)


def office_of(folder: Path, people: int) -> Path:
    """Return an office with that many people, made on first use."""
    path = folder / f"people-{people}.kurashi"
    if path.exists():
        return path
    create_office(path, None, OfficeSettings(office_name="測定"), lambda: NOW)
    store = open_at(path)
    store.copy_due = False
    towns = [town.name for town in store.ask(office.towns)]
    random = Random(people)
    for done in range(0, people, _AT_ONCE):
        drafts = various(random, min(_AT_ONCE, people - done), towns)
        store.do("測定用の連絡先", contacts.add_people, drafts, are_checked=True)
    store.copy_due = False
    store.close()
    return path


def various(random: Random, people: int, towns: Sequence[str]) -> list[PersonDraft]:
    """Return people with as many different given names as a city has, not only the common ones."""
    firsts, lasts = ([pair.split(":") for pair in text.split()] for text in (_FIRST, _LAST))
    drafts = [one.draft for one in invent_people(random, people, towns)]
    return [
        replace(draft, given_name=first + last, given_kana=first_kana + last_kana)
        for draft in drafts
        for first, first_kana in (random.choice(firsts),)
        for last, last_kana in (random.choice(lasts),)
    ]


def multiplied(folder: Path, people: int) -> Path:
    """Return an office in which the people of ``office_of`` are there many times over.

    Copied by SQL: a million people through the change log would take longer than the bench.
    """
    path = folder / f"people-{people}.kurashi"
    if path.exists():
        return path
    path.write_bytes(office_of(folder, MANY).read_bytes())
    with connected(Place(path)) as connection:
        rows = connection.execute("PRAGMA table_info(person)").fetchall()
        columns = ", ".join(f'"{row[1]}"' for row in rows if row[1] != "id")
        connection.execute("BEGIN")
        for _ in range(people // MANY - 1):
            connection.execute(
                f"INSERT INTO person ({columns}) SELECT {columns} FROM person LIMIT {MANY}"
            )
        connection.execute("COMMIT")
    return path


def sample_office(folder: Path, people: int = 120) -> Path:
    """Return the sample office: three years of courses, 46 applicants for 40 places."""
    path = folder / f"sample-{people}.kurashi"
    if not path.exists():
        create_office(path, None, OfficeSettings(office_name="測定"), lambda: NOW)
        store = open_at(path)
        fill_sample(store, people, 1, Silent())
        store.copy_due = False
        store.close()
    return path


def copied(source: Path, name: str) -> Path:
    """Return a fresh copy of an office, without what an earlier one left beside it."""
    path = source.with_name(f"{name}.kurashi")
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    shutil.copyfile(source, path)
    return path
