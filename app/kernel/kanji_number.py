"""Numbers in kanji, as certificates and formal letters write them (三十一)."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_VALUE = {char: value for value, char in enumerate(_DIGITS)} | {"零": 0, "〇": 0, "○": 0}
_RUN = re.compile("[〇○零一二三四五六七八九十]+")


def kanji_number(number: int) -> str:
    """Write a number: 31 is 三十一; from 100 on digit by digit (二〇二六), as years are written.

    Raises ``ValueError`` for a negative number.
    """
    if number < 0:
        raise ValueError(number)
    if number >= 100 or number == 0:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _DIGITS[tens])
        + ("十" if tens else "")
        + (_DIGITS[ones] if ones else "")
    )


def replace_kanji_numbers(text: str) -> str:
    """Write the kanji numbers in a text with digits: 令和八年四月三十一日 → 令和8年4月31日.

    A run that is no number (二十三十) stays as it is.
    """
    return _RUN.sub(lambda found: _digits(found[0]), text)


def _digits(run: str) -> str:
    head, ten, tail = run.partition("十")
    if not ten:
        return "".join(str(_VALUE[char]) for char in run)
    if len(head) > 1 or len(tail) > 1 or "十" in tail:
        return run
    return str((_VALUE[head] if head else 1) * 10 + (_VALUE[tail] if tail else 0))
