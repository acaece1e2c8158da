"""Shapes on paper: where their outlines and texts come to lie."""

from __future__ import annotations

import pytest

from app.documents.print.book import print_bytes
from tests.documents.drawn_books import at, between, drawn_book, line, shape, solid

MARGIN = 36.0
FONT = '<a:latin typeface="BIZ UDゴシック"/><a:ea typeface="BIZ UDゴシック"/>'


def words(text, side="l", size=1000, body=""):
    return (
        f'<a:p><a:pPr algn="{side}">{body}</a:pPr><a:r><a:rPr sz="{size}">{FONT}</a:rPr>'
        f"<a:t>{text}</a:t></a:r></a:p>"
    )


@pytest.fixture
def show(read):
    """Return what prints anchors and reads the pages."""

    def run(*anchors, build=None, parts=None, **options):
        data, result = print_bytes(drawn_book(anchors, build, parts), **options)
        return read(data), result

    return run


def colour_at(page, x, y):
    return page.picture.getpixel((int((MARGIN + x) * 3), int((MARGIN + y) * 3)))[:3]


def boxed(page, left, top, right, bottom):
    return page.dark(MARGIN + left, MARGIN + top, MARGIN + right, MARGIN + bottom)


def test_that_a_shape_lies_where_its_anchor_says(show):
    (page,), result = show(at(50, 60, 100, 40, shape(look=solid("FF0000"))))
    for x, y in ((51, 61), (149, 61), (51, 99), (149, 99)):
        assert colour_at(page, x, y) == (255, 0, 0)
    for x, y in ((48, 80), (152, 80), (100, 58), (100, 102)):
        assert colour_at(page, x, y) == (255, 255, 255)
    assert result.warnings == ()


def test_that_an_anchor_between_cells_follows_them_and_stays_inside_them(show):
    def build(_, sheet):
        sheet.set_column(0, 9, 10)
        sheet.set_row(1, 40)

    width = 10.71 * 5.5
    look = solid("FF0000")
    (page,), _ = show(between((1, 1, 10, 5), (2, 2, 500, 5), shape(look=look)), build=build)
    assert colour_at(page, width + 6, 15 + 11) == (255, 0, 0)
    assert colour_at(page, width + 4, 15 + 11) == (255, 255, 255)
    # The offset of 500 points is cut to the row's 15.
    assert colour_at(page, 2 * width + 4, 15 + 40 + 14) == (255, 0, 0)
    assert colour_at(page, 2 * width + 4, 15 + 40 + 17) == (255, 255, 255)


def test_that_hidden_rows_swallow_what_lies_on_them(show):
    def build(_, sheet):
        for row in (3, 4):
            sheet.set_row(row, None, None, {"hidden": True})

    look = solid("FF0000")
    (page,), _ = show(
        between((3, 1), (4, 3, 15), shape(look=look, text="消える")),
        between((2, 1), (6, 3), shape(look=solid("00FF00"))),
        build=build,
    )
    assert "消える" not in page.text
    assert colour_at(page, 70, 2 * 15 + 3) == (0, 255, 0)
    assert colour_at(page, 70, 4 * 15 + 3) == (255, 255, 255)


@pytest.mark.parametrize(
    ("preset", "inside", "outside"),
    [
        ("ellipse", (50, 30), (3, 3)),
        ("roundRect", (50, 30), (1, 1)),
        ("triangle", (50, 30), (10, 10)),
        ("diamond", (50, 30), (10, 10)),
        ("donut", (7, 30), (50, 30)),
        ("rightArrow", (95, 30), (50, 5)),
        ("plus", (50, 3), (5, 5)),
        ("noSmoking", (50, 30), (50, 20)),
        ("star5", (50, 30), (5, 5)),
        ("cloud", (50, 30), (2, 2)),
        ("can", (50, 55), (1, 1)),
        ("flowChartTerminator", (50, 30), (1, 1)),
        ("flowChartDelay", (20, 30), (98, 4)),
    ],
)
def test_that_presets_have_their_outlines(show, preset, inside, outside):
    (page,), result = show(at(50, 40, 100, 60, shape(preset, look=solid("FF0000"))))
    assert colour_at(page, 50 + inside[0], 40 + inside[1]) == (255, 0, 0)
    assert colour_at(page, 50 + outside[0], 40 + outside[1]) == (255, 255, 255)
    assert result.warnings == ()


