"""Text as it arrives by keyboard and clipboard, put right without touching anybody's name.

Copying from a PDF gives the code points of radicals (U+2F00 ff., U+2E80 ff.) that look like the
kanji and are found by no search; they are mended, and the person who pasted is told.  Everything
else a name may consist of stays: compatibility ideographs (U+FA2C), variation selectors, 髙.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Radicals that stand for a whole character in Japanese print; the simplified Chinese ones and the
# bare strokes of U+2E80–2EF3 stay as they are.
_SUPPLEMENT = (
    "⺅亻⺉刂⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺩王⺫目⺬示⺭礻⺮竹⺲罒⺶羊"
    "⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻄西⻆角⻌辶⻍辶⻎辶⻏阝⻑長⻖阝⻗雨⻘青⻝食⻞食⻟食⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀"
)
# NFKC makes the pre-war shapes of these two, but it is 戸 and 黒 that come out of a PDF so.
_JAPANESE = {"⼾": "戸", "⿊": "黒"}

RADICALS: dict[str, str] = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)),
    **_JAPANESE,
}
"""Every radical that is mended, with the kanji it stands for."""

_RADICAL = re.compile("[" + "".join(RADICALS) + "]")
# Controls but tab and line feed; soft hyphen, zero-width space and no-break space, marks of
# writing direction, halves of surrogate pairs.  The joiners U+200C/200D stay: emoji need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text put right, and in words what was changed (empty: nothing worth telling)."""

    text: str
    changed: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """Return one sentence for the person who pasted, or nothing."""
        return (
            f"貼り付けた文字を修正しました（{'、'.join(self.changed)}）。" if self.changed else ""
        )


def tidy(text: str) -> Tidied:
    """Mend pasted radicals, drop characters nobody sees, and trim; line breaks become LF."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    visible = _UNSEEN.sub("", plain)
    changed = [f"{char}→{RADICALS[char]}" for char in dict.fromkeys(_RADICAL.findall(visible))]
    if visible != plain:
        changed.append("見えない文字を削除")
    mended = _RADICAL.sub(lambda found: RADICALS[found[0]], visible)
    return Tidied(mended.strip(), tuple(changed))


def one_line(text: str) -> str:
    """Write a text on one line: every run of blanks and line breaks becomes one space."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters; the sign … stands for what was left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(text: str) -> str:
    """Return a text for a refusal: in brackets, on one line, cut after 30 characters."""
    line = one_line(_UNSEEN.sub("", text))
    return f"「{line if len(line) <= _QUOTED else line[:_QUOTED] + '…'}」"
