from __future__ import annotations

import pytest

LEFT, TOP = 0.7 * 72, 0.75 * 72
DIGIT = 0.5 * 11
WIDTH = 20 * DIGIT + 0.71 * DIGIT


def _cell(text, *, width=20, height=None, **style):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 5, width)
        if height:
            sheet.set_row(0, height)
        sheet.write(0, 0, text, book.add_format({"font_name": "BIZ UDゴシック", **style}))

    return build


def test_that_alignments_put_text_where_they_say(press):
    boxes = {
        side: press(_cell("函館", align=side)).page.find("函館")
        for side in ("left", "center", "right")
    }
    assert boxes["left"].left == pytest.approx(LEFT + 1.5, abs=0.6)
    assert boxes["right"].right == pytest.approx(LEFT + WIDTH - 1.5, abs=0.6)
    middle = (boxes["center"].left + boxes["center"].right) / 2
    assert middle == pytest.approx(LEFT + WIDTH / 2, abs=0.6)


def test_that_general_alignment_goes_by_the_kind_of_value(press):
    assert press(_cell(12)).page.find("12").right == pytest.approx(LEFT + WIDTH - 1.5, abs=0.6)
    assert press(_cell("12a")).page.find("12a").left == pytest.approx(LEFT + 1.5, abs=0.6)


def test_that_distributed_text_fills_the_cell(press):
    page = press(_cell("氏名", align="distributed")).page
    assert page.find("氏").left == pytest.approx(LEFT + 1.5, abs=0.6)
    assert page.find("名").right == pytest.approx(LEFT + WIDTH - 1.5, abs=0.6)


def test_that_a_latin_word_stays_together_when_distributed(press):
    page = press(_cell("市ABC", align="distributed")).page
    word = page.find("ABC")
    assert word.right - word.left == pytest.approx(3 * DIGIT, abs=0.6)


@pytest.mark.parametrize(("where", "share"), [("top", 0.0), ("vcenter", 0.5), ("bottom", 1.0)])
def test_that_vertical_alignment_is_kept(press, where, share):
    box = press(_cell("函館", height=60, valign=where)).page.find("函")
    middle = TOP + 0.75 + 5.5 + share * (60 - 1.5 - 11)
    assert (box.top + box.bottom) / 2 == pytest.approx(middle, abs=1.5)


def test_that_text_runs_over_empty_neighbours_and_stops_at_a_full_one(press):
    text = "くらしの安心を支える人を育てる養成講座のご案内です"

    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 5, 12)
        for row in (0, 1):
            sheet.write(row, 0, text)
        sheet.write(1, 1, "とめる")

    page = press(build).page
    first, second = page.text.replace("\r\n", "\n").split("\n")[:2]
    assert first.strip() == text
    assert "養成" not in second
    assert "とめる" in second


def test_that_text_that_cannot_be_seen_is_not_in_the_file(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 4)
        sheet.write(0, 0, "見える見えない")
        sheet.write(0, 1, "壁")
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.write(1, 0, "隠し行")
        sheet.set_column(3, 3, 10, None, {"hidden": True})
        sheet.write(0, 3, "隠し列")

    text = press(build).page.text
    assert "見え" in text
    assert "えない" not in text
    assert "隠し" not in text


def test_that_wrapped_text_keeps_the_line_rules(press):
    page = press(
        _cell("あいうえおかきくけ。こ「さしす」", width=18, height=60, text_wrap=True)
    ).page
    lines = [line.strip() for line in page.text.splitlines() if line.strip()]
    assert "".join(lines) == "あいうえおかきくけ。こ「さしす」"
    assert not any(line.startswith(("。", "」")) or line.endswith("「") for line in lines)


def test_that_shrinking_brings_text_into_its_cell(press):
    box = press(_cell("縮小して全体を表示する長い文字", width=10, shrink=True)).page.find("縮小")
    end = press(_cell("縮小して全体を表示する長い文字", width=10, shrink=True)).page.find("文字")
    assert box.left >= LEFT
    assert end.right <= LEFT + 10.71 * DIGIT


def test_that_a_number_too_wide_becomes_signs_and_a_general_one_loses_decimals(press):
    wide = press(_cell(123456789, width=4, num_format="#,##0")).page.text
    assert set(wide.strip()) == {"#"}
    assert press(_cell(3.14159265, width=4)).page.text.strip() == "3.14"


def test_that_text_is_squeezed_to_the_named_font_and_never_stretched(press):
    squeezed = press(_cell("0123456789", font_name="ＭＳ Ｐゴシック", font_size=11)).page
    box = squeezed.find("0123456789")
    assert box.right - box.left == pytest.approx(10 * 0.5 * 11, abs=0.8)
    own = press(_cell("0123456789", font_name="BIZ UDPゴシック", font_size=11)).page
    wide = own.find("0123456789")
    assert wide.right - wide.left > 10 * 0.7 * 11


