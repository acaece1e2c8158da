"""What the sample's groups ask supporters for: by season, as such requests come by FAX."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from app.matching.request import Rhythm

_ALL_YEAR = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class RequestPattern:
    """One kind of request.

    ``months`` are those in which it comes; ``places`` the kinds of resources it is for, and
    ``askers`` the kinds of organisations that send it where there is no such place.  ``people``
    are how many are wanted at least and at most, ``lasts`` how many months regular help goes on.
    """

    title: str
    content: str
    kinds: tuple[str, ...]
    starts_at: time
    ends_at: time
    places: tuple[str, ...] = ()
    askers: tuple[str, ...] = ("町会",)
    rhythm: Rhythm = Rhythm.REGULAR
    months: tuple[int, ...] = _ALL_YEAR
    people: tuple[int, int] = (1, 2)
    level: int = 1
    lasts: tuple[int, int] = (3, 12)
    car: bool = False
    bring: str = ""


REQUEST_PATTERNS = (
    RequestPattern(
        "サロンの準備と受付", "机と椅子を並べ、受付とお茶出しをお願いしたい。",
        ("サロン・通いの場の運営補助",), time(9, 30), time(12), ("交流サロン", "介護者支援"),
        bring="上履き、エプロン",
    ),
    RequestPattern(
        "体操の会の見守り", "体操のときの見守りと、血圧測定の受付をお願いしたい。",
        ("サロン・通いの場の運営補助", "見守り・声かけ"), time(10), time(11, 30),
        ("通いの場（体操・介護予防）",), bring="上履き、動きやすい服",
    ),
    RequestPattern(
        "カフェでの話し相手", "初めて来る方の隣に座って、話を聞いてほしい。",
        ("話し相手・傾聴",), time(13, 30), time(15, 30), ("認知症カフェ",), level=2,
    ),
    RequestPattern(
        "食堂の調理と子どもの見守り", "昼食30食の調理と、遊びの見守り。",
        ("調理", "子どもの見守り"), time(10), time(14), ("居場所・多世代",),
        people=(2, 3), bring="エプロン、三角巾", level=2,
    ),
    RequestPattern(
        "お弁当の配達", "手作り弁当を10軒ほどに届け、変わりがないか声をかける。",
        ("配食", "見守り・声かけ"), time(11), time(13), ("配食＋見守り",), car=True, level=2,
    ),
    RequestPattern(
        "買い物の付き添い", "店の中でかごを持ち、会計を手伝う。",
        ("買い物同行",), time(9, 30), time(12), ("外出支援", "買い物・移動販売"), level=2,
    ),
    RequestPattern(
        "一人暮らしの方への声かけ", "二人一組で5軒ほどを訪ね、様子をうかがう。",
        ("見守り・声かけ", "話し相手・傾聴"), time(10), time(12), ("見守り・安否確認",),
        ("在宅福祉委員会",), people=(2, 2), level=3,
    ),
    RequestPattern(
        "スマートフォン教室の手伝い", "隣に座って、操作をいっしょに確かめる。",
        ("スマホ・パソコン",), time(10), time(12), ("学び・教室",), ("学校・大学",), lasts=(3, 8),
    ),
    RequestPattern(
        "歩道の雪かき", "ごみ置き場と停留所までの道を、朝のうちに空ける。",
        ("除雪・雪かき",), time(7), time(8, 30), ("除雪",), months=(11, 12, 1), people=(2, 3),
        lasts=(2, 4), bring="長靴、スコップは町会で用意",
    ),
    RequestPattern(
        "花壇の手入れ", "会館前の花壇の草取りと水やり。",
        ("庭の手入れ・草取り",), time(9), time(10, 30), askers=("老人クラブ", "町会"),
        months=(4, 5, 6), lasts=(3, 5), bring="軍手、帽子",
    ),
    RequestPattern(
        "夏まつりの手伝い", "テントの設営、模擬店の手伝い、後片付け。",
        ("行事・イベントの手伝い",), time(13), time(18), rhythm=Rhythm.ONCE, months=(6, 7),
        people=(3, 5), bring="動きやすい服、飲み物",
    ),
    RequestPattern(
        "敬老会の会場づくり", "会場の飾り付け、受付、お弁当配り。",
        ("行事・イベントの手伝い",), time(9), time(13), rhythm=Rhythm.ONCE, months=(7, 8),
        people=(2, 4), bring="上履き",
    ),
    RequestPattern(
        "防災訓練の誘導", "避難する方への付き添いと、炊き出しの手伝い。",
        ("防災・避難支援", "調理"), time(9), time(12), rhythm=Rhythm.ONCE, months=(8, 9, 10),
        people=(2, 4), level=2,
    ),
    RequestPattern(
        "クリスマス会の手伝い", "飾り付けと、ゲームの進行の手伝い。",
        ("行事・イベントの手伝い", "子どもの見守り"), time(10), time(14),
        ("居場所・多世代", "交流サロン"), rhythm=Rhythm.ONCE, months=(10, 11), people=(2, 3),
    ),
    RequestPattern(
        "もちつき大会の手伝い", "もち米の準備と、配るときの手伝い。",
        ("行事・イベントの手伝い", "調理"), time(8, 30), time(13), rhythm=Rhythm.ONCE,
        months=(12, 1), people=(2, 4), bring="エプロン、三角巾",
    ),
    RequestPattern(
        "春の大掃除の手伝い", "会館の窓ふきと、冬の道具の片付け。",
        ("掃除・片付け", "衣替え・家具移動"), time(9), time(12), askers=("町会", "老人クラブ"),
        rhythm=Rhythm.ONCE, months=(3, 4), people=(2, 3), bring="軍手、雑巾",
    ),
)  # fmt: skip
