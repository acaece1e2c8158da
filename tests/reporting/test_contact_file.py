"""People written to files for elsewhere, and the record of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.contacts import commands, queries
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId, PersonStatus
from app.importing.check import check
from app.importing.mapping import guess
from app.importing.read import read_list
from app.kernel.errors import Refusal
from app.kernel.progress import Silent
from app.office.exports import Export
from app.office.queries import ExportListing
from app.reporting.contact_file import Chosen, FileKind, Leaving, lacking, write_contacts
from app.storage.store import Store

DAY = date(2026, 4, 1)


@pytest.fixture
def people(store: Store) -> list[PersonId]:
    drafts = [
        PersonDraft(
            "髙﨑", "𠮷子", "たかさき", "よしこ", birth_date=date(1950, 4, 1),
            postal_code="040-8666", address_town="函館市東雲町", address_number="4-13",
            address_building="見本ハイツ101", phone="0138-00-0001", mobile="090-0000-0001",
            fax="0138-00-0002", email="yoshi@example.jp",
        ),
        PersonDraft("葛\U000e0100西", "一", "かさい", "はじめ"),
    ]  # fmt: skip
    return store.do("人", commands.add_people, drafts).result


def of(keys: Sequence[int], *columns: str, subject: Subject = Subject.PERSON) -> Chosen:
    return Chosen(subject, keys, DAY, columns)


def exports(store: Store) -> list[Export]:
    rows = store.ask(ExportListing().rows, store.ask(ExportListing().keys))
    return [row.export for row in rows.values()]


def test_that_an_old_encoding_names_what_it_lacks_and_takes_substitutes(
    store: Store, people: list[PersonId], tmp_path: Path
) -> None:
    target = tmp_path / "一覧.csv"
    assert lacking(store, of(people)) == {"𠮷": "吉", "葛\U000e0100": "葛"}
    plain = Leaving(FileKind.CSV_CP932, "試し")
    with pytest.raises(Refusal, match="𠮷"):
        write_contacts(store, of(people), target, plain, Silent())
    assert not target.exists()
    assert exports(store) == []
    leaving = Leaving(
        FileKind.CSV_CP932, "試し", "市役所", {"𠮷": "よし", "葛\U000e0100": "葛"}
    )  # fmt: skip
    write_contacts(store, of(people), target, leaving, Silent())
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
    target = write_contacts(
        store, of(people), tmp_path / "一覧.vcf", Leaving(kind, "携帯電話へ"), Silent()
    )
    text = target.read_text("utf-8")
    assert text.count("BEGIN:VCARD") == 2
    assert f"VERSION:{version}" in text
    assert "髙﨑;𠮷子" in text
    (entry,) = exports(store)
    assert (entry.format, "生年月日" in entry.columns) == ("vcf", True)


def test_that_organisations_leave_by_the_same_way(store: Store, tmp_path: Path) -> None:
    draft = OrganisationDraft(
        "𠮷野町会", "", "よしのちょうかい", representative_title="会長",
        representative_name="函館　太郎", address_town="函館市東雲町", address_number="4-13",
        phone="0138-00-0001", website="https://example.jp/",
    )  # fmt: skip
    keys = [store.do("団体", commands.add_organisation, draft).result]
    chosen = of(keys, "名称", "電話", subject=Subject.ORGANISATION)
    assert lacking(store, chosen) == {"𠮷": "吉"}
    leaving = Leaving(FileKind.CSV_CP932, "試し", substitutes={"𠮷": "吉"})
    target = write_contacts(store, chosen, tmp_path / "一覧.csv", leaving, Silent())
    assert target.read_bytes().decode("cp932").split() == ["名称,電話", "吉野町会,0138-00-0001"]
    whole = of(keys, subject=Subject.ORGANISATION)
    for kind, told in ((FileKind.VCARD3, "X-ABSHOWAS:COMPANY"), (FileKind.VCARD4, "KIND:org")):
        card = write_contacts(store, whole, tmp_path / "一覧.vcf", Leaving(kind, "試し"), Silent())
        lines = card.read_text("utf-8").split("\n")
        assert {told, "FN:𠮷野町会", "NOTE:代表者：会長　函館　太郎"} <= set(lines)
    assert {(one.document, one.columns[:2]) for one in exports(store)} == {
        ("organisations-list", ("名称", "電話")), ("organisations-list", ("名称", "ふりがな")),
    }  # fmt: skip


def test_that_a_column_there_is_not_is_refused(store: Store, people: list[PersonId]) -> None:
    with pytest.raises(Refusal, match="体重"):
        lacking(store, of(people, "氏名", "体重"))


@pytest.mark.parametrize("kind", [FileKind.VCARD3, FileKind.VCARD4])
def test_that_cards_come_back_as_the_same_people(
    kind: FileKind, store: Store, people: list[PersonId], tmp_path: Path
) -> None:
    target = tmp_path / "一覧.vcf"
    write_contacts(store, of(people), target, Leaving(kind, "携帯電話へ"), Silent())
    table = read_list(target)
    rows = check(table, guess(table), DAY).rows
    assert [replace(row.draft, status=PersonStatus.ACTIVE) for row in rows] == list(
        store.ask(queries.drafts, people).values()
    )
