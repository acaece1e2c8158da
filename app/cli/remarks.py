"""What a command says beside its result, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def say(sentences: Iterable[str]) -> None:
    """Say each sentence on a line of its own."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def say_missing(characters: Iterable[str]) -> None:
    """Name the characters that no font has."""
    for one in characters:
        codes = " ".join(f"U+{ord(part):04X}" for part in one)
        print(f"どの書体にもない字があります: {one} ({codes})", file=sys.stderr)
