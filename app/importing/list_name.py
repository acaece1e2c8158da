"""What the editions of a list are known by: the name of its file without edition and day.

「R8.4.1現在_障害福祉事業所一覧(第3版)」 and next year's 「障害福祉事業所一覧（令和9年度）最新」
are one list.
"""

from __future__ import annotations

import re
import unicodedata

_ERA = r"(?:令和|平成|昭和|(?<![A-Za-z])[RHSrhs](?=\d))"
_EDITION = re.compile(
    rf"{_ERA}?\s*(?:元|\d{{1,4}})\s*年度?(?:\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?(?:号|分)?)?"
    rf"|{_ERA}\d{{1,2}}(?:[._-]\d{{1,2}}){{0,2}}"
    r"|(?<!\d)(?:19|20)\d{2}[._-]?(?:0?[1-9]|1[0-2])[._-]?(?:[0-3]?\d)?(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}(?!\d)"
    r"|(?<!\d)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:号|分)?"
    r"|第\s*\d+\s*[版回号]|[vV](?:er)?\.?\s*\d+(?:\.\d+)*"
    r"|現在|時点|更新(?:版)?|最新(?:版)?|修正(?:版)?|訂正(?:版)?|改訂(?:版)?|確定(?:版)?|コピー|copy",
)
_EMPTY_BRACKETS = re.compile(r"\(\s*\d*\s*\)|\[\s*\]|【\s*】|「\s*」")
_EDGES = re.compile(r"^[\s_\-・,.、。~]+|[\s_\-・,.、。~]+$")
_GAPS = re.compile(r"[\s_\-]{2,}")
LONGEST_NAME = 60


def list_name(file_name: str) -> str:
    """Return the name proposed for a list by the name of its file, without the ending."""
    plain = unicodedata.normalize("NFKC", file_name)
    text = _EDITION.sub("", plain)
    for _ in range(2):
        text = _EMPTY_BRACKETS.sub("", text)
        text = _EDGES.sub("", text)
    text = _GAPS.sub("_", text)
    return (text or _EDGES.sub("", plain) or "名簿")[:LONGEST_NAME]
