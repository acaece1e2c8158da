"""Finding, and changing what a saved search finds, from the command line."""

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
    "氏名,ふりがな,電話番号,住所,備考\n"
    "函館 花子,はこだて はなこ,0138-00-1234,函館市東雲町4-13,\n"
    "渡邉 太郎,わたなべ たろう,0138-00-5678,函館市島泊町1,函館の会\n"
)


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on an office with two people and a saved search that finds the second."""
    office, people = tmp_path / "事務所.kurashi", tmp_path / "名簿.csv"
    people.write_text(ROWS, "utf-8-sig")

    def called(*words: object) -> tuple[int, str, str]:
        code = run(["--data", str(tmp_path), "--office", str(office), *map(str, words)])
        return code, *capsys.readouterr()

    assert called("new", office)[0] == 0
    assert called("import", "people", people, "--apply")[0] == 0
    store = open_store(office, None, find_paths(tmp_path))
    named = Condition("name", Comparison.CONTAINS, "渡辺")
    store.do("保存", save_search, "わたなべさん", Search(conditions=(named,)))
    store.close()
    return called


def test_that_one_text_is_searched_for(call: Call) -> None:
    code, out, said = call("search", "函館")
    assert (code, out) == (0, "人\t1\t函館　花子\n人\t2\t渡邉　太郎\n")
    assert "2件" in said
    assert call("search", "函館", "--limit", 1)[1:] == ("人\t1\t函館　花子\n", "2件\n")
    found = json.loads(call("search", "ﾜﾀﾅﾍﾞ", "--json")[1])
    assert found.pop("seconds") >= 0
    hits = [{"kind": "person", "id": 2, "name": "渡邉　太郎"}]
    assert found == {"query": "ﾜﾀﾅﾍﾞ", "total": 1, "hits": hits}


def test_that_every_line_of_a_file_is_answered_in_order(call: Call, tmp_path: Path) -> None:
    batch = tmp_path / "問い.txt"
    batch.write_text("5678\n\nいない\nhako\n", "utf-8-sig")
    code, out, said = call("search", "--batch", batch, "--json")
    assert (code, said) == (0, "")
    answers = json.loads(out)
    assert [answer["query"] for answer in answers] == ["5678", "", "いない", "hako"]
    assert [[hit["id"] for hit in answer["hits"]] for answer in answers] == [[2], [], [], [1]]
    assert [sorted(answer) for answer in answers] == [["hits", "query", "seconds", "total"]] * 4
    for words in (("search",), ("search", "函館", "--batch", batch)):
        code, out, said = call(*words)
        assert (code, out, "どちらか一方" in said) == (2, "", True)
    batch.write_text("函館", "cp932")
    assert [call("search", "--batch", path)[0] for path in (batch, tmp_path / "ない")] == [2, 2]


def test_that_what_a_saved_search_finds_is_changed_only_when_told(call: Call) -> None:
    words = ("edit", "people", "--search", "わたなべさん", "--set", "発送=案内を送らない")
    code, out, said = call(*words)
    assert (code, out) == (0, "2\t変わる\t渡邉　太郎\t案内を送る\t案内を送らない\t\n")
    assert "まだ変更していません" in said
    made = json.loads(call(*words, "--apply", "--json")[1])
    assert (made["counts"], made["applied"]) == ({"change": 1, "same": 0, "refused": 0}, 1)
    assert "1人の発送を変更（案内を送らない）" in call("history")[1]
    assert "同じ" in call(*words)[1]
    assert call("undo")[0] == 0
    assert "変わる" in call(*words)[1]
    assert "除く" in call(*words, "--except", "2", "--apply")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("people", "--all", "--set", "発送"), "圏域=北部"),
        (("people", "--all", "--set", "氏名=山田"), "変えられるのは"),
        (("organisations", "--search", "わたなべさん", "--set", "状態=休止"), "人を探すもの"),
        (("people", "--search", "ない", "--set", "状態=転出"), "わたなべさん"),
    ],
)
def test_that_an_edit_that_cannot_be_is_refused(
    call: Call, words: tuple[str, ...], said: str
) -> None:
    code, out, refused = call("edit", *words)
    assert (code, out, said in refused) == (2, "", True)
