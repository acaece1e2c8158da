from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.number.format_code import BUILT_IN, show_text
from app.documents.number.number_text import general, show_number

DAY = 46113  # 2026-04-01, a Wednesday


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234567.891, "#,##0", "1,234,568"),
        (0, "#,##0", "0"),
        (0, "#,###", ""),
        (-1234, "#,##0", "-1,234"),
        (-5, "#,##0;△#,##0", "△5"),
        (-2.5, "0_);[Red]\\(0\\)", "(3)"),
        (0.256, "0.0%", "25.6%"),
        (1234, "#,##0,", "1"),
        (3.1, "0.##", "3.1"),
        (0.05, ".00", ".05"),
        (5, '"第"0"号"', "第5号"),
        (5012345, "000\\-0000", "501-2345"),
        (12, "0\\年", "12年"),
        (3, 'General"件"', "3件"),
        (0.5, "# ?/?", " 1/2"),
        (0.5, "# ??/??", "  1/2 "),
        (3, "# ?/?", "3    "),
        (3, "?/?", "3/1"),
        (3, "0 0/0", "3 0/1"),
        (2.5, "# ?/8", "2 4/8"),
        (2.5, "# ?/100", "2 50/100"),
        (-1.25, "# ??/??", "-1  1/4 "),
        (12345.678, "##0.0E+0", "12.3E+3"),
        (0.00012345, "##0.0E+0", "123.5E-6"),
        (999999, '0.0E+0"個"', "1.0E+6個"),
        (-1e10, "#.##E+00", "-1E+10"),
        (0, "0.00E+00", "0.00E+00"),
        (0.1 + 0.2, "0." + "0" * 20, "0.3" + "0" * 19),
        (1e15, "#,##0", "1,000,000,000,000,000"),
        (123456789, "0.0,,", "123.5"),
        (0, "#,##0.###", "0."),
        (-0.4, "#,##0;△#,##0", "△0"),
        (1234.5, "_-* #,##0_-", " 1,235 "),
        (46, '0"cm"_)', "46cm "),
        (2.5, "# ?/?", "2 1/2"),
        (12345.678, "0.00E+00", "1.23E+04"),
        (-0.001, "0.0", "0.0"),
        (7, '[<10]"少"0;"多"0', "少7"),
        (17, '[<10]"少"0;"多"0', "多17"),
        (45, "[DBNum1]0", "四五"),
        (1234, "[DBNum1]General", "千二百三十四"),
        (1234, "[DBNum1]", "千二百三十四"),
        (20026, "[DBNum1]#,##0", "二〇,〇二六"),
        (1234, "[DBNum2]General", "壱阡弐百参拾四"),
        (1234, "[DBNum3]General", "１千２百３十４"),
        (0, "[DBNum1]General", "〇"),
        (DAY, '[DBNum2]ggge"年"m"月"d"日"', "令和八年四月壱日"),
        (DAY, '[DBNum3]m"月"d"日"', "４月１日"),
        (DAY, '[DBNum1]yyyy"年"m"月"', "二〇二六年四月"),
        (46142, '[DBNum1]m"月"d"日"', "四月三十日"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026年4月1日"),
        (DAY + 0.5, "[$-F400]h:mm:ss AM/PM", "12:00:00"),
        (DAY, "gee.mm.dd", "R08.04.01"),
        (DAY, "e", "8"),
        (DAY, "mmmmm", "A"),
        (DAY, "dddd", "Wednesday"),
        (DAY, '[$-411]ggge"年"m"月"d"日";@', "令和8年4月1日"),
        (DAY + 0.999999, "yyyy/m/d", "2026/4/1"),
        (0, "yyyy/m/d(aaa)", "1900/1/0(土)"),
        (0, '[$-411]ggge"年"m"月"d"日"', "明治33年1月0日"),
        (60, "yyyy/m/d", "1900/2/29"),
        (1.5, "[mm]:ss", "2160:00"),
        (0.0001, "[ss].00", "09.64"),
        (0.5, "h:mm:ss.000", "12:00:00.000"),
        (45, "[DBNum3]0", "４５"),
        (DAY, '[$-411]ggge"年"m"月"d"日"', "令和8年4月1日"),
        (DAY, "[$-411]ge.m.d", "R8.4.1"),
        (DAY, 'm"月"d"日"(aaa)', "4月1日(水)"),
        (DAY, "aaaa", "水曜日"),
        (DAY, "yyyy/mm/dd", "2026/04/01"),
        (DAY, "d-mmm-yy", "1-Apr-26"),
        (43586, '[$-411]ggge"年"', "令和1年"),
        (43586, '[$-ja-JP-x-gannen]ggge"年"', "令和元年"),
        (43585, "[$-411]gge.m.d", "平31.4.30"),
        (DAY, '[DBNum1][$-411]ggge"年"m"月"d"日"', "令和八年四月一日"),
        (DAY + 0.5, "yyyy/m/d h:mm", "2026/4/1 12:00"),
        (DAY + 0.75, "h:mm AM/PM", "6:00 PM"),
        (0.4375, 'h"時"mm"分"', "10時30分"),
        (1.5, "[h]:mm", "36:00"),
        (0.0001, "mm:ss", "00:09"),
        (59, "m/d(aaa)", "2/28(火)"),
        (61, "m/d", "3/1"),
        (-1, "yyyy/m/d", "#" * 20),
    ],
)
def test_that_a_number_is_shown_as_excel_does(value, code, shown):
    assert show_number(float(value), code).text == shown


def test_that_days_may_count_from_1904():
    assert show_number(DAY - 1462.0, "yyyy/m/d", from_1904=True).text == "2026/4/1"


def test_that_colours_and_padding_are_told():
    assert show_number(-1.0, "0;[赤]0").colour == "FF0000"
    assert show_number(1.0, "[Color10]0").colour == "008000"
    assert show_number(1.0, "[色3]0").colour == "FF0000"
    assert show_number(1.0, "[Color99]0").colour == ""
    assert show_number(5.0, BUILT_IN[42]).fill == (2, " ")


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("山田", '@"様"', "山田様"),
        ("山田", '0;0;0;"【"@"】"', "【山田】"),
        ("山田", "0", "山田"),
        ("山田", ";;;", ""),
    ],
)
def test_that_texts_are_shown_by_their_section(text, code, shown):
    assert show_text(text, code).text == shown


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (0.1 + 0.2, 11, "0.3"),
        (1234567890123, 11, "1.23457E+12"),
        (99999999999, 11, "99999999999"),
        (123456.789012345, 11, "123456.789"),
        (1e-10, 11, "1E-10"),
        (0.00001234, 11, "0.00001234"),
        (0.0000123456, 11, "1.23456E-05"),
        (0.0001234567, 11, "0.000123457"),
        (-12345678901, 11, "-12345678901"),
        (3.14159, 4, "3.14"),
        (-2, 11, "-2"),
    ],
)
def test_that_the_general_format_keeps_to_its_room(value, digits, shown):
    assert general(float(value), digits) == shown


@given(st.floats(-1e15, 1e15), st.text(alphabet='0#?,.%E+-;"年ymdhs[]$@_* /gea', max_size=15))
def test_that_any_format_can_be_read(value, code):
    assert isinstance(show_number(value, code).text, str)
    assert isinstance(show_text("字", code).text, str)
