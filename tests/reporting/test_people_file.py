"""People written to files for elsewhere, and the record of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.contacts import commands
from app.contacts.person import PersonDraft, PersonId
from app.kernel.errors import Refusal
from app.kernel.progress import Silent
from app.office.exports import Export
from app.office.queries import ExportListing
from app.reporting.people_file import FileKind, Leaving, lacking, write_people
from app.storage.store import Store

DAY = date(2026, 4, 1)


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    drafts = [
        PersonDraft("髙﨑", "𠮷子", "たかさき", "よしこ", mobile="090-0000-0001"),
        PersonDraft("葛\U000e0100西", "一", "かさい", "はじめ"),
    ]
    return store.do("人", commands.add_people, drafts).result


def exports(store: Store) -> list[Export]:
    rows = store.ask(ExportListing().rows, store.ask(ExportListing().keys))
    return [row.export for row in rows.values()]


def test_that_an_old_encoding_names_what_it_lacks_and_takes_substitutes(
    store: Store, people: list[PersonId], tmp_path: Path
) -> None:
    target = tmp_path / "一覧.csv"
    assert lacking(store, people, DAY) == {"𠮷": "吉", "葛\U000e0100": "葛"}
    plain = Leaving(FileKind.CSV_CP932, "試し")
    with pytest.raises(Refusal, match="𠮷"):
        write_people(store, people, DAY, target, plain, Silent())
    assert not target.exists()
    assert exports(store) == []
    leaving = Leaving(
        FileKind.CSV_CP932, "試し", "市役所", {"𠮷": "よし", "葛\U000e0100": "葛"}
    )  # fmt: skip
    write_people(store, people, DAY, target, leaving, Silent())
    text = target.read_bytes().decode("cp932")
    assert "髙﨑　よし子" in text
    assert "葛西　一" in text
    (entry,) = exports(store)
    assert (entry.title, entry.recipient, entry.people) == (
        "連絡先一覧（シフトJIS）", "市役所", 2,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "version"), [(FileKind.VCARD3, "3.0"), (FileKind.VCARD4, "4.0")])
def test_that_people_leave_as_cards(
    kind: FileKind, version: str, store: Store, people: list[PersonId], tmp_path: Path
) -> None:
    target = write_people(
        store, people, DAY, tmp_path / "一覧.vcf", Leaving(kind, "携帯電話へ"), Silent()
    )
    text = target.read_text("utf-8")
    assert text.count("BEGIN:VCARD") == 2
    assert f"VERSION:{version}" in text
    assert "髙﨑;𠮷子" in text
    (entry,) = exports(store)
    assert (entry.format, "生年月日" in entry.columns) == ("vcf", True)
