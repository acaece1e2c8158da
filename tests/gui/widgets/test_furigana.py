from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.gui.widgets.furigana import ReadingCapture
from app.gui.widgets.readings import composing, is_kana, plausible


class Field:
    """A text field without Qt: keeps the text an input method leaves behind."""

    def __init__(self) -> None:
        self.capture = ReadingCapture()
        self.text = ""

    def preedit(self, *steps: str) -> None:
        for step in steps:
            self.capture.input_method("", step, self.text)

    def commit(self, text: str, preedit: str = "", at: int | None = None) -> None:
        place = len(self.text) if at is None else at
        self.text = self.text[:place] + text + self.text[place:]
        self.capture.input_method(text, preedit, self.text)

    def edit(self, text: str) -> None:
        self.text = text
        self.capture.edited(text)

    @property
    def learned(self) -> tuple[str, bool]:
        return self.capture.reading, self.capture.sure


@pytest.fixture
def field() -> Field:
    return Field()


def test_that_the_kana_before_the_conversion_is_the_reading(field: Field) -> None:
    field.preedit("わ", "わt", "わた", "わたn", "わたな", "わたなb", "わたなべ", "渡辺", "渡邊")
    field.commit("渡邊")
    assert field.learned == ("わたなべ", True)


def test_that_full_width_romaji_is_no_part_of_the_reading(field: Field) -> None:
    field.preedit("ｗ", "わ", "わｔ", "わた", "わたｎ", "わたな", "わたなｂ", "わたなべ", "渡部")
    field.commit("渡部")
    assert field.learned == ("わたなべ", True)


def test_that_a_lone_n_at_the_end_is_read_as_the_conversion_reads_it(field: Field) -> None:
    field.preedit("k", "け", "けn", "健")
    field.commit("健")
    assert field.learned == ("けん", True)


def test_that_a_commit_without_a_converted_preedit_is_read(field: Field) -> None:
    field.preedit("さ", "さと", "さとう")
    field.commit("佐藤")
    assert field.learned == ("さとう", True)


def test_that_a_prediction_is_kept_but_doubted(field: Field) -> None:
    field.preedit("わ", "わた")
    field.commit("渡辺")
    assert field.learned == ("わた", False)


def test_that_a_prediction_from_romaji_alone_has_no_reading(field: Field) -> None:
    field.preedit("w")
    field.commit("渡辺")
    assert field.learned == ("", False)


def test_that_two_kanji_with_two_kana_are_asked_about(field: Field) -> None:
    field.preedit("な", "なみ", "奈美")
    field.commit("奈美")
    assert field.learned == ("なみ", False)


@pytest.mark.parametrize("committed", ["みどり", "ミドリ", "ﾐﾄﾞﾘ"])
def test_that_kana_committed_as_kana_reads_as_itself(field: Field, committed: str) -> None:
    field.preedit("み", "みど", "みどり", committed)
    field.commit(committed)
    assert field.learned == ("みどり", True)


def test_that_kana_committed_at_once_reads_as_itself(field: Field) -> None:
    for kana in "さくら":
        field.commit(kana)
    assert field.learned == ("さくら", True)


def test_that_kana_within_a_name_must_be_in_the_reading(field: Field) -> None:
    field.preedit("みつこ", "美つ子")
    field.commit("美つ子")
    field.preedit("かず", "一ゑ")
    field.commit("一ゑ")
    assert field.learned == ("みつこかず", False)


def test_that_a_part_committed_first_takes_its_share_of_the_kana(field: Field) -> None:
    field.preedit("やまだたろう", "山田たろう")
    field.commit("山田", preedit="たろう")
    assert field.learned == ("やまだ", True)
    field.preedit("太郎")
    field.commit("太郎")
    assert field.learned == ("やまだたろう", True)


def test_that_parts_committed_converted_share_the_reading_at_the_end(field: Field) -> None:
    field.preedit("やまだたろう", "山田太郎")
    field.commit("山田", preedit="太郎")
    assert field.learned == ("", False)
    field.commit("太郎")
    assert field.learned == ("やまだたろう", True)


