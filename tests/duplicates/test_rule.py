"""Who is proposed as the same person, who is not, and what is said of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.contacts.person import PersonDraft
from app.duplicates.blocking import pairs, person_keys
from app.duplicates.person_profile import profile_of
from app.duplicates.reason import FLOOR, LINE, Judgement
from app.duplicates.rule import judge_people
from app.sample.people import invent_people

FEBRL = Path(__file__).parents[3] / "shared" / "data" / "07_dedupe" / "febrl_dataset1.csv"

SETSUKO = PersonDraft(
    family_name="渡辺",
    given_name="節子",
    family_kana="わたなべ",
    given_kana="せつこ",
    birth_date=date(1950, 4, 12),
    postal_code="040-0001",
    address_town="函館市五稜郭町",
    address_number="12番3号",
    phone="0138-00-0001",
)
NAME_ALONE = replace(
    SETSUKO, birth_date=None, postal_code="", address_town="", address_number="", phone=""
)
HUSBAND = replace(SETSUKO, given_name="勝", given_kana="まさる", birth_date=date(1947, 1, 30))


def judged(a: PersonDraft, b: PersonDraft) -> Judgement:
    one, other = profile_of(1, a), profile_of(2, b)
    there, back = judge_people(one, other), judge_people(other, one)
    assert (there.score, there.proposed) == (back.score, back.proposed)
    return there


@pytest.mark.parametrize(
    "other",
    [
        SETSUKO,
        replace(SETSUKO, family_name="渡邉"),
        replace(NAME_ALONE, family_name="渡邊", phone="0138-00-0001"),
        replace(NAME_ALONE, birth_date=date(1950, 4, 12)),
        replace(
            SETSUKO, family_name="わたなべ", given_name="セツコ", family_kana="", given_kana=""
        ),
        replace(SETSUKO, family_name="節子", given_name="渡辺", family_kana="", given_kana=""),
        replace(SETSUKO, family_name="渡辺節子", given_name="", family_kana="", given_kana=""),
        replace(SETSUKO, birth_date=date(1950, 12, 4)),
        replace(SETSUKO, birth_date=date(1950, 4, 13), phone=""),
        replace(SETSUKO, family_name="佐藤", family_kana="さとう", former_name="渡辺", phone=""),
        replace(SETSUKO, family_name="佐藤", family_kana="さとう"),
        replace(SETSUKO, birth_date=None, address_number="12-3", phone=""),
        replace(SETSUKO, birth_date=None, birth_year=1950, given_name="せつ子"),
        replace(SETSUKO, phone="", fax="0138-00-0001", birth_date=None, address_town=""),
    ],
)
def test_that_the_same_person_is_proposed_however_written(other: PersonDraft) -> None:
    found = judged(SETSUKO, other)
    assert found.proposed, found
    assert found.score >= LINE


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (HUSBAND, "名が違うため、同じ世帯の別の方"),
        (replace(SETSUKO, given_name="文子", given_kana="ふみこ"), "同じ世帯の別の方"),
        (replace(SETSUKO, given_name="節江", given_kana="せつえ"), "同じ世帯の別の方"),
        (replace(SETSUKO, given_name="", given_kana="", birth_date=None), "世帯の誰か"),
        (replace(SETSUKO, given_name="世津子", birth_date=date(1975, 8, 3)), "生年月日が違います"),
        (
            replace(
                SETSUKO, birth_date=date(1961, 9, 30), address_town="函館市湯川町", phone="",
                postal_code="042-0932",
            ),
            "生年月日が違います",
        ),
        (replace(NAME_ALONE, given_name="", given_kana="", phone="0138-00-0001"), "世帯の誰か"),
        (replace(HUSBAND, family_name="佐藤", family_kana="さとう"), "名が違うため"),
        (NAME_ALONE, "姓が同じです"),
        (
            replace(SETSUKO, family_name="佐藤", family_kana="さとう", birth_date=None),
            "姓が違い、生年月日でも確かめられない",
        ),
    ],
)  # fmt: skip
def test_that_others_of_one_household_or_one_name_are_not(other: PersonDraft, said: str) -> None:
    found = judged(SETSUKO, other)
    assert not found.proposed, found
    assert any(said in reason.text for reason in found.reasons)


def test_that_points_add_up_and_are_told() -> None:
    found = judged(SETSUKO, replace(NAME_ALONE, phone="0138-00-0001"))
    assert found.score == sum(reason.points for reason in found.reasons)
    assert "電話番号が同じです（+25点）" in map(str, found.reasons)


def test_that_a_name_alone_is_not_even_shown() -> None:
    assert judged(NAME_ALONE, NAME_ALONE).score < FLOOR


def test_that_twins_in_kana_are_two_people() -> None:
    haruka = replace(SETSUKO, given_name="はるか", given_kana="はるか")
    haruna = replace(SETSUKO, given_name="はるな", given_kana="はるな")
    assert not judged(haruka, haruna).proposed


def proposed(people: list[PersonDraft]) -> set[tuple[int, int]]:
    """Return the pairs proposed among people, by their places."""
    profiles = [profile_of(place, draft) for place, draft in enumerate(people)]
    keyed = ((place, person_keys(one)) for place, one in enumerate(profiles))
    return {
        (a, b)
        for a, b in pairs(keyed, len(profiles))
        if judge_people(profiles[a], profiles[b]).proposed
    }


def febrl() -> Iterator[tuple[str, PersonDraft]]:
    """Read the file of test records: Latin names, addresses of a street and a suburb."""
    with FEBRL.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, skipinitialspace=True):
            born = row["date_of_birth"].strip()
            yield (
                row["rec_id"].strip(),
                PersonDraft(
                    family_name=row["surname"].strip(),
                    given_name=row["given_name"].strip(),
                    birth_date=day(born),
                    birth_year=int(born[:4]) if born and day(born) is None else None,
                    postal_code=row["postcode"].strip(),
                    address_town=row["suburb"].strip(),
                    address_number=f"{row['street_number']} {row['address_1']}".strip(),
                    address_building=row["address_2"].strip(),
                ),
            )


def day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def test_that_the_pairs_of_the_public_test_file_are_found() -> None:
    if not FEBRL.exists():
        pytest.skip("the shared data are not here")
    keys, people = zip(*febrl(), strict=True)
    places = {key: place for place, key in enumerate(keys)}
    both = [(places[f"rec-{n}-org"], places[f"rec-{n}-dup-0"]) for n in range(500)]
    true = {(min(pair), max(pair)) for pair in both}
    found = proposed(list(people))
    assert len(found & true) / len(found) >= 0.99
    assert len(found & true) / len(true) >= 0.95


def variants(random: Random, person: PersonDraft) -> PersonDraft:
    """Return somebody as another office wrote them down."""
    shape = random.choice(
        [
            {"family_kana": "", "given_kana": "", "birth_date": None, "mobile": ""},
            {"birth_date": None, "email": "", "address_number": person.address_number[:-1]},
            {"phone": "", "mobile": "", "postal_code": "", "address_building": ""},
            {"address_town": person.address_town.removeprefix("函館市"), "birth_date": None},
            {"family_name": person.given_name, "given_name": person.family_name, "email": ""},
            {"address_town": "函館市湯浜町", "address_number": "1番1号", "phone": "", "email": ""},
            {"family_name": person.family_kana, "given_name": person.given_kana, "mobile": ""},
        ]
    )
    return replace(person, **shape)


def households(random: Random, person: PersonDraft) -> list[PersonDraft]:
    """Return others of somebody's household: husband or wife, twin, a child of the same kana."""
    born = person.birth_date or date(1950, 1, 1)
    return [
        replace(person, given_name="一葉", given_kana="かずは", birth_date=born.replace(year=1948)),
        replace(person, given_name="双葉", given_kana="ふたば"),
        replace(
            person,
            given_name=f"{person.given_name}美",
            birth_date=born.replace(year=born.year + 28, day=random.randint(1, 28)),
            mobile="",
        ),
        replace(
            person,
            birth_date=born.replace(year=1931),
            phone=f"0138-01-{random.randint(0, 9999):04d}",
            mobile="",
            address_town="函館市石川町",
            address_number=f"{random.randint(1, 99)}番{random.randint(1, 99)}号",
            email="",
        ),
    ]  # fmt: skip


def test_that_an_invented_office_is_sorted_out() -> None:
    random = Random(4)
    towns = ["五稜郭町", "松風町", "美原一丁目", "日吉町二丁目", "湯川町", "桔梗三丁目"]
    people = [one.draft for one in invent_people(random, 1200, towns)]
    true = set()
    for place in range(0, 300):
        people.append(variants(random, people[place]))
        true.add((place, len(people) - 1))
    for place in range(300, 450):
        people += households(random, people[place])
    found = proposed(people)
    assert len(found & true) / len(found) >= 0.98
    assert len(found & true) / len(true) >= 0.95


def test_that_a_crowd_under_one_number_costs_nothing_and_hides_nobody() -> None:
    home = {"phone": "0138-00-0001", "address_town": "松風町", "address_number": "1番1号"}
    random = Random(5)
    people = [replace(one.draft, **home) for one in invent_people(random, 400, ["松風町"])]
    people.append(replace(people[7], birth_date=None))
    assert (7, 400) in proposed(people)
