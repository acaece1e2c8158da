import pytest

from app.reporting.addressee import (
    Bearer,
    ToOrganisation,
    horizontal,
    of_organisation,
    of_people,
    vertical,
    with_honorific,
)


@pytest.mark.parametrize(
    ("name", "honorific", "addressed"),
    [
        ("函館　花子", "様", "函館　花子　様"),
        ("函館　花子", "", "函館　花子　様"),
        ("函館　花子", "先生", "函館　花子　先生"),
        ("函館　花子", "殿", "函館　花子　殿"),
        ("函館　花子様", "先生", "函館　花子様"),
        ("東雲町会　御中", "様", "東雲町会　御中"),
        ("見本家ご一同", "様", "見本家ご一同"),
        ("様似　太郎", "様", "様似　太郎　様"),
        ("", "様", ""),
    ],
)
def test_that_a_name_has_one_honorific(name: str, honorific: str, addressed: str) -> None:
    assert with_honorific(name, honorific) == addressed


def test_that_a_couple_has_two_lines_below_each_other() -> None:
    couple = [Bearer("五十嵐", "太郎"), Bearer("五十嵐", "花子", "先生")]
    assert of_people(couple) == ("五十嵐　太郎　様", "　　　　花子　先生")


def test_that_different_families_are_named_whole() -> None:
    assert of_people([Bearer("函館", "太郎"), Bearer("北斗", "花子"), Bearer("七飯", "次郎")]) == (
        "函館　太郎　様",
        "北斗　花子　様・七飯　次郎　様",
    )


@pytest.mark.parametrize(
    ("department", "title", "name", "style", "lines"),
    [
        ("", "", "", ToOrganisation.WHOLE, ("", "", ("東雲町会　御中",))),
        ("総務部", "", "", ToOrganisation.WHOLE, ("東雲町会", "", ("総務部　御中",))),
        ("", "町会長", "函館　太郎", ToOrganisation.WHOLE, ("", "", ("東雲町会　御中",))),
        (
            "", "町会長", "函館　太郎", ToOrganisation.REPRESENTATIVE,
            ("東雲町会", "町会長", ("函館　太郎　様",)),
        ),
        ("", "町会長", "", ToOrganisation.REPRESENTATIVE, ("東雲町会", "", ("町会長　様",))),
        ("", "", "", ToOrganisation.REPRESENTATIVE, ("", "", ("東雲町会　御中",))),
        ("", "", "", ToOrganisation.MEMBERS, ("", "", ("東雲町会　各位",))),
    ],
)  # fmt: skip
def test_that_only_the_last_line_to_an_organisation_has_its_honorific(
    department: str, title: str, name: str, style: ToOrganisation, lines: tuple[object, ...]
) -> None:
    assert of_organisation("東雲町会", department, title, name, style) == lines


def test_that_digits_follow_the_direction_of_writing() -> None:
    assert horizontal("東雲町４－１３ー２　サービスセンター１号") == (
        "東雲町4-13-2　サービスセンター1号"
    )
    assert vertical("東雲町４－１３　１０１号") == "東雲町四ー一三　一〇一号"