def test_that_a_rest_turned_back_to_kana_settles_the_part_before(field: Field) -> None:
    field.preedit("やまだたろう", "山田太郎")
    field.commit("山田", preedit="太郎")
    field.preedit("たろう", "太朗")
    field.commit("太朗")
    assert field.learned == ("やまだたろう", True)


def test_that_a_rest_given_up_leaves_the_reading_in_doubt(field: Field) -> None:
    field.preedit("やまだたろう", "山田太郎")
    field.commit("山田", preedit="太郎")
    field.preedit("")
    assert field.text == "山田"
    assert field.capture.reading == "やまだたろう"


def test_that_typing_on_commits_what_was_converted(field: Field) -> None:
    """ibus-mozc and MS-IME commit a converted word when the next one is begun."""
    field.preedit("やまだ", "山田")
    field.commit("山田", preedit="t")
    field.preedit("た", "たろ", "たろう", "太郎")
    field.commit("太郎")
    assert field.learned == ("やまだたろう", True)


def test_that_a_new_word_is_not_taken_for_the_end_of_the_last(field: Field) -> None:
    field.preedit("きた", "北")
    field.commit("北", preedit="た")
    field.preedit("た", "田")
    field.commit("田")
    assert field.learned == ("きたた", True)


def test_that_backspace_shortens_what_is_read(field: Field) -> None:
    field.preedit("さいとうう", "さいとう", "斎藤")
    field.commit("斎藤")
    assert field.learned == ("さいとう", True)


def test_that_going_back_from_the_conversion_follows_the_kana(field: Field) -> None:
    field.preedit("さいと", "差異と", "さいと", "さいとう", "斉藤")
    field.commit("斉藤")
    assert field.learned == ("さいとう", True)


def test_that_escape_leaves_nothing_behind(field: Field) -> None:
    field.preedit("わたなべ", "渡辺", "わたなべ", "")
    field.preedit("いとう", "伊藤")
    field.commit("伊藤")
    assert field.learned == ("いとう", True)


def test_that_changing_to_romaji_and_back_keeps_the_reading(field: Field) -> None:
    field.preedit("わたなべ", "ワタナベ", "watanabe", "渡辺")
    field.commit("渡辺")
    assert field.learned == ("わたなべ", True)


def test_that_live_conversion_is_doubted(field: Field) -> None:
    """macOS shows 山だ while やまだ is still being typed."""
    field.preedit("y", "や", "やm", "やま", "山d", "山だ", "山田")
    field.commit("山田")
    assert field.learned[1] is False


def test_that_reconversion_keeps_the_reading_but_asks(field: Field) -> None:
    field.preedit("わたなべ", "渡辺")
    field.commit("渡辺")
    field.text = ""  # Qt takes the selected text out before it shows the preedit
    field.preedit("渡辺", "渡邉")
    field.commit("渡邉")
    assert field.learned == ("わたなべ", False)


def test_that_reconversion_in_one_event_keeps_the_rest(field: Field) -> None:
    for reading, name in (("たかはし", "高橋"), ("はなこ", "花子")):
        field.preedit(reading, name)
        field.commit(name)
    field.preedit("高橋")
    field.text = "髙橋花子"
    field.capture.input_method("髙橋", "", field.text)
    assert field.text == field.capture.text
    assert "はなこ" in field.capture.reading


def test_that_reconversion_from_the_kana_reads_them_anew(field: Field) -> None:
    field.preedit("わた", "綿")
    field.commit("綿")
    field.text = ""
    field.preedit("綿", "わた", "わたなべ", "渡辺")
    field.commit("渡辺")
    assert field.learned == ("わたなべ", True)


def test_that_typing_over_a_selection_reads_only_the_new(field: Field) -> None:
    field.preedit("いとう", "伊藤")
    field.commit("伊藤")
    field.text = ""
    field.preedit("か", "かとう", "加藤")
    field.commit("加藤")
    assert field.learned == ("かとう", True)


def test_that_one_mended_character_keeps_the_reading(field: Field) -> None:
    field.preedit("わたなべ", "渡辺")
    field.commit("渡辺")
    field.edit("渡")
    assert field.learned == ("わたなべ", False)
    field.preedit("へん", "邊")
    field.commit("邊")
    assert field.learned == ("わたなべ", False)
    assert field.capture.text == "渡邊"


