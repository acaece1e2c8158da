"""The documents say what is true: links lead somewhere, keys are those of the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"
KEYS = MANUAL / "11-keys.md"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("db/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(.+?)` \| (.+) \|$", re.MULTILINE)
SPELT = {"Return": "Enter", "Del": "Delete", "PgUp": "PageUp", "PgDown": "PageDown"}
SECOND_IS_KEY = {"add", "add_key"}
RECORD_KEYS = {"find": "Ctrl+F", "add": "Ctrl+N"}
FIRST_IS_KEY = {"tell", "tell_key"}
GUI = ROOT / "app" / "gui"


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_that_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(FENCE.sub("", page.read_text("utf-8")))
    inside = [link for link in links if not re.match(r"[a-z]+:|#", link)]
    missing = [link for link in inside if not (page.parent / link.split("#")[0]).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_that_a_link_into_a_page_meets_a_heading(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        target, _, heading = link.partition("#")
        if heading and ":" not in link:
            text = ((page.parent / target) if target else page).read_text("utf-8")
            found = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
            assert heading in {one.strip().lower().replace(" ", "-") for one in found}


def test_that_the_contents_lead_to_every_chapter_and_back() -> None:
    contents = (MANUAL / "README.md").read_text("utf-8")
    chapters = sorted(path.name for path in MANUAL.glob("[0-9]*.md"))
    assert [link for link in LINK.findall(contents) if link in chapters] == chapters
    for chapter in chapters:
        assert "(README.md)" in (MANUAL / chapter).read_text("utf-8")


def test_that_the_chapter_of_keys_lists_those_of_the_program_and_no_others() -> None:
    listed = set(ROW.findall(KEYS.read_text("utf-8")))
    known = {(spelt(key), text) for key, text in keys_of_the_program()}
    assert not known - listed, "the chapter of keys does not list these"
    assert not listed - known, "the program does not have these"


def test_that_no_page_takes_a_key_that_works_everywhere() -> None:
    everywhere, *pages = KEYS.read_text("utf-8").split("\n## ")[1:]
    taken = {key for key, _ in ROW.findall(everywhere)}
    assert {"Ctrl+1", "Ctrl+K", "F1"} <= taken
    assert {row for page in pages for row in ROW.findall(page) if row[0] in taken} == set()


def spelt(key: str) -> str:
    """Write a key as the manual does."""
    return "+".join(SPELT.get(part, part) for part in key.split("+")) if key[0] != "+" else key


def keys_of_the_program() -> Iterator[tuple[str, str]]:
    """Yield every key that the source gives to a page, a menu, a place or the preview."""
    for path in GUI.rglob("*.py"):
        if "compiled" not in path.parts:
            yield from keys_in(ast.parse(path.read_text("utf-8")), path.stem)
    for text, key in (("前の年度", "Ctrl+["), ("次の年度", "Ctrl+]")):
        assert f"{text}（{key}）" in (ROOT / "resources/ui/main_window.ui").read_text("utf-8")
        yield key, text


def keys_in(tree: ast.Module, module: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            words = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
            texts = [one for one in words if isinstance(one, str)]
            yield from key_of(called(node), words, texts, module)
            for one in node.keywords:  # what every page of records is given the words for
                if called(node) == "add_keys" and isinstance(one.value, ast.Constant):
                    yield RECORD_KEYS[str(one.arg)], str(one.value.value)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple | ast.Dict):
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id == "_HELP":
                yield from ast.literal_eval(node.value)
            elif isinstance(target, ast.Name) and (module, target.id) == ("window_menus", "_NAMES"):
                yield from ast.literal_eval(node.value).items()


def key_of(
    call: str, words: list[object], texts: list[str], module: str
) -> Iterator[tuple[str, str]]:
    pair = len(words) > 1 and isinstance(words[0], str) and isinstance(words[1], str)
    if call in SECOND_IS_KEY and pair:
        yield texts[1], texts[0]
    elif call in FIRST_IS_KEY and pair:
        yield texts[0], texts[1]
    elif call == "_button" and module == "pdf_preview":
        yield texts[2], texts[0]
    elif call == "Place":
        yield texts[3], texts[1]
    elif call == "_add" and module == "window_menus" and len(texts) > 1 and texts[1]:
        yield texts[1], re.sub(r"\(&.\)…?$", "", texts[0])


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
