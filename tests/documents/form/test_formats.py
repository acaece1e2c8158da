"""The formats after a bar."""

from datetime import date, datetime

import pytest

from app.documents.form.formats import is_format, write

DAY = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("formats", "text"),
    [
        ("令和八年九月三十日", "令和八年九月三十日"),
        ("令和八年四月一日", "令和八年九月三十日"),
        ("令和8年4月1日(水)", "令和8年9月30日(水)"),
        ("令和8年(2026年)5月8日(金)", "令和8年(2026年)9月30日(水)"),
        ("R8.4.1", "R8.9.30"),
        ("9月30日(木)", "9月30日(水)"),
        ("4/1(水)", "9/30(水)"),
        ("12/31", "9/30"),
        ("2025-12-31", "2026-09-30"),
        ("2026/4/1", "2026/9/30"),
        ("令和８年４月１日", "令和8年9月30日"),
    ],
)
def test_that_a_day_is_written_like_any_example(formats, text):
    assert write(DAY, (formats,)).text == text
    assert write(datetime(2026, 9, 30, 13, 0), (formats,)).text == text


@pytest.mark.parametrize(
    ("value", "formats", "text", "shown"),
    [
        (1_234_567, ("千円",), "1,235", "#,##0"),
        (1_500, ("千円",), "2", "#,##0"),
        (-1_234_500, ("千円", "△"), "△1,235", '#,##0;"△"#,##0'),
        (-5, ("△",), "△5", '#,##0;"△"#,##0'),
        (12_345, ("カンマ",), "12,345", "#,##0"),
        (12_345, ("円",), "12,345円", ""),
        ("函館 花子", ("敬称",), "函館 花子　様", ""),
        ("函館 花子様", ("敬称",), "函館 花子様", ""),
        ("社会福祉協議会", ("御中",), "社会福祉協議会　御中", ""),
        ("040-8666", ("〒",), "〒040-8666", ""),
        ("令和8年度", ("全角",), "令和８年度", ""),
        (5, ("漢数字",), "五", ""),
        (30, ("漢数字",), "三十", ""),
        ("x", ("千円",), "x", ""),
        (None, ("敬称",), "", ""),
        ("", ("〒",), "", ""),
    ],
)
def test_that_numbers_and_names_are_written(value, formats, text, shown):
    written = write(value, formats)
    assert (written.text, written.number_format) == (text, shown)


def test_that_numbers_stay_numbers_in_a_cell_of_their_own():
    assert write(-1_234_500, ("千円", "△")).value == -1235


@pytest.mark.parametrize("name", ["四半期", "", "yyyy", "8", "令和"])
def test_that_other_words_are_no_formats(name):
    assert not is_format(name)
