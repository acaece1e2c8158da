from __future__ import annotations

from app.kernel.errors import Refusal


def test_that_a_refusal_carries_its_text_and_no_fields_by_default() -> None:
    refusal = Refusal("できません。")

    assert (refusal.text, str(refusal), refusal.fields) == ("できません。", "できません。", {})


def test_that_a_refusal_says_which_field_is_wrong() -> None:
    fields = {"phone": "電話番号を確かめてください。"}
    refusal = Refusal("入力を確かめてください。", fields)
    fields.clear()

    assert refusal.fields == {"phone": "電話番号を確かめてください。"}
