"""Letters of full and of half width, and how many bytes a text takes, as ``JIS`` and ``LENB`` do.

Bytes are those of the Japanese edition: one for a letter of half width, two for any other.
"""

from __future__ import annotations

import re
import unicodedata

_HALF_KANA = "｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ"
_FULL_KANA = (
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
    "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
)
_TO_FULL = (
    {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    | {ord(" "): "　", ord("\\"): "￥", ord('"'): "”", ord("'"): "’", ord("`"): "‘"}
    | dict(zip(map(ord, _HALF_KANA), _FULL_KANA, strict=True))
)
_TO_HALF = (
    {code + 0xFEE0: code for code in range(0x21, 0x7F)}
    | {ord("　"): " ", ord("￥"): "\\", ord("”"): '"', ord("’"): "'", ord("‘"): "`"}
    | dict(zip(map(ord, _FULL_KANA), _HALF_KANA, strict=True))
)
_VOICED = {
    unicodedata.normalize("NFKC", f"{kana}{mark}"): f"{kana}{mark}"
    for kana in _HALF_KANA
    for mark in "ﾞﾟ"
    if len(unicodedata.normalize("NFKC", f"{kana}{mark}")) == 1
}
_PAIR = re.compile("[ｦ-ﾝ][ﾞﾟ]")
_HALF = re.compile("[\x00-\x7e｡-ﾟ¥‾]")


def full_width(text: str) -> str:
    """Return a text with letters and kana of half width as full ones."""
    joined = _PAIR.sub(lambda found: _joined(found[0]), text)
    return joined.translate(_TO_FULL)


def _joined(pair: str) -> str:
    whole = unicodedata.normalize("NFKC", pair)
    return whole if len(whole) == 1 else pair


def half_width(text: str) -> str:
    """Return a text with letters and katakana of full width as half ones."""
    return "".join(_VOICED.get(char, char) for char in text).translate(_TO_HALF)


def bytes_of(text: str) -> int:
    """Return how many bytes a text takes."""
    return sum(1 if _HALF.match(char) else 2 for char in text)


def cut_bytes(text: str, start: int, count: int) -> str:
    """Return the letters that lie wholly in a run of bytes; half a letter becomes a space."""
    kept, at = [], 0
    for char in text:
        size = 1 if _HALF.match(char) else 2
        if at >= start + count:
            break
        inside = min(at + size, start + count) - max(at, start)
        if inside == size:
            kept.append(char)
        elif inside > 0:
            kept.append(" ")
        at += size
    return "".join(kept)
