"""Forms with something changed at random: used, or refused in words, and nothing else happens."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.form.check import check
from app.documents.print.book import print_bytes
from app.documents.proof import fill_and_proof
from app.kernel.errors import Refusal
from tests.documents.form.hostile_books import packed, parts, sound

FORMS = sorted((Path(__file__).parents[3] / "resources" / "forms").glob("*.xlsx"))
PEOPLE = [{"氏名": f"函館 {number}", "ふりがな": "はこだて"} for number in range(3)]
VALUES = {"講座名": "入門", "受講者": PEOPLE, "修了証書": PEOPLE, "名札": PEOPLE, "様式!B2": 5}
ODD = [
    b"-1", b"NaN", b"1e400", b"99999999999999999999", b"", b"x", b"\xc2\xb2", b"0.5", b"1048577",
    b"A1:XFD1048576", b"#REF!", b"true", b"((((", b"'", b"9" * 5_000,
]  # fmt: skip
ATTRIBUTE = re.compile(rb'="([^"]*)"')
TEXT = re.compile(rb">([^<]+)<")
EMPTY = re.compile(rb"<\w[\w:]*(?: [^<>]*)?/>")
WHOLE = re.compile(rb' [\w:]+="[^"]*"')


def put(dice: random.Random, data: bytes, pattern: re.Pattern[bytes]) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    one = dice.choice(found)
    return data[: one.start(1)] + dice.choice(ODD) + data[one.end(1) :]


def attribute(dice: random.Random, data: bytes) -> bytes:
    return put(dice, data, ATTRIBUTE)


def text(dice: random.Random, data: bytes) -> bytes:
    return put(dice, data, TEXT)


def moved(dice: random.Random, data: bytes) -> bytes:
    found = list(EMPTY.finditer(data))
    if not found:
        return data
    one, other = dice.choice(found), dice.choice(found)
    return data[: other.start()] + one.group() * dice.choice([0, 1, 9]) + data[other.end() :]


def lost(dice: random.Random, data: bytes) -> bytes:
    found = list(WHOLE.finditer(data))
    for one in sorted(dice.sample(found, min(len(found), 9)), key=lambda each: -each.start()):
        data = data[: one.start()] + data[one.end() :]
    return data


def renamed(dice: random.Random, data: bytes) -> bytes:
    tags = sorted(set(re.findall(rb"<(\w[\w:]*)", data)))
    one, other = dice.choice(tags), dice.choice(tags)
    return re.sub(rb"(</?)" + re.escape(one) + rb"(?=[ />])", rb"\1" + other, data)


def scratched(dice: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(9):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def changed(dice: random.Random, form: bytes) -> bytes:
    """Return a form with a few things in a few of its parts changed, or with bytes scratched."""
    if dice.random() < 0.1:
        return scratched(dice, form)
    content = parts(form)
    names = [name for name in content if name.endswith((".xml", ".rels"))]
    for name in dice.choices(names, k=3):
        how = dice.choice([attribute, attribute, text, moved, lost, renamed, scratched])
        content[name] = how(dice, content[name])
    return packed(content)


def used(way: Callable[[], object]) -> object:
    try:
        return way()
    except Refusal as refused:
        assert str(refused).endswith("。")  # noqa: PT017 - either outcome is right
        return None


@pytest.mark.parametrize("seed", range(8))
def test_that_a_form_with_anything_changed_is_used_or_refused(seed):
    dice = random.Random(seed)
    for _ in range(6):
        whole = dice.choice([sound, *(path.read_bytes for path in FORMS)])()
        form = changed(dice, whole)
        used(lambda form=form: check(form))
        filled = used(lambda form=form: fill_and_proof(form, VALUES))
        if filled is not None and filled.data != form:
            assert zipfile.ZipFile(io.BytesIO(filled.data)).testzip() is None
        used(lambda form=form: print_bytes(form))