def test_that_a_shape_is_turned_about_its_middle(show):
    look = solid("FF0000")
    (page,), _ = show(at(50, 50, 100, 40, shape(look=look, frame='rot="1800000"')))
    assert colour_at(page, 134, 90) == (255, 0, 0)
    assert colour_at(page, 66, 50) == (255, 0, 0)
    assert colour_at(page, 145, 53) == (255, 255, 255)
    assert colour_at(page, 55, 87) == (255, 255, 255)


def test_that_the_anchor_of_an_upright_shape_counts_its_height_as_width(show):
    look = solid("FF0000")
    turned = shape(look=look, frame='rot="5400000"')
    (page,), _ = show(at(50, 50, 40, 100, turned))
    # The anchor's box is turned back about its middle before the shape is turned.
    assert colour_at(page, 52, 52) == (255, 0, 0)
    assert colour_at(page, 88, 148) == (255, 0, 0)
    assert colour_at(page, 30, 100) == (255, 255, 255)


def test_that_mirrored_and_flipped_shapes_are(show):
    look = solid("FF0000")
    (page,), _ = show(
        at(20, 20, 60, 40, shape("rtTriangle", look=look)),
        at(120, 20, 60, 40, shape("rtTriangle", look=look, frame='flipH="1"')),
        at(220, 20, 60, 40, shape("rtTriangle", look=look, frame='flipV="1"')),
    )
    filled = [
        [colour_at(page, x + dx, 20 + dy) == (255, 0, 0) for dx in (5, 50) for dy in (10, 38)]
        for x in (20, 120, 220)
    ]
    assert filled == [
        [True, True, False, True], [False, True, True, True], [True, False, False, False],
    ]  # fmt: skip


def group(members, frame=""):
    return (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9" name="組"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
        f'<xdr:grpSpPr><a:xfrm {frame}><a:off x="0" y="0"/><a:ext cx="1270000" cy="1270000"/>'
        '<a:chOff x="1000" y="2000"/><a:chExt cx="400" cy="200"/></a:xfrm></xdr:grpSpPr>'
        f"{members}</xdr:grpSp>"
    )


def member(x, y, width, height, colour):
    own = shape(look=solid(colour))
    return own.replace("x='0' y='0'", f'x="{x}" y="{y}"').replace(
        "cx='100' cy='100'", f'cx="{width}" cy="{height}"'
    )


def test_that_members_of_a_group_are_scaled_into_it(show):
    inside = member(1000, 2000, 100, 100, "FF0000") + group(
        member(1200, 2100, 200, 100, "0000FF").replace("1200", "1000").replace("2100", "2000")
    ).replace('<a:off x="0" y="0"/><a:ext cx="1270000" cy="1270000"/>',
              '<a:off x="1200" y="2100"/><a:ext cx="200" cy="100"/>')  # fmt: skip
    (page,), _ = show(at(50, 50, 200, 100, group(inside)))
    assert colour_at(page, 52, 52) == (255, 0, 0)
    assert colour_at(page, 98, 98) == (255, 0, 0)
    assert colour_at(page, 104, 52) == (255, 255, 255)
    # The inner group fills the lower right quarter; its member the upper left of that.
    assert colour_at(page, 152, 102) == (0, 0, 255)
    assert colour_at(page, 198, 123) == (0, 0, 255)
    assert colour_at(page, 240, 140) == (255, 255, 255)


def test_that_a_mirrored_group_mirrors_where_its_members_lie(show):
    inside = member(1000, 2000, 100, 100, "FF0000")
    (page,), _ = show(at(50, 50, 200, 100, group(inside, 'flipH="1"')))
    assert colour_at(page, 248, 52) == (255, 0, 0)
    assert colour_at(page, 52, 52) == (255, 255, 255)


