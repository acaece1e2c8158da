"""Minutes in full: who said what, and the same with names of members left out.

Hakodate begins a speaker's words with 「○」 and parts speaker and words by a blank::

    ○事務局　定刻となったので，会議を始めます。
    ○会田会長　お手元の資料をご覧ください。

Lines without a mark go on with what was said before; what stands before the first mark has no
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.council.council import Office

MARK: Final = "○"
MASKED: Final = "委員"
_MARKS: Final = "○〇◯"  # circles that people type for one another
_SPOKEN = re.compile(rf"^\s*[{_MARKS}]\s*(?P<speaker>[^\s　：:]*)[\s　：:]*(?P<words>.*)$")
_OFFICES: Final = "|".join(
    (
        *(one.label for one in Office),
        "座長",
        "議長",
        "部会長",
        "委員長",
        "課長",
        "係長",
        "さん",
        "氏",
    )
)


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said; ``speaker`` is empty for words before the first mark."""

    speaker: str
    words: str

    def __str__(self) -> str:
        return f"{MARK}{self.speaker}　{self.words}" if self.speaker else self.words


@dataclass(frozen=True, slots=True)
class Named:
    """Whose name is left out, and what stands in its place: their office, or 委員."""

    family: str
    given: str
    office: Office = Office.MEMBER

    @property
    def shown(self) -> str:
        """Return what stands for the name; chairs are known by their office."""
        return self.office.label


def speeches(text: str) -> tuple[Speech, ...]:
    """Read minutes into what was said, in order; blank lines part paragraphs of one speech."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        spoken = _SPOKEN.match(line)
        if spoken is not None:
            found.append((spoken["speaker"], [spoken["words"].rstrip()]))
        elif found:
            found[-1][1].append(line.rstrip())
        elif line.strip():
            found.append(("", [line.rstrip()]))
    return tuple(Speech(speaker, "\n".join(words).strip()) for speaker, words in found)


def masked(said: Iterable[Speech], names: Sequence[Named]) -> tuple[Speech, ...]:
    """Return what was said with every one of these names as 「委員」, or as their office.

    Whole names are found with or without a blank, a family name before an office or さん (井上委員,
    井上さん), and as a speaker also by itself.  An office that was said stays: 会田会長 is 会長.
    """
    rules = [(_pattern(name), name) for name in sorted(names, key=_longest_first)]
    return tuple(
        Speech(_masked_speaker(one.speaker, rules), _masked_words(one.words, rules)) for one in said
    )


def _longest_first(name: Named) -> tuple[int, str]:
    return -len(name.family + name.given), name.family


def _pattern(name: Named) -> re.Pattern[str]:
    family, given = re.escape(name.family), re.escape(name.given)
    whole = rf"{family}[ 　]?{given}" if given else "(?!)"  # 林 alone would be found in 森林
    after = rf"[ 　]?(?P<office>{_OFFICES})"
    return re.compile(rf"{whole}(?:{after})?|{family}[ 　]?(?P<called>{_OFFICES})")


def _masked_words(words: str, rules: Sequence[tuple[re.Pattern[str], Named]]) -> str:
    for pattern, name in rules:
        words = pattern.sub(lambda found, name=name: _stand_in(found, name), words)  # type: ignore[misc]
    return words


def _masked_speaker(speaker: str, rules: Sequence[tuple[re.Pattern[str], Named]]) -> str:
    for pattern, name in rules:
        if speaker == name.family:
            return name.shown
        speaker = pattern.sub(lambda found, name=name: _stand_in(found, name), speaker)  # type: ignore[misc]
    return speaker


def _stand_in(found: re.Match[str], name: Named) -> str:
    called = found["office"] or found["called"] or ""
    return called if called and called not in ("さん", "氏") else name.shown
