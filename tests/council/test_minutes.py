"""Reading minutes, and leaving out names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.council.council import Office
from app.council.minutes import Named, Speech, masked, speeches

TEXT = """第2回の会議を始める。
○事務局　定刻となったので，始めます。
　資料をご覧ください。

〇会田会長　井上委員から説明をお願いします。
○井上：井上 花子です。会田さんの森林の話ですが，
◯ 委員　はい。
"""


def test_that_every_mark_begins_a_speech() -> None:
    assert [(one.speaker, one.words) for one in speeches(TEXT)] == [
        ("", "第2回の会議を始める。"),
        ("事務局", "定刻となったので，始めます。\n　資料をご覧ください。"),
        ("会田会長", "井上委員から説明をお願いします。"),
        ("井上", "井上 花子です。会田さんの森林の話ですが，"),
        ("委員", "はい。"),
    ]


def test_that_members_are_called_by_their_office_only() -> None:
    names = (Named("会田", "一郎", Office.CHAIR), Named("井上", "花子"), Named("林", ""))
    assert [str(one) for one in masked(speeches(TEXT), names)] == [
        "第2回の会議を始める。",
        "○事務局　定刻となったので，始めます。\n　資料をご覧ください。",
        "○会長　委員から説明をお願いします。",
        "○委員　委員です。会長の森林の話ですが，",
        "○委員　はい。",
    ]


@given(st.text(st.sampled_from("○〇 　\nあ会田井上委員：，"), max_size=60))
def test_that_no_word_is_lost_or_moved(text: str) -> None:
    said = speeches(text)
    kept = "".join(one.speaker + one.words for one in said)
    assert [sign for sign in kept if sign in "あ会田井上委員，"] == [
        sign for sign in text if sign in "あ会田井上委員，"
    ]
    assert masked(said, ()) == said
    for one in said:
        assert isinstance(one, Speech)
