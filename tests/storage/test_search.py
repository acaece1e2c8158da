from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.storage.search import SearchIndex

LETTERS = "アイ山田1 "
TEXTS = st.text(LETTERS, max_size=6)
FORMS = st.lists(st.text(LETTERS, max_size=3), max_size=3).map(tuple)


def scan(entries: dict[int, str], forms: tuple[str, ...]) -> list[int]:
    return [key for key, text in entries.items() if any(form in text for form in forms)]


@given(st.lists(TEXTS, max_size=30), st.lists(FORMS, max_size=12))
def test_that_whatever_is_typed_finds_what_a_plain_scan_finds(
    texts: list[str], typed: list[tuple[str, ...]]
) -> None:
    entries = dict(enumerate(texts))
    index = SearchIndex(entries.items())
    for number, forms in enumerate(typed):
        found = scan(entries, forms)
        assert index.first(forms, number) == (found[:number], len(found) <= number)
        assert index.find(forms) == found


@given(st.lists(TEXTS, max_size=20), TEXTS)
def test_that_typing_on_and_deleting_finds_what_a_plain_scan_finds(
    texts: list[str], typed: str
) -> None:
    entries = dict(enumerate(texts))
    index = SearchIndex(entries.items())
    for end in (*range(len(typed) + 1), *range(len(typed), -1, -1)):
        found = scan(entries, (typed[:end],))
        assert index.first((typed[:end],), 3) == (found[:3], len(found) <= 3)
        assert end % 2 or index.find((typed[:end],)) == found


@given(
    st.lists(TEXTS, max_size=10),
    st.lists(st.tuples(st.integers(0, 14), st.none() | TEXTS), max_size=10),
    FORMS,
)
def test_that_a_changed_entry_is_found_as_it_now_is(
    texts: list[str], updates: list[tuple[int, str | None]], forms: tuple[str, ...]
) -> None:
    entries = dict(enumerate(texts))
    index = SearchIndex(entries.items())
    for key, text in updates:
        index.find(forms)
        index.update(key, text)
        if text is None:
            entries.pop(key, None)
        else:
            entries[key] = text
    assert index.find(forms) == scan(entries, forms)
    assert len(index) == len(entries)


def test_that_an_answer_is_the_caller_s_own() -> None:
    index = SearchIndex([(7, "ア"), (3, "アイ")])
    index.find(("ア",)).clear()
    assert index.find(("ア",)) == [7, 3]
    assert index.find(("アイ",)) == [3]
    assert index.find(()) == []