def test_that_a_name_rubbed_out_takes_its_reading_along(field: Field) -> None:
    field.preedit("いとう", "伊藤")
    field.commit("伊藤")
    field.edit("")
    assert field.learned == ("", True)


def test_that_kana_rubbed_out_shortens_the_reading(field: Field) -> None:
    field.commit("みどりこ")
    field.edit("みどり")
    assert field.learned == ("みどり", True)


def test_that_what_is_pasted_has_no_reading(field: Field) -> None:
    field.edit("渡邉　一郎")
    assert field.learned == ("", False)


def test_that_pasted_kana_reads_as_itself(field: Field) -> None:
    field.edit("ﾜﾀﾅﾍﾞ")
    assert field.learned == ("わたなべ", True)


def test_that_a_name_in_one_field_keeps_its_blank(field: Field) -> None:
    field.preedit("やまだ", "山田")
    field.commit("山田")
    field.commit("　")
    field.preedit("はな", "花")
    field.commit("花")
    assert field.learned == ("やまだ　はな", True)


def test_that_a_blank_may_be_put_in_afterwards(field: Field) -> None:
    field.preedit("やまだたろう", "山田太郎")
    field.commit("山田太郎")
    field.edit("山田　太郎")
    assert field.learned == ("やまだたろう", True)


def test_that_a_name_put_before_another_is_read_before_it(field: Field) -> None:
    field.preedit("はなこ", "花子")
    field.commit("花子")
    field.preedit("さとう", "佐藤")
    field.commit("佐藤", at=0)
    assert field.learned == ("さとうはなこ", True)


def test_that_a_name_doubled_at_the_start_is_not_mistaken(field: Field) -> None:
    field.preedit("わたり", "渡")
    field.commit("渡")
    field.preedit("わたなべ", "渡辺")
    field.commit("渡辺", at=0)
    assert field.learned == ("わたなべわたり", True)


def test_that_characters_beyond_the_first_plane_are_counted_right(field: Field) -> None:
    field.preedit("よしの", "𠮷野")
    field.commit("𠮷野")
    field.preedit("かつらぎ", "葛󠄀城")
    field.commit("葛󠄀城")
    assert field.learned == ("よしのかつらぎ", True)


def test_that_a_text_of_the_program_is_not_read(field: Field) -> None:
    field.capture.reset("山田")
    assert field.learned == ("", False)


@pytest.mark.parametrize(
    ("preedit", "kana"),
    [
        ("たk", "た"),
        ("たｋ", "た"),
        ("k", ""),
        ("しn", "しん"),
        ("しny", "し"),
        ("ﾜﾀ", "わた"),
        ("ワター", "わたー"),
        ("山だ", None),
        ("", ""),
    ],
)
def test_that_the_kana_being_typed_are_seen(preedit: str, kana: str | None) -> None:
    assert composing(preedit) == kana


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("津", "つ", True),
        ("佐々木", "ささき", True),
        ("佐々木", "ささ", False),
        ("渡辺", "わた", False),
        ("美つ子", "みつこ", True),
        ("美つ子", "みこ", False),
        ("一ノ瀬", "いちのせ", True),
        ("山田", "", False),
    ],
)
def test_that_a_reading_is_measured_against_the_name(
    text: str, reading: str, expected: bool
) -> None:
    assert plausible(text, reading) is expected


def test_that_nothing_is_no_kana() -> None:
    assert not is_kana("")


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("preedit"), st.text("わたk渡辺ン", max_size=4), st.just(0)),
        st.tuples(
            st.just("commit"), st.text("わ渡辺邊 𠮷", min_size=1, max_size=3), st.integers(0, 9)
        ),
        st.tuples(st.just("edit"), st.text("わ渡辺 a", max_size=5), st.just(0)),
    ),
    max_size=12,
)


@given(EVENTS)
def test_that_any_order_of_events_keeps_the_text_in_step(
    events: list[tuple[str, str, int]],
) -> None:
    field = Field()
    for kind, text, number in events:
        if kind == "preedit":
            field.preedit(text)
        elif kind == "commit":
            field.commit(text, at=min(number, len(field.text)))
        else:
            field.edit(text)
        assert field.capture.text == field.text
        assert not any("一" <= c <= "鿿" for c in field.capture.reading)
