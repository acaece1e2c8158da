from __future__ import annotations

from app.kernel.labelled import Labelled


class _Size(Labelled):
    SMALL = "small", "小"
    LARGE = "large", "大"


def test_that_a_choice_is_stored_by_its_value_and_shown_by_its_label() -> None:
    assert (_Size("large"), _Size.LARGE.value, _Size.LARGE.label) == (_Size.LARGE, "large", "大")


def test_that_a_choice_is_found_by_its_label() -> None:
    assert _Size.of_label("小") is _Size.SMALL
    assert _Size.of_label("中") is None
