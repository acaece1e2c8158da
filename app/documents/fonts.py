"""Which bundled glyph draws which character, and how wide it is set.

A font that a workbook names is stood in for by one of the BIZ UD family; a character they lack is
drawn from Noto Sans JP, and one that no font has as 〓.  A glyph is never set wider than its own
width, and never wider than the named font would set it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from app.documents.named_fonts import NamedFont, named_font
from app.documents.typeface import Typeface
from app.documents.upright import UprightTypeface
from app.kernel.resources import resources

GETA = "〓"
ASCENT, DESCENT = 0.88, 0.12
"""Of every BIZ UD font, in em; lines are set by these also where a fallback glyph stands."""

_FALLBACK = "NotoSansJP-Regular"
_NOTO_DIGIT = 0.555
_LAST_LATIN = 0x36F
_LAST_ASCII = 0x7E
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_VOICING = "\u3099\u309a"
_JOINED = frozenset([*_VOICING, *(chr(code) for codes in _SELECTORS for code in codes)])
_HALF_WIDTH = range(0xFF61, 0xFFA0)
_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}


class Glyph(NamedTuple):
    """One character (with its variation selector) as it is drawn; widths in em."""

    text: str
    face: Typeface
    id: int
    advance: float
    natural: float


@lru_cache(maxsize=20)
def typeface(name: str) -> Typeface:
    """Return a bundled font by its file's name, opened once."""
    return Typeface(resources() / "fonts" / f"{name}.ttf")


@lru_cache(maxsize=20)
def upright_typeface(name: str) -> UprightTypeface:
    """Return a bundled font with its glyphs of vertical writing, opened once."""
    return UprightTypeface(resources() / "fonts" / f"{name}.ttf")


def is_selector(character: str) -> bool:
    """Return whether a character only selects a variant of the one before it."""
    return any(ord(character) in codes for codes in _SELECTORS)


def clusters(text: str) -> list[str]:
    """Split text into what is drawn as one glyph: 葛 with its selector, か with its voicing."""
    if _JOINED.isdisjoint(text):
        return list(text)
    found: list[str] = []
    for character in text:
        if found and is_selector(character):
            found[-1] += character
        elif found and character in _VOICING and len(joined := _compose(found[-1], character)) == 1:
            found[-1] = joined
        else:
            found.append(character)
    return found


def _compose(base: str, mark: str) -> str:
    return unicodedata.normalize("NFC", base + mark) if len(base) == 1 else base + mark


class FontChain:
    """A named font and the bundled faces that stand in for it, first the best."""

    def __init__(self, name: str, *, bold: bool = False) -> None:
        """Choose the faces for ``name``, as a workbook writes it."""
        self.named: NamedFont = named_font(name)
        self.bold = bold
        self._glyphs: dict[str, Glyph | None] = {}
        fixed, proportional = _faces(self.named, bold=bold)
        self._wide = proportional if self.named.kind in {"ms", "biz"} else fixed
        self._square = fixed
        self._other = fixed if self._wide == proportional else proportional
        self._latin = fixed if self.named.kind == "fixed" else proportional

    def glyphs(self, text: str) -> list[Glyph]:
        """Return the glyphs of a text; control characters have none."""
        known = self._glyphs
        found = [known[part] if part in known else self.glyph(part) for part in clusters(text)]
        return [glyph for glyph in found if glyph]

    def glyph(self, cluster: str) -> Glyph | None:
        """Return the glyph of one cluster, the same one every time; a control has none."""
        if cluster not in self._glyphs:
            unseen = unicodedata.category(cluster[0]) in _UNSEEN
            self._glyphs[cluster] = None if unseen else self._choose(cluster)
        return self._glyphs[cluster]

    def upright(self, text: str) -> list[Glyph]:
        """Return the glyphs of a text set letter under letter.

        Letters and half-width kana stay as they are; the others fill a square, in their form of
        vertical writing where they have one.
        """
        return [self._upright(glyph) for glyph in self.glyphs(text)]

    def _upright(self, glyph: Glyph) -> Glyph:
        code = ord(glyph.text[0])
        if code <= _LAST_LATIN or code in _HALF_WIDTH:
            return glyph
        for name in (self._square, _FALLBACK):
            if _find(typeface(name), glyph.text):
                turned = upright_typeface(name)
                face = turned if turned.differs(code) else typeface(name)
                found = _find(face, glyph.text)
                width = face.advance(found)
                return Glyph(glyph.text, face, found, width, width)
        return glyph

    def width(self, text: str) -> float:
        """Return how wide a text is set on one line, in em."""
        return sum(glyph.advance for glyph in self.glyphs(text))

    def _choose(self, cluster: str) -> Glyph:
        main = self._latin if ord(cluster[0]) <= _LAST_LATIN else self._wide
        sibling = self._wide if main != self._wide else self._other
        for find in (_find, _find_plain):
            for name in (main, sibling, _FALLBACK):
                if found := find(typeface(name), cluster):
                    return self._measured(cluster, typeface(name), found)
        face = typeface(main)
        return self._measured(cluster, face, face.glyph(ord(GETA)))

    def _measured(self, cluster: str, face: Typeface, glyph: int) -> Glyph:
        natural = face.advance(glyph)
        named = self._named_advance(cluster)
        return Glyph(
            cluster, face, glyph, natural if named is None else min(named, natural), natural
        )

    def _named_advance(self, cluster: str) -> float | None:
        named, code = self.named, ord(cluster[0])
        advance = named.advance(cluster, bold=self.bold)
        if advance is not None or named.kind != "other" or code > _LAST_ASCII:
            return advance
        like = typeface(_FALLBACK)
        return like.advance(like.glyph(code)) * named.digit / _NOTO_DIGIT


def _faces(named: NamedFont, *, bold: bool) -> tuple[str, str]:
    if named.mincho:
        return "BIZUDMincho-Regular", "BIZUDPMincho-Regular"
    weight = "Bold" if bold else "Regular"
    return f"BIZUDGothic-{weight}", f"BIZUDPGothic-{weight}"


def drawn_glyph(face: Typeface, cluster: str) -> int:
    """Return the glyph by which a face draws what was left to it: itself, plain, or 〓."""
    return _find(face, cluster) or _find_plain(face, cluster) or face.glyph(ord(GETA))


def _find(face: Typeface, cluster: str) -> int:
    if len(cluster) == 1:
        return face.glyph(ord(cluster))
    return face.variant(ord(cluster[0]), ord(cluster[1])) if is_selector(cluster[1]) else 0


def _find_plain(face: Typeface, cluster: str) -> int:
    return face.glyph(ord(cluster[0]))


@lru_cache(maxsize=500)
def chain(name: str, *, bold: bool = False) -> FontChain:
    """Return the chain of a named font, kept for the next text."""
    return FontChain(name, bold=bold)


def missing_characters(text: str | Iterable[str]) -> tuple[str, ...]:
    """Return, in order and once each, what no bundled font can draw as it is written.

    A variant (葛 with a selector) that no font knows is drawn as the plain character, and named
    here all the same.
    """
    whole = text if isinstance(text, str) else "".join(text)
    return tuple(dict.fromkeys(part for part in clusters(whole) if not _drawable(part)))


@lru_cache(maxsize=20_000)
def _drawable(cluster: str) -> bool:
    if unicodedata.category(cluster[0]) in _UNSEEN:
        return True
    names = ("BIZUDGothic-Regular", _FALLBACK)
    return any(_find(typeface(name), cluster) for name in names)
