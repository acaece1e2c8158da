"""Telephone numbers, written the way 函館 writes them: 0138-00-1234.

Where an area code ends is laid down in the 総務省 numbering plan.  It is known here for all of
北海道, for numbers that have one form everywhere (mobile, 0120 …) and for the large cities; any
other number keeps the groups it was typed with.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.text import quoted

AREA_CODE: Final = "0138"
"""The area code of 函館市, put before numbers written without one."""

_LABEL = re.compile(r"^(?:(?:TEL|FAX|電話|携帯|自宅|☎|📞)(?:番号)?[\s.:/・]*)+", re.IGNORECASE)
_REMARK = re.compile(r"\((?:代表?|直通|自宅|携帯|FAX|電話|呼)\)$", re.IGNORECASE)
_EXTENSION = re.compile(r"[\s(]*(?:内線|EXT\.?)[\s.:]*([0-9]{1,6})\)?$", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:\+|0{1,2}10[\s-]?)81[\s-]*(?:\(0\))?0?")
_DASHES = re.compile(r"[‐‑‒–—―−ー~〜./・_-]+")
_SHAPE = re.compile(r"[0-9()\s-]+")
_LONGEST = 60

# Lengths of the groups by the first digits; the longest that fits counts.
_PLAN: Final[dict[str, tuple[int, int, int]]] = {
    **dict.fromkeys(("020", "050", "060", "070", "080", "090"), (3, 4, 4)),
    "0800": (4, 3, 4),
    **dict.fromkeys(("0120", "0180", "0570", "0990"), (4, 3, 3)),
    **dict.fromkeys(("03", "06"), (2, 4, 4)),
    **dict.fromkeys(("011", "044", "045", "052", "075", "078"), (3, 3, 4)),
    **dict.fromkeys(("0177", "0188", "0196", "0222", "0227", "0236", "0245", "0249"), (3, 3, 4)),
    **dict.fromkeys(("012", "013", "014", "015", "016"), (4, 2, 4)),
    **dict.fromkeys(("01267", "01372", "01374", "01377", "01392", "01397", "01398"), (5, 1, 4)),
    **dict.fromkeys(("01456", "01457", "01466", "01547", "01558", "01564"), (5, 1, 4)),
    **dict.fromkeys(("01586", "01587", "01632", "01634", "01635", "01648"), (5, 1, 4)),
    **dict.fromkeys(("01654", "01655", "01656", "01658"), (5, 1, 4)),
}
_USUAL: Final = (4, 2, 4)
_AS_WRITTEN: Final = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}")
"""How ``normalise_phone`` writes a number: most that are stored need no mending."""
_NO_DIGIT: Final = re.compile("[^0-9]+")


def normalise_phone(text: str, area_code: str = AREA_CODE) -> str:
    """Write one telephone number with dashes, with its extension (内線) if it has one.

    A number without area code gets ``area_code``; a zero lost in a spreadsheet comes back
    (138001234, 9012345678).  Raises ``Refusal`` where the digits are not one Japanese number.
    """
    number, extension = _split(text)
    if len(text) > _LONGEST or not _SHAPE.fullmatch(number):
        raise Refusal(_not_understood(text))
    groups = _complete(re.findall(r"[0-9]+", number), area_code)
    digits = "".join(groups)
    if not _possible(digits):
        raise Refusal(_not_understood(text))
    written = "-".join(_grouped(digits, groups))
    return f"{written} 内線{extension}" if extension else written


def phone_digits(text: str) -> str:
    """Return the digits of a number, without extension, to compare and search by."""
    return _NO_DIGIT.sub("", _split(text)[0])


def _split(text: str) -> tuple[str, str]:
    """Return the number with plain dashes and the domestic zero, and its extension."""
    if _AS_WRITTEN.fullmatch(text):
        return text, ""
    line = unicodedata.normalize("NFKC", text[:_LONGEST]).strip().lstrip("'")
    line = _REMARK.sub("", _LABEL.sub("", line)).rstrip()
    extension = _EXTENSION.search(line)
    number = line[: extension.start()] if extension else line
    number = _COUNTRY.sub("0", _DASHES.sub("-", number.strip()))
    return number.strip("- "), extension[1] if extension else ""


def _complete(groups: list[str], area_code: str) -> list[str]:
    """Put back what is missing in front: the area code, or a zero a spreadsheet dropped."""
    digits = "".join(groups)
    if digits.startswith("0"):
        return groups
    if len(area_code) + len(digits) == 10:
        return [area_code, *groups]
    if len(digits) in (9, 10):
        return ["0" + groups[0], *groups[1:]]
    return groups


def _possible(digits: str) -> bool:
    if not digits.startswith("0") or digits.startswith("00"):
        return False
    return len(digits) == sum(_plan(digits) or _USUAL)


def _plan(digits: str) -> tuple[int, int, int] | None:
    """Return the group lengths laid down for a number, or nothing where they are not known."""
    prefixes = (digits[:length] for length in (5, 4, 3, 2))
    return next((_PLAN[prefix] for prefix in prefixes if prefix in _PLAN), None)


def _grouped(digits: str, typed: list[str]) -> list[str]:
    lengths = _plan(digits)
    if lengths is None:
        if len(typed) == 3 and len(typed[-1]) == 4:
            return typed
        lengths = _USUAL
    first, second, _third = lengths
    return [digits[:first], digits[first : first + second], digits[first + second :]]


def _not_understood(text: str) -> str:
    return (
        f"{quoted(text)}を電話番号として読み取れません。"
        "市外局番から「0138-00-1234」のように、1つだけ入力してください。"
    )
