"""Tags in what is drawn on a sheet."""

from app.documents.form.fill import fill
from tests.documents.form.workbooks import parts, tree, with_parts, written

DRAWING = "xl/drawings/drawing1.xml"


def boxed(*texts: str) -> bytes:
    def draw(book):
        sheet = book.add_worksheet("様式")
        sheet.write("A1", "x")
        for row, text in enumerate(texts):
            sheet.insert_textbox(5 * row, 1, text)

    return written(draw)


def texts(data: bytes) -> list[str]:
    paragraphs = tree(data, DRAWING).iter("{*}p")
    return ["".join(piece.text or "" for piece in one.iter("{*}t")) for one in paragraphs]


def test_that_tags_in_text_boxes_are_filled_and_other_boxes_stay():
    form = boxed("第{{回}}回 {{テーマ}}", "そのまま", "{{無い}}")
    done = fill(form, {"回": 3, "テーマ": "A & B"})
    assert texts(done.data) == ["第3回 A & B", "そのまま", ""]
    changed = {name for name, data in parts(form).items() if parts(done.data)[name] != data}
    assert changed == {DRAWING}


def test_that_a_tag_over_several_runs_takes_the_look_of_its_first():
    form = boxed("{{氏名}}")
    drawing = parts(form)[DRAWING]
    run = drawing[drawing.index(b"<a:r>") : drawing.index(b"</a:r>") + 6]
    first = run.replace(b"{{\xe6\xb0\x8f\xe5\x90\x8d}}", "　{{氏".encode())
    last = run.replace(b"{{\xe6\xb0\x8f\xe5\x90\x8d}}", "名}}様".encode()).replace(b"1100", b"2200")
    done = fill(with_parts(form, {DRAWING: drawing.replace(run, first + last)}), {"氏名": "花子"})
    runs = list(tree(done.data, DRAWING).iter("{*}r"))
    assert [run.findtext("{*}t") for run in runs] == ["　花子", "様"]


def test_that_line_ends_become_breaks():
    done = fill(boxed("{{住所}}です"), {"住所": "一行目\n二行目"})
    kinds = [child.tag.rpartition("}")[2] for child in next(tree(done.data, DRAWING).iter("{*}p"))]
    assert [kind for kind in kinds if kind != "pPr"][:3] == ["r", "br", "r"]
    assert texts(done.data) == ["一行目二行目です"]