def test_that_an_indent_moves_text(press):
    plain = press(_cell("字", align="left")).page.find("字")
    moved = press(_cell("字", align="left", indent=2)).page.find("字")
    assert moved.left - plain.left == pytest.approx(2 * 3 * DIGIT, abs=0.5)


def test_that_merged_cells_hold_their_text(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 3, 10)
        style = book.add_format({"align": "center", "valign": "vcenter", "border": 1})
        sheet.merge_range(0, 0, 3, 3, "結合", style)

    box = press(build).page.find("結合")
    width = 4 * 10.71 * DIGIT
    assert (box.left + box.right) / 2 == pytest.approx(LEFT + width / 2, abs=1)
    assert (box.top + box.bottom) / 2 == pytest.approx(TOP + 30, abs=2)


def test_that_centring_goes_across_empty_cells(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 3, 10)
        style = book.add_format({"align": "center_across"})
        sheet.write(0, 0, "題名", style)
        for column in (1, 2, 3):
            sheet.write_blank(0, column, None, style)

    box = press(build).page.find("題名")
    assert (box.left + box.right) / 2 == pytest.approx(LEFT + 2 * 10.71 * DIGIT, abs=1)


@pytest.mark.parametrize(("angle", "rises"), [(90, True), (-90, False)])
def test_that_turned_text_reads_up_or_down(press, angle, rises):
    page = press(_cell("上下", height=80, rotation=angle, align="center")).page
    one, two = page.find("上"), page.find("下")
    assert (one.top > two.top) is rises
    assert one.left == pytest.approx(two.left, abs=1)


def test_that_stacked_text_goes_letter_under_letter(press):
    page = press(_cell("縦書", height=80, rotation=270, align="center", valign="top")).page
    assert page.find("書").top - page.find("縦").top == pytest.approx(11, abs=0.5)


def test_that_bold_mincho_and_underlines_are_drawn(press):
    plain = press(_cell("函館", font_name="ＭＳ 明朝", font_size=30, height=50)).page
    bold = press(_cell("函館", font_name="ＭＳ 明朝", font_size=30, height=50, bold=True)).page
    lined = press(_cell("函館", font_name="ＭＳ 明朝", font_size=30, height=50, underline=1)).page
    area = (LEFT, TOP, LEFT + WIDTH, TOP + 50)
    assert bold.dark(*area) > plain.dark(*area) * 1.05
    assert lined.dark(*area) > plain.dark(*area)


def test_that_rich_text_keeps_its_runs(press):
    def build(book):
        sheet = book.add_worksheet()
        big = book.add_format({"font_size": 20, "font_color": "red", "font_name": "BIZ UDゴシック"})
        sheet.write_rich_string(0, 0, big, "大", "小さい")

    page = press(build).page
    one, two = page.find("大"), page.find("小")
    assert one.bottom - one.top > 1.5 * (two.bottom - two.top)
    assert page.text.strip() == "大小さい"


def test_that_distributed_text_keeps_its_indent_on_both_sides(press):
    page = press(_cell("氏名", align="distributed", indent=1)).page
    assert page.find("氏").left == pytest.approx(LEFT + 1.5 + 3 * DIGIT, abs=0.6)
    assert page.find("名").right == pytest.approx(LEFT + WIDTH - 1.5 - 3 * DIGIT, abs=0.6)


def test_that_distributed_text_may_have_space_at_its_ends(press):
    page = press(_cell("氏名", align="justify_distributed")).page
    spare = (WIDTH - 3 - 22) / 3
    assert page.find("氏").left == pytest.approx(LEFT + 1.5 + spare, abs=0.6)
    assert page.find("名").right == pytest.approx(LEFT + WIDTH - 1.5 - spare, abs=0.6)


@pytest.mark.parametrize(("side", "end"), [("distributed", True), ("justify", False)])
def test_that_every_line_is_spread_or_all_but_the_last(press, side, end):
    page = press(_cell("あいうえおかきくけこさし", width=12, height=40, align=side)).page
    right = LEFT + 12.71 * DIGIT - 1.5
    boxes = sorted(page.chars, key=lambda box: (round(box.top), box.left))
    lines = [
        [box for box in boxes if round(box.top) == top]
        for top in sorted({round(box.top) for box in boxes})
    ]
    assert len(lines) > 1
    assert all(line[-1].right == pytest.approx(right, abs=0.6) for line in lines[:-1])
    assert (lines[-1][-1].right == pytest.approx(right, abs=0.6)) is end


