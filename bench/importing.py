"""10,000 applicants from a workbook into an office with 100,000 people.

The anchor reads the same file with openpyxl and stores it with plain mapped objects: no checks,
no look for people already there, no record for undo.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import xlsxwriter
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from app.contacts import queries as contacts
from app.contacts.person import PersonDraft
from app.contacts.tables import Person
from app.importing.apply import Chosen, Report, apply
from app.importing.check import check
from app.importing.mapping import guess
from app.importing.plan import Fate, Plan, plan
from app.importing.read import read_list
from app.kernel.wareki import format_day
from app.office import queries as office
from app.storage.store import Store
from bench.offices import MANY, NOW, copied, office_of, open_at, various
from bench.rounds import Line, Samples, alternate, compare, figure, timed

ROWS = 10_000
KNOWN = 1_000
HEADINGS = (
    "氏名", "ふりがな", "性別", "生年月日", "住所", "電話番号", "携帯電話", "メールアドレス",
    "職業", "趣味", "備考",
)  # fmt: skip


class Stored(DeclarativeBase):
    pass


class Row(Stored):
    __tablename__ = "row"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    kana: Mapped[str | None]
    sex: Mapped[str | None]
    birth: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    mobile: Mapped[str | None]
    email: Mapped[str | None]
    occupation: Mapped[str | None]
    interests: Mapped[str | None]
    note: Mapped[str | None]


def run(folder: Path) -> Iterator[Line]:
    source = office_of(folder, MANY)
    book = _book(source, folder / "applicants.xlsx")
    stages: dict[str, Samples] = {"check": [], "plan": [], "apply": []}
    facts: list[str] = []

    def ours() -> float:
        store = open_at(copied(source, "import"))
        took, planned = _import(store, book, stages)
        facts[:] = [f"{fate.label} {count}" for fate, count in planned.counts.items() if count]
        store.copy_due = False
        store.close()
        return took

    def anchor() -> float:
        return timed(lambda: _plainly(book, folder / "plain.sqlite"))

    found = alternate({"ours": ours, "anchor": anchor}, rounds=5)
    yield compare("whole import / openpyxl + ORM", found["ours"], found["anchor"], 0.15)
    reading = alternate(
        {
            "ours": lambda: timed(lambda: read_list(book)),
            "anchor": lambda: timed(lambda: list(_cells(book))),
        },
        rounds=5,
    )
    yield compare("reading the file / openpyxl", reading["ours"], reading["anchor"], None)
    yield figure("understanding the cells", stages["check"][1:])
    yield figure("who is known: 10,000 among 100,000", stages["plan"][1:])
    yield figure("storing, with the record for undo", stages["apply"][1:])
    together = [a + b for a, b in zip(stages["plan"][1:], stages["apply"][1:], strict=True)]
    yield figure("plan + apply", together, 2000, note="　".join(facts))


def _import(store: Store, book: Path, stages: dict[str, Samples]) -> tuple[float, Plan]:
    today = NOW.date()
    made: dict[str, Any] = {}

    def reading() -> None:
        table = read_list(book)
        made["table"] = table
        made["mapping"] = guess(table)

    def checking() -> None:
        area = store.ask(office.settings).area_code
        made["drafts"] = check(made["table"], made["mapping"], today, area)

    def planning() -> None:
        made["plan"] = store.ask(plan, made["drafts"], today)

    def applying() -> None:
        done = store.do("名簿を取り込み", apply, made["plan"], Chosen())
        assert isinstance(done.result, Report)

    took = timed(reading)
    for name, work in (("check", checking), ("plan", planning), ("apply", applying)):
        stages[name].append(timed(work))
        took += stages[name][-1]
    planned: Plan = made["plan"]
    known = planned.counts[Fate.SAME] + planned.counts[Fate.CHANGE] + planned.counts[Fate.DOUBTFUL]
    assert known >= KNOWN, f"only {known} of {KNOWN} known people were recognised"
    return took, planned


def _book(office_file: Path, target: Path) -> Path:
    """Write the list: nine new people in ten, one that the office knows."""
    store = open_at(office_file)
    towns = [town.name for town in store.ask(office.towns)]
    keys = store.ask(lambda session: session.scalars(select(Person.id).limit(KNOWN)).all())
    drafts = list(store.ask(contacts.drafts, keys).values())
    store.close()
    random = Random(3)
    drafts += various(random, ROWS - len(drafts), towns)
    random.shuffle(drafts)
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("申込者")
        sheet.write(0, 0, "養成研修　申込者一覧")
        sheet.write_row(2, 0, HEADINGS)
        for number, draft in enumerate(drafts, start=3):
            sheet.write_row(number, 0, _row(draft))
    return target


def _row(draft: PersonDraft) -> tuple[str, ...]:
    birth = draft.birth_date
    return (
        f"{draft.family_name}　{draft.given_name}",
        f"{draft.family_kana}　{draft.given_kana}",
        draft.sex.label if draft.sex else "",
        format_day(birth, "R8.4.1") if birth else "",
        draft.address_town + draft.address_number + draft.address_building,
        draft.phone,
        draft.mobile,
        draft.email,
        draft.occupation,
        draft.interests,
        "",
    )


def _plainly(book: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{target}")
    Stored.metadata.create_all(engine)
    names = [column.key for column in Row.__table__.columns if column.key != "id"]
    with Session(engine) as session, session.begin():
        session.add_all(
            Row(**dict(zip(names, cells, strict=False)))
            for number, cells in enumerate(_cells(book))
            if number > 2
        )
    engine.dispose()


def _cells(book: Path) -> Iterator[tuple[Any, ...]]:
    opened = openpyxl.load_workbook(book, read_only=True)
    yield from opened.worksheets[0].iter_rows(values_only=True)
    opened.close()
