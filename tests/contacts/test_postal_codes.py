"""Postal codes, against the table the program ships and against the published rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.contacts.postal_codes import Place, PostalCodes
from app.kernel.resources import resources

PUBLISHED = (
    Path(__file__).parents[2]
    / ".."
    / "shared"
    / "data"
    / "04_addresses"
    / "postal_hakodate_area.jsonl"
)


@pytest.fixture(scope="module")
def codes() -> PostalCodes:
    return PostalCodes(resources() / "data" / "postal_codes.zip")


@pytest.mark.parametrize("written", ["0400001", "040-0001", "〒040-0001", "０４０－０００１"])
def test_that_a_code_is_found_however_it_is_written(codes: PostalCodes, written: str) -> None:
    assert codes.places(written) == (Place("北海道", "函館市", "五稜郭町", "ごりょうかくちょう"),)


@pytest.mark.parametrize(
    "written", ["", "040", "04000011", "9999999", "0000000", "ほげ", "cities", "-", "０"]
)
def test_that_an_unknown_code_stands_for_nothing(codes: PostalCodes, written: str) -> None:
    assert codes.places(written) == ()


def test_that_the_code_of_a_whole_city_has_no_town(codes: PostalCodes) -> None:
    assert codes.places("040-0000") == (Place("北海道", "函館市"),)


def test_that_an_office_with_a_code_of_its_own_is_named(codes: PostalCodes) -> None:
    (place,) = codes.places("040-8666")
    assert place.office == "函館市役所"
    assert place.address == "北海道函館市東雲町4番13号"


def test_that_one_code_may_stand_for_several_towns(codes: PostalCodes) -> None:
    towns = [place.town for place in codes.places("452-0961")]
    assert len(towns) > 50
    assert len(set(towns)) == len(towns)
    assert towns[0] == "春日明河原"


def test_that_a_note_is_kept_out_of_the_name_of_the_town(codes: PostalCodes) -> None:
    (place,) = codes.places("001-0010")
    assert (place.town, place.note) == ("北十条西", "1〜4丁目")


def test_that_the_codes_of_a_town_are_found_without_those_of_offices(codes: PostalCodes) -> None:
    assert codes.codes("北海道", "函館市", "東雲町") == ("040-0036",)
    assert codes.codes("北海道", "函館市", "") == ("040-0000",)
    assert codes.codes("北海道", "札幌市北区", "北十条西") == ("001-0010", "060-0810")


def test_that_an_unknown_town_has_no_code(codes: PostalCodes) -> None:
    assert codes.codes("北海道", "函館市", "無い町") == ()
    assert codes.codes("蝦夷", "箱館", "弁天町") == ()


def test_that_every_published_code_of_the_area_gives_its_town(codes: PostalCodes) -> None:
    if not PUBLISHED.is_file():
        pytest.skip("the published rows are not beside this repository")
    published = [json.loads(line) for line in PUBLISHED.read_text("utf-8").splitlines()]
    assert len(published) > 200
    for row in published:
        place = codes.places(row["postal_code"])[0]
        assert (place.prefecture, place.city, place.town) == (
            row["prefecture"],
            row["city"],
            row["neighborhood"],
        )


def test_that_all_japan_is_in_the_table(codes: PostalCodes) -> None:
    heads = [f"{head:02}" for head in range(100)]
    prefectures = {line.split("\t")[1] for head in heads for line in codes._member(head) if line}
    assert len(prefectures) == 47
    assert codes.places("907-1801")[0].city == "八重山郡与那国町"
