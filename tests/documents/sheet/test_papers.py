from __future__ import annotations

import pytest
from lxml import etree

from app.documents.sheet.papers import paper_size

MM = 72 / 25.4


def _size(attributes):
    width, height = paper_size(etree.fromstring(f"<pageSetup {attributes}/>"))
    return round(width / MM, 1), round(height / MM, 1)


@pytest.mark.parametrize(
    ("number", "size"),
    [
        (1, (215.9, 279.4)),
        (5, (215.9, 355.6)),
        (8, (297, 420)),
        (9, (210, 297)),
        (11, (148, 210)),
        (12, (257, 364)),
        (13, (182, 257)),
        (43, (100, 148)),
        (71, (240, 332)),
        (73, (120, 235)),
        (77, (297, 210)),
        (9999, (210, 297)),
        ("x", (210, 297)),
    ],
)
def test_that_papers_have_their_sizes(number, size):
    assert _size(f'paperSize="{number}"') == size


def test_that_a_sheet_that_names_no_paper_is_on_a4():
    assert paper_size(None) == pytest.approx((210 * MM, 297 * MM))


def test_that_a_paper_on_its_side_is_turned():
    assert _size('paperSize="73" orientation="landscape"') == (235, 120)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('paperWidth="100mm" paperHeight="20cm"', (100, 200)),
        ('paperWidth="4in" paperHeight="72pt" paperSize="8"', (101.6, 25.4)),
        ('paperWidth="100mm"', (210, 297)),
        ('paperWidth="-5mm" paperHeight="1e9mm"', (210, 297)),
        ('paperWidth="0.1mm" paperHeight="900000mm"', (210, 297)),
    ],
)
def test_that_a_size_of_its_own_comes_first(attributes, size):
    assert _size(attributes) == size