def test_that_an_outline_drawn_by_hand_is_followed(show):
    outline = (
        '<a:custGeom><a:avLst/><a:gdLst><a:gd name="m" fmla="*/ w 1 2"/></a:gdLst><a:pathLst>'
        '<a:path w="10" h="10"><a:moveTo><a:pt x="0" y="10"/></a:moveTo>'
        '<a:lnTo><a:pt x="5" y="0"/></a:lnTo><a:lnTo><a:pt x="10" y="10"/></a:lnTo><a:close/>'
        "</a:path></a:pathLst></a:custGeom>"
    )
    (page,), _ = show(at(50, 50, 100, 60, shape(geometry=outline, look=solid("FF0000"))))
    assert colour_at(page, 100, 100) == (255, 0, 0)
    assert colour_at(page, 55, 55) == (255, 255, 255)


def test_that_arrows_have_their_tips_at_the_right_end(show):
    tip = '<a:tailEnd type="triangle" w="lg" len="lg"/>'
    (page,), _ = show(at(50, 50, 100, 0, shape("line", look=line("000000", 2, tip))))
    assert boxed(page, 142, 46, 148, 49) > 0.1
    assert boxed(page, 50, 46, 60, 48) == 0


def test_that_dashes_leave_gaps(show):
    dash = '<a:prstDash val="dash"/>'
    (page,), _ = show(
        at(50, 50, 100, 0, shape("line", look=line("000000", 2))),
        at(50, 70, 100, 0, shape("line", look=line("000000", 2, dash))),
    )
    whole, dashed = boxed(page, 50, 49, 150, 51), boxed(page, 50, 69, 150, 71)
    assert 0.4 < dashed / whole < 0.75


def test_that_gradients_run_and_what_is_faint_lets_through(show):
    run = (
        '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs>'
        '<a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
    )
    (page,), _ = show(
        at(50, 50, 100, 40, shape(look=run)),
        at(50, 120, 100, 40, shape(look=solid("FF0000"))),
        at(50, 120, 100, 40, shape(look=solid("0000FF", '<a:alpha val="50000"/>'))),
    )
    left, right = colour_at(page, 53, 70), colour_at(page, 147, 70)
    assert left[0] > 230 > 25 > left[2]
    assert right[2] > 230 > 25 > right[0]
    mixed = colour_at(page, 100, 140)
    assert 100 < mixed[0] < 155
    assert 100 < mixed[2] < 155


def test_that_a_drawing_over_a_break_is_on_both_pages_and_cut_at_each(show):
    def build(_, sheet):
        sheet.set_h_pagebreaks([3])
        sheet.write(9, 0, "終")

    look = solid("FF0000")
    (first, second), _ = show(at(100, 30, 80, 40, shape(look=look)), build=build)
    assert colour_at(first, 140, 43) == (255, 0, 0)
    assert colour_at(first, 140, 48) == (255, 255, 255)
    assert colour_at(second, 140, 23) == (255, 0, 0)
    assert colour_at(second, 140, 27) == (255, 255, 255)


def test_that_drawings_below_print_titles_stand_at_their_cells(show):
    def build(_, sheet):
        sheet.repeat_rows(0)
        sheet.set_h_pagebreaks([10])
        sheet.write(19, 0, "終")

    look = solid("FF0000")
    (_, second), _ = show(between((12, 1), (13, 2), shape(look=look)), build=build)
    # Row 13 is the third of the page, after the title's row.
    assert colour_at(second, 80, 3 * 15 + 7) == (255, 0, 0)
    assert colour_at(second, 80, 2 * 15 + 7) == (255, 255, 255)


def test_that_text_on_the_other_page_is_not_in_this_one(show):
    def build(_, sheet):
        sheet.set_h_pagebreaks([3])
        sheet.write(9, 0, "終")

    (first, second), _ = show(at(100, 80, 80, 30, shape(text="二頁の文")), build=build)
    assert "二頁の文" not in first.text
    assert "二頁の文" in second.text


def test_that_drawings_count_for_what_is_printed(show):
    pages, _ = show(at(100, 900, 80, 40, shape(look=solid("FF0000"))))
    assert len(pages) == 2


