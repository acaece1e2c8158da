"""Finding entries of a list while somebody types.

All entries are kept in memory as folded text.  Typing on narrows what was found before, so a
keystroke mostly looks at a few hundred entries; only the first one looks at all of them.  A
pure scan needs no index that could disagree with it, and finds one and two characters too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress, repeat
from operator import contains

_KEPT = 16
"""How many earlier answers are remembered: the way back when characters are deleted."""
_BEGINNINGS = 64
"""How many answers to single characters are remembered: what most words begin with."""

Forms = tuple[str, ...]


class SearchIndex:
    """The entries of a list, each with its key and folded text, in the order of the list."""

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self._texts: dict[int, str] = dict(entries)
        self._answers: list[tuple[Forms, list[int]]] = []
        self._beginnings: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, forms: Forms) -> list[int]:
        """Return the keys whose text holds any of the forms, in the order of the list.

        The forms are folded as the text is; an empty form finds everything, no form nothing.
        """
        while self._answers and not _narrows(forms, self._answers[-1][0]):
            self._answers.pop()
        if not self._answers or self._answers[-1][0] != forms:
            self._answers.append((forms, self._scan(forms)))
            del self._answers[:-_KEPT]
        return self._answers[-1][1].copy()

    def update(self, key: int, text: str | None) -> None:
        """Take over the new text of an entry; none removes it, a new key comes last."""
        self._answers.clear()
        self._beginnings.clear()
        if text is None:
            self._texts.pop(key, None)
        else:
            self._texts[key] = text

    @property
    def texts(self) -> Mapping[int, str]:
        """The folded text of every entry, in the order of the list."""
        return self._texts

    def _scan(self, forms: Forms) -> list[int]:
        """Look at what the last answer left, once for each form."""
        among = self._answers[-1][1] if self._answers else None
        answers = [answer for form in forms if (answer := self._holding(form, among))]
        if len(answers) <= 1:
            return answers[0] if answers else []
        hits: set[int] = set().union(*answers)
        return [key for key in (self._texts if among is None else among) if key in hits]

    def _holding(self, form: str, among: list[int] | None) -> list[int]:
        texts = self._texts
        if among is None and len(form) == 1:
            return self._beginning(form)
        if among is None or 2 * len(among) > len(texts):
            return list(compress(texts, map(contains, texts.values(), repeat(form))))
        return list(compress(among, map(contains, map(texts.__getitem__, among), repeat(form))))

    def _beginning(self, form: str) -> list[int]:
        """Look for a single character, once until something changes; not to be changed."""
        if form not in self._beginnings:
            if len(self._beginnings) == _BEGINNINGS:
                self._beginnings.pop(next(iter(self._beginnings)))
            texts = self._texts
            found = compress(texts, map(contains, texts.values(), repeat(form)))
            self._beginnings[form] = list(found)
        return self._beginnings[form]


def _narrows(forms: Forms, asked: Forms) -> bool:
    """Return whether all that ``forms`` can find was also found by ``asked``."""
    return all(any(earlier in form for earlier in asked) for form in forms)
