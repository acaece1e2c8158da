"""How the texts of a workbook are read aloud, for ``PHONETIC``."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.sheet.furigana import Reading, TextWithFurigana
from app.documents.sheet.texts import Texts


def readings_of(texts: Texts) -> dict[str, str]:
    """Return the readings that are stored with texts, by the texts; parts without stay written."""
    found = {}
    for place in range(len(texts)):
        text = texts.with_furigana(place)
        if isinstance(text, TextWithFurigana):
            plain = "".join(run.text for run in text)
            found[plain] = _read_aloud(plain, text.furigana.readings)
    return found


def _read_aloud(text: str, readings: Sequence[Reading]) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    pieces, at = [], 0
    for reading in sorted(readings):
        start, end = max(reading.start, at), max(reading.end, at)
        pieces += [units[at * 2 : start * 2].decode("utf-16-le", "ignore"), reading.text]
        at = end
    return "".join(pieces) + units[at * 2 :].decode("utf-16-le", "ignore")
