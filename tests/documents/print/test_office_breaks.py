from __future__ import annotations

import pytest

from app.documents.print.office_breaks import may_end, spans_of


def _lines(text, wide):
    widths = [1.0 if ord(char) > 0x2E7F else 0.5 for char in text]
    return [text[span.start : span.stop] for span in spans_of(text, widths, wide)]


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("介護保険施設", 4, ["介護保険", "施設"]),
        ("介護保険。次", 4, ["介護保険", "。次"]),
        ("（現金・負債　　　　を含む）", 6, ["（現金・負債", "　　　　を含", "む）"]),
        ("word another", 3.5, ["word", "another"]),
        ("abcdefghij", 2, ["abcd", "efgh", "ij"]),
        ("あい(注)う", 3.2, ["あい", "(注)う"]),
        ("", 3, [""]),
        ("国", 0.1, ["国"]),
    ],
)
def test_that_lines_end_as_in_libreoffice(text, wide, lines):
    assert _lines(text, wide) == lines


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("国", "国", True),
        ("国", "。", False),
        ("（", "国", False),
        ("a", "b", False),
        ("a", "国", True),
        ("1", "0", False),
        (".", "N", False),
        ("}", "{", True),
        ("¥", "1", False),
        (" ", "a", True),
        ("a", " ", False),
    ],
)
def test_that_unicode_says_where_a_line_may_end(before, after, may):
    assert may_end(before, after) == may
