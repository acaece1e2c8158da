"""Synthetic people: common names with their readings, put together by a seeded generator.

Nobody here is real.  The rarer surnames are there on purpose: each has a character that some
program somewhere garbles (髙 﨑 𠮷 𡈽 濵 栁 德 瀨, variation sequences).
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from app.contacts.person import Sex


class Name(NamedTuple):
    """A full name with its reading."""

    family: str
    given: str
    family_kana: str
    given_kana: str


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple(zip(words[::2], words[1::2], strict=True))


FAMILIES = _pairs(
    "佐藤 さとう 鈴木 すずき 高橋 たかはし 田中 たなか 伊藤 いとう 渡辺 わたなべ 山本 やまもと "
    "中村 なかむら 小林 こばやし 加藤 かとう 吉田 よしだ 山田 やまだ 佐々木 ささき 山口 やまぐち "
    "松本 まつもと 井上 いのうえ 木村 きむら 林 はやし 斎藤 さいとう 清水 しみず 山崎 やまざき "
    "阿部 あべ 森 もり 池田 いけだ 橋本 はしもと 石川 いしかわ 山下 やました 小川 おがわ "
    "石井 いしい 長谷川 はせがわ 後藤 ごとう 岡田 おかだ 近藤 こんどう 前田 まえだ 藤田 ふじた "
    "遠藤 えんどう 青木 あおき 坂本 さかもと 村上 むらかみ 太田 おおた 金子 かねこ 藤井 ふじい "
    "福田 ふくだ 西村 にしむら 三浦 みうら 竹内 たけうち 中川 なかがわ 岡本 おかもと 松田 まつだ "
    "原田 はらだ 小野 おの 田村 たむら 工藤 くどう 菊地 きくち 千葉 ちば 成田 なりた 今井 いまい "
    "大野 おおの 高木 たかぎ 丸山 まるやま 安藤 あんどう 谷口 たにぐち 上野 うえの 和田 わだ "
    "須藤 すどう 川村 かわむら 木下 きのした 久保 くぼ 野村 のむら 笹森 ささもり 能登 のと "
    "越前 えちぜん 津軽 つがる 若狭 わかさ 蛯名 えびな 種田 おいた 生駒 いこま 目黒 めぐろ"
)
RARE_FAMILIES = _pairs(
    "髙橋 たかはし 山﨑 やまざき 𠮷田 よしだ 𡈽屋 つちや 渡邉 わたなべ 渡邊 わたなべ 齋藤 さいとう "
    "齊藤 さいとう 濵田 はまだ 栁田 やなぎだ 德永 とくなが 瀨川 せがわ 葛\U000e0100西 かさい "
    "辻\U000e0100 つじ 澤田 さわだ 櫻井 さくらい 髙﨑 たかさき 舘山 たてやま 嶋田 しまだ"
)
WOMEN = _pairs(
    "和子 かずこ 幸子 さちこ 節子 せつこ 洋子 ようこ 弘子 ひろこ 美智子 みちこ 京子 きょうこ "
    "恵子 けいこ 悦子 えつこ 順子 じゅんこ 千代子 ちよこ 久美子 くみこ 由美子 ゆみこ 真由美 まゆみ "
    "明美 あけみ 直美 なおみ 裕子 ゆうこ 陽子 ようこ 智子 ともこ 美穂 みほ 香織 かおり 愛 あい "
    "トシ とし キヨ きよ 照子 てるこ 雅子 まさこ 桂子 けいこ 文子 ふみこ 礼子 れいこ 郁子 いくこ"
)
MEN = _pairs(
    "正 ただし 清 きよし 勇 いさむ 勝 まさる 進 すすむ 実 みのる 茂 しげる 博 ひろし 隆 たかし "
    "誠 まこと 浩 ひろし 修 おさむ 豊 ゆたか 健一 けんいち 和夫 かずお 昭 あきら 義雄 よしお "
    "光男 みつお 幸雄 ゆきお 秀樹 ひでき 学 まなぶ 剛 つよし 大輔 だいすけ 翔太 しょうた "
    "一郎 いちろう 孝 たかし 敏夫 としお 繁 しげる 政男 まさお 祐二 ゆうじ"
)
_RARE_SHARE = 0.12


def invent_name(random: Random, sex: Sex) -> Name:
    """Return a name; about one in eight has a surname that is hard on programs."""
    families = RARE_FAMILIES if random.random() < _RARE_SHARE else FAMILIES
    family, family_kana = random.choice(families)
    given, given_kana = random.choice(WOMEN if sex is Sex.FEMALE else MEN)
    return Name(family, given, family_kana, given_kana)