def test_that_call_outs_point_out_of_their_frames(show):
    pointer = shape("wedgeRectCallout", adjusts="adj1=0 adj2=200000", look=solid("FF0000"))
    (page,), _ = show(at(50, 50, 100, 40, pointer))
    assert colour_at(page, 93, 130) == (255, 0, 0)


def test_that_what_is_not_to_print_does_not(show):
    silent = '<xdr:clientData fPrintsWithSheet="0"/>'
    hidden = shape(text="隠した文").replace('name="図形 1"', 'name="図形 1" hidden="1"')
    (page,), _ = show(
        at(50, 50, 100, 40, shape(text="刷らない文"), silent), at(50, 50, 100, 40, hidden)
    )
    assert page.text.strip() == "始"


def test_that_the_unknown_is_a_frame_and_named(show):
    chart = (
        '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="グラフ 1"/>'
        "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
        "</xdr:graphicFrame>"
    )
    (page,), result = show(
        at(50, 50, 100, 40, chart),
        at(50, 120, 100, 40, shape("gear6", look=line(), name="歯車", text="中の文")),
    )
    assert "グラフ「グラフ 1」" in result.warnings[0]
    assert "図形「歯車」" in result.warnings[1]
    assert "中の文" in page.text
    assert boxed(page, 49, 49, 52, 91) > 0
    assert boxed(page, 49, 119, 52, 161) > 0


def test_that_alternatives_are_chosen_as_excel_does(show):
    def choice(wants, text):
        return f'<mc:Choice Requires="{wants}">{shape(text=text)}</mc:Choice>'

    def either(wants):
        return (
            f"<mc:AlternateContent>{choice(wants, '新しい文')}<mc:Fallback>"
            f"{shape(text='古い文')}</mc:Fallback></mc:AlternateContent>"
        )

    (page,), _ = show(at(50, 50, 100, 40, either("a14")), at(50, 120, 100, 40, either("zz9")))
    top, below = page.find("新しい文"), page.find("古い文")
    assert top.top < MARGIN + 90 < MARGIN + 120 < below.top


def test_that_a_linked_shape_shows_what_its_cell_shows(show):
    def build(book, sheet):
        sheet.write(4, 0, 46113, book.add_format({"num_format": "yyyy/m/d"}))

    (page,), _ = show(
        at(150, 60, 100, 30, shape(text=words("古い"), more='textlink="$A$5"')),
        at(150, 100, 100, 30, shape(text=words("よそ"), more="textlink=\"'別の'!$A$5\"")),
        build=build,
    )
    assert "古い" not in page.text
    assert page.text.count("2026/4/1") == 2
    assert "よそ" in page.text


@pytest.mark.parametrize(
    "content",
    [
        shape("rect", adjusts="adj=999999999999", look=solid("FF0000"), frame='rot="x"'),
        shape("roundRect", adjusts="adj=-5", look="<a:solidFill/>"),
        shape(geometry="<a:custGeom/>", text="x"),
        shape(
            geometry='<a:custGeom><a:gdLst><a:gd name="a" fmla="*/ w 1 0"/><a:gd name="b" '
            'fmla="tan 1e308 5400000"/><a:gd fmla=""/></a:gdLst><a:pathLst><a:path w="0" h="-1">'
            '<a:arcTo wR="a" hR="0" stAng="b" swAng="9e99"/><a:lnTo/><a:lnTo><a:pt x="nan" y="b"/>'
            "</a:lnTo></a:path></a:pathLst></a:custGeom>",
            look=line(),
        ),
        "<xdr:pic><xdr:nvPicPr/><xdr:blipFill/><xdr:spPr/></xdr:pic>",
        "<xdr:grpSp/>",
        "<xdr:sp/>",
    ],
)
def test_that_nonsense_is_no_reason_to_fail(show, content):
    pages, _ = show(at(50, 50, 100, 40, content), at(1e12, -9, 1e15, 3, "<xdr:sp/>"))
    assert "始" in pages[0].text
