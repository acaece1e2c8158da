from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path

from app.kernel.names import fold_variants
from app.kernel.variants import FAMILIES, USUAL


def test_that_every_kanji_is_in_one_family_only() -> None:
    assert [char for char, count in Counter("".join(FAMILIES)).items() if count > 1] == []
    assert not set(USUAL) & set(USUAL.values())


def test_that_the_usual_shape_can_be_written_to_any_file() -> None:
    "".join(USUAL.values()).encode("cp932")


def test_that_no_family_needs_what_normalising_gives_anyway() -> None:
    assert all(unicodedata.is_normalized("NFKC", family) for family in FAMILIES)


def test_that_all_old_shapes_of_the_list_are_found_by_the_new(shared_data: Path) -> None:
    folder = shared_data / "03_names_chars"
    old = json.loads((folder / "kyujitai.json").read_text(encoding="utf-8"))
    new = json.loads((folder / "shinjitai.json").read_text(encoding="utf-8"))
    pairs = [(before, after) for before, after in old.items() if after]
    pairs += [(before, after) for after, several in new.items() for before in several or ()]

    assert len(pairs) > 700
    assert [pair for pair in pairs if fold_variants(pair[0]) != fold_variants(pair[1])] == []