def test_that_lines_are_spread_over_the_height(press):
    page = press(_cell("あ\nい\nう", height=80, valign="vjustify")).page
    tops = [page.find(letter).top for letter in "あいう"]
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1], abs=0.5)
    assert tops[2] - tops[0] == pytest.approx(80 - 1.5 - 13.5, abs=1)


def test_that_a_right_indent_is_kept(press):
    box = press(_cell("字", align="right", indent=2)).page.find("字")
    assert box.right == pytest.approx(LEFT + WIDTH - 1.5 - 6 * DIGIT, abs=0.6)


def test_that_a_repeated_text_goes_over_empty_cells_of_the_same_kind(press):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 3, 10)
        style = book.add_format({"align": "fill", "font_name": "BIZ UDゴシック"})
        sheet.write(0, 0, "-", style)
        sheet.write_blank(0, 1, None, style)

    text = press(build).page.text.strip()
    assert text == "-" * int((2 * 10.71 * DIGIT - 3) / DIGIT)


@pytest.mark.parametrize("value", [True, "#N/A"])
def test_that_truth_and_errors_are_never_cut(press, value):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 2)
        style = book.add_format({"font_name": "BIZ UDゴシック"})
        if value is True:
            sheet.write_boolean(0, 0, value, style)
        else:
            sheet.write_formula(0, 0, "=NA()", style, value)

    assert set(press(build).page.text.strip()) == {"#"}


def test_that_a_day_too_wide_becomes_signs_even_where_text_wraps(press):
    style = {"num_format": "yyyy/m/d", "text_wrap": True}
    assert set(press(_cell(45000, width=4, height=40, **style)).page.text.strip()) == {"#"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("あ\tい", "あい"),
        ("あ\u200bい", "あい"),
        ("か\u3099き", "がき"),
        ("𠮷野家", "𠮷野家"),
        ("葛\U000e0100飾", "葛\U000e0100飾"),
        ("ﾊﾝｶｸ", "ﾊﾝｶｸ"),
    ],
)
def test_that_characters_come_out_as_they_were_written(press, text, shown):
    assert press(_cell(text)).page.text.strip() == shown


def test_that_an_accounting_underline_goes_from_side_to_side(press):
    def lined(value, underline):
        page = press(_cell(value, underline=underline, height=30, valign="vcenter")).page
        return page.dark(LEFT + WIDTH / 2 - 6, TOP + 18, LEFT + WIDTH / 2 + 6, TOP + 26)

    assert lined("函", 33) > 0
    assert lined("函", 34) > lined("函", 33)
    assert lined("函", 1) == 0
    assert lined(12, 33) == 0


@pytest.mark.parametrize(
    ("font", "height", "pitch"),
    [
        ("ＭＳ Ｐゴシック", 80, 13.5),
        ("游ゴシック", 80, 18.75),
        ("Calibri", 80, 15),
        ("游ゴシック", 24, 11.5),
    ],
)
def test_that_lines_stand_as_far_apart_as_the_named_font_sets_them(press, font, height, pitch):
    page = press(_cell("あ\nい", height=height, font_name=font, text_wrap=True)).page
    assert page.find("い").bottom - page.find("あ").bottom == pytest.approx(pitch, abs=0.3)


@pytest.mark.parametrize(
    ("side", "left", "right"), [("center", True, True), ("right", True, False)]
)
def test_that_text_runs_over_on_the_sides_it_is_set_from(press, side, left, right):
    def build(book):
        sheet = book.add_worksheet()
        sheet.set_column(0, 2, 10)
        style = book.add_format({"align": side, "font_name": "BIZ UDゴシック"})
        sheet.write(0, 1, "左へはみ出す文列", style)

    page = press(build).page
    own = LEFT + 10.71 * DIGIT
    assert (page.find("左").left < own - 5) is left
    assert (page.find("列").right > own + 10.71 * DIGIT + 5) is right


@pytest.mark.parametrize(
    ("font", "text", "ems"),
    [
        ("Calibri", "2026", 4 * 0.5068),
        ("Arial", "Hello", 0.722 + 2 * 0.556 + 2 * 0.222),
        ("游ゴシック", "2026", 4 * 0.5537),
        ("ＭＳ ゴシック", "AB函館", 3),
        ("ＭＳ Ｐゴシック", "あいうえお", 70 / 16),
        ("Times New Roman", "2026", 2),
    ],
)
def test_that_text_takes_the_width_of_the_font_the_form_names(press, font, text, ems):
    box = press(_cell(text, font_name=font, font_size=20, height=40)).page.find(text)
    assert box.right - box.left == pytest.approx(ems * 20, abs=0.4)
