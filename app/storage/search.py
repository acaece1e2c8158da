"""Finding entries of a list while somebody types.

All entries are kept in memory as folded text.  Typing on narrows what was found before, so a
keystroke mostly looks at a few hundred entries; and what fills the screen is found without
looking at the others.  A pure scan needs no index that could disagree with it, and finds one and
two characters too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial, reduce
from itertools import compress, islice, repeat
from operator import contains, or_

_KEPT = 16
"""How many earlier answers are remembered: the way back when characters are deleted."""

Forms = tuple[str, ...]


class SearchIndex:
    """The entries of a list, each with its key and folded text, in the order of the list."""

    def __init__(self, entries: Iterable[tuple[int, str]]) -> None:
        self._texts: dict[int, str] = dict(entries)
        self._answers: list[tuple[Forms, list[int]]] = []

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, forms: Forms) -> list[int]:
        """Return the keys whose text holds any of the forms, in the order of the list.

        The forms are folded as the text is; an empty form finds everything, no form nothing.
        """
        known = self._known(forms)
        if known is None:
            known = self._keep(forms, list(self._hits(forms)))
        return known.copy()

    def first(self, forms: Forms, limit: int) -> tuple[list[int], bool]:
        """Return the first of these keys, and whether they are all there are."""
        known = self._known(forms)
        if known is None:
            found = list(islice(self._hits(forms), limit + 1))
            if len(found) > limit:
                return found[:limit], False
            known = self._keep(forms, found)
        return known[:limit], len(known) <= limit

    def update(self, key: int, text: str | None) -> None:
        """Take over the new text of an entry; none removes it, a new key comes last."""
        self._answers.clear()
        if text is None:
            self._texts.pop(key, None)
        else:
            self._texts[key] = text

    @property
    def texts(self) -> Mapping[int, str]:
        """The folded text of every entry, in the order of the list."""
        return self._texts

    def _known(self, forms: Forms) -> list[int] | None:
        """Return an answer given before; what does not lead to this one is forgotten."""
        while self._answers and not _narrows(forms, self._answers[-1][0]):
            self._answers.pop()
        return self._answers[-1][1] if self._answers and self._answers[-1][0] == forms else None

    def _keep(self, forms: Forms, found: list[int]) -> list[int]:
        self._answers.append((forms, found))
        del self._answers[:-_KEPT]
        return found

    def _hits(self, forms: Forms) -> Iterator[int]:
        """Look at what the last answer left, as far as somebody asks for more."""
        texts = self._texts
        among = self._answers[-1][1] if self._answers else texts

        def held(form: str) -> Iterator[bool]:
            looked_at = texts.values() if among is texts else map(texts.__getitem__, among)
            return map(contains, looked_at, repeat(form))

        if not forms:
            return iter(())
        return compress(among, reduce(partial(map, or_), map(held, forms)))


def _narrows(forms: Forms, asked: Forms) -> bool:
    """Return whether all that ``forms`` can find was also found by ``asked``."""
    return all(any(earlier in form for earlier in asked) for form in forms)
