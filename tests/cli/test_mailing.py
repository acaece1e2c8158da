"""Labels, letters and lists of people from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.program import run
from app.searching.commands import save_search
from app.searching.condition import Comparison, Condition, Search
from app.wiring import find_paths, open_store

Call = Callable[..., tuple[int, str, str]]
ROWS = (
    "氏名,ふりがな,郵便番号,住所\n"
    "函館 花子,はこだて はなこ,040-8666,函館市東雲町4-13\n"
    "𠮷田 太郎,よしだ たろう,040-8666,函館市東雲町4-13\n"
)


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on an office with two people."""
    office, people = tmp_path / "事務所.kurashi", tmp_path / "名簿.csv"
    people.write_text(ROWS, "utf-8-sig")

    def called(*words: object) -> tuple[int, str, str]:
        code = run(["--data", str(tmp_path), "--office", str(office), *map(str, words)])
        return code, *capsys.readouterr()

    assert called("new", office)[0] == 0
    assert called("import", "people", people, "--apply")[0] == 0
    return called


def test_that_labels_say_who_is_left_out(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "宛名.json"
    code, _, said = call("export", "labels", "--all", "-o", target)
    assert (code, target.exists()) == (2, False)
    assert "案内の同意がない 2件" in said
    options = ("--all", "--without-consent", "--start", 3, "--label", 24)
    assert call("export", "labels", *options, "-o", target)[0] == 0
    rows = json.loads(target.read_text("utf-8"))["lists"]["宛名"]
    assert [row.get("宛名", "") for row in rows] == ["", "", "函館　花子　様", "𠮷田　太郎　様"]


def test_that_a_letter_takes_its_words_from_a_file(call: Call, tmp_path: Path) -> None:
    texts, target = tmp_path / "文.json", tmp_path / "案内.json"
    texts.write_text('{"件名": "総会のご案内", "日時": "8月5日"}', "utf-8")
    words = ("export", "letter", "--find", "函館 花子", "--without-consent", "--texts", texts)
    assert call(*words, "-o", target)[0] == 0
    made = json.loads(target.read_text("utf-8"))
    assert made["fields"]["件名"] == "総会のご案内"
    assert made["lists"]["宛名"][0]["記1"] == "8月5日"
    texts.write_text('{"題": "総会"}', "utf-8")
    code, _, said = call(*words, "-o", target)
    assert (code, "題" in said) == (2, True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--label", "99"), "12（12面"),
        (("--start", "13"), "1～12"),
        (("--order", "group"), "postal（郵便番号順）"),
        (("--paper", "a4"), "long3（長形3号）"),
    ],
)
def test_that_what_there_is_not_is_refused(
    wrong: tuple[str, ...], said: str, call: Call, tmp_path: Path
) -> None:
    words = ("export", "labels", "--all", "--without-consent", *wrong)
    code, _, refused = call(*words, "-o", tmp_path / "宛名.pdf")
    assert code == 2
    assert said in refused


def test_that_an_old_encoding_needs_substitutes(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "一覧.csv"
    words = ("contacts", "--all", "--cp932", "-o", target)
    code, _, said = call(*words)
    assert (code, target.exists()) == (2, False)
    assert "𠮷 → 吉" in said
    assert call(*words, "--substitute")[0] == 0
    assert "吉田" in target.read_bytes().decode("cp932")
    assert call(*words, "--substitute", "𠮷=よし")[0] == 0
    assert "よし田" in target.read_bytes().decode("cp932")


def test_that_a_saved_search_is_asked_when_it_is_used(call: Call, tmp_path: Path) -> None:
    store = open_store(tmp_path / "事務所.kurashi", None, find_paths(tmp_path))
    for text in ("函館", "札幌"):
        search = Search(conditions=(Condition("name", Comparison.CONTAINS, text),))
        store.do("条件", save_search, f"{text}の方", search)
    store.close()
    target = tmp_path / "宛名.json"
    words = ("--without-consent", "-o", target)
    assert call("export", "labels", "--search", "函館の方", *words)[0] == 0
    rows = json.loads(target.read_text("utf-8"))["lists"]["宛名"]
    assert [row["宛名"] for row in rows] == ["函館　花子　様"]
    code, _, said = call("export", "labels", "--search", "札幌の方", *words)
    assert (code, "「札幌の方」に合う相手がいません" in said) == (2, True)
    code, _, said = call("export", "labels", "--search", "七飯の方", *words)
    assert (code, "1（函館の方）、2（札幌の方）" in said) == (2, True)
    listed = tmp_path / "一覧.csv"
    words = ("contacts", "--search", 1, "--columns", "郵便番号、氏名", "-o", listed)
    assert call(*words)[0] == 0
    assert listed.read_text("utf-8-sig").splitlines() == ["氏名,郵便番号", "函館　花子,040-8666"]
