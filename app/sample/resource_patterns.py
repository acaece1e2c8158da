"""What kinds of places and resources the sample's area has, and what is told of each kind."""

from __future__ import annotations

from dataclasses import dataclass

from app.local_resources.local_resource import Payment, Programme


@dataclass(frozen=True, slots=True)
class ResourcePattern:
    """Resources of one kind: how many, whose they are, and what is written about them.

    ``count`` is that of a whole sample, ``name`` has the place in it.  ``owner`` is a kind of
    organisation, empty for none.  ``work`` is what supporters do there; without it they are not
    asked for.
    """

    kind: str
    count: int
    name: str
    kana: str
    owner: str
    content: str
    openings: tuple[str, ...]
    venue: str = "{}会館"
    target: str = "65歳以上の方"
    fee: str = "無料"
    work: str = ""
    winter: str = ""
    payment: Payment = Payment.FREE
    programme: Programme = Programme.OUTSIDE


_SALON = "通いの場・サロン（任意団体）"
PATTERNS = (
    ResourcePattern(
        "交流サロン", 16, "{}ふれあいサロン", "{}ふれあいさろん", _SALON,
        "お茶を飲みながらの交流、季節の行事",
        ("第2・4水曜 10:00～12:00", "第1・3金曜 13:30～15:30", "毎週木曜 10:00～11:30"),
        fee="1回100円", work="会場の準備と受付、お茶出し", winter="1～2月は休み",
    ),
    ResourcePattern(
        "通いの場（体操・介護予防）", 18, "{}いきいき体操の会", "{}いきいきたいそうのかい", _SALON,
        "椅子に座ってできる体操、体力測定",
        ("毎週月曜 10:00～11:30", "毎週火曜 13:30～15:00", "毎週木・金曜 10:00～11:00"),
        work="受付、体操のときの見守り", programme=Programme.PREVENTION,
    ),
    ResourcePattern(
        "認知症カフェ", 7, "{}オレンジカフェ", "{}おれんじかふぇ", "介護サービス事業所",
        "認知症の方と家族、地域の方が気軽に集まる場", ("第3土曜 13:30～15:30",),
        venue="見本会 {}ホーム", target="どなたでも", fee="1回200円", work="話し相手、飲み物の用意",
        programme=Programme.VOLUNTARY,
    ),
    ResourcePattern(
        "居場所・多世代", 9, "{}みんなの居場所", "{}みんなのいばしょ", "NPO・ボランティア団体",
        "子どもから高齢の方まで、食事と遊び", ("第1・3土曜 10:00～14:00", "毎週水曜 15:00～18:00"),
        target="どなたでも", fee="大人300円、子ども無料", work="調理、子どもの見守り",
    ),
    ResourcePattern(
        "趣味・サークル", 14, "{}カラオケ同好会", "{}からおけどうこうかい", "老人クラブ",
        "歌の会、年2回の発表会", ("毎週火曜 13:00～15:00", "第2・4木曜 13:00～16:00"),
        fee="月500円",
    ),
    ResourcePattern(
        "学び・教室", 8, "{}スマートフォン教室", "{}すまーとふぉんきょうしつ", "学校・大学",
        "高校生が教えるスマートフォンの使い方", ("第2土曜 10:00～12:00",),
        venue="{}見本高等学校", work="隣に座ってのお手伝い", winter="12～1月は休み",
    ),
    ResourcePattern(
        "除雪", 8, "{}雪かき隊", "{}ゆきかきたい", "町会",
        "歩道とごみ置き場までの道の雪かき", ("12～3月の月・木曜 7:00～8:30",),
        venue="{}会館前", target="75歳以上の一人暮らしの方", work="歩道の雪かき",
    ),
    ResourcePattern(
        "見守り・安否確認", 8, "{}見守りの会", "{}みまもりのかい", "在宅福祉委員会",
        "月2回の訪問と声かけ", ("第1・3火曜 10:00～12:00",),
        target="75歳以上の一人暮らしの方", work="二人一組での声かけ",
    ),
    ResourcePattern(
        "配食＋見守り", 6, "{}お弁当の会", "{}おべんとうのかい", "NPO・ボランティア団体",
        "手作り弁当の配達と声かけ", ("毎週水曜 10:00～13:00", "毎週金曜 10:00～13:00"),
        fee="1食450円", work="調理と配達", payment=Payment.PAID, programme=Programme.VISIT_B,
    ),
    ResourcePattern(
        "買い物・移動販売", 7, "{}移動販売", "{}いどうはんばい", "企業・商店",
        "食品と日用品の移動販売", ("毎週火・金曜 10:30～11:00",), venue="{}会館前",
        target="どなたでも", fee="商品代", payment=Payment.PAID,
    ),
    ResourcePattern(
        "外出支援", 4, "{}買い物バス", "{}かいものばす", "NPO・ボランティア団体",
        "月2回、店まで車で送り、買い物に付き添う", ("第1・3木曜 9:30～12:00",),
        target="75歳以上の方", fee="1回200円", work="買い物の付き添い",
        payment=Payment.PAID, programme=Programme.VISIT_D,
    ),
    ResourcePattern(
        "家事援助", 4, "{}ちょこっとお手伝い", "{}ちょこっとおてつだい", "NPO・ボランティア団体",
        "ごみ出し、電球の交換などの短い手伝い", ("平日 9:00～16:00",),
        target="70歳以上の方", fee="30分200円", payment=Payment.PAID, programme=Programme.VISIT_B,
    ),
    ResourcePattern(
        "介護者支援", 3, "{}介護者の集い", "{}かいごしゃのつどい",
        "地域包括支援センター（福祉拠点）", "家族を介護する方の語り合い", ("第4水曜 13:30～15:00",),
        target="介護をしている家族", work="茶菓の用意",
    ),
    ResourcePattern(
        "相談窓口", 6, "{}くらしの相談", "{}くらしのそうだん",
        "地域包括支援センター（福祉拠点）", "介護と暮らしの相談", ("平日 9:00～17:00",),
        venue="見本地域包括支援センター", target="どなたでも",
    ),
    ResourcePattern(
        "会場・貸しスペース", 8, "{}会館", "{}かいかん", "町会", "集会室2室、調理室あり",
        ("毎日 9:00～21:00",), target="町会員と団体", fee="1時間300円", payment=Payment.PAID,
    ),
    ResourcePattern(
        "企業の取組", 4, "{}商店の配達", "{}しょうてんのはいたつ", "企業・商店",
        "電話で注文を受けて届け、変わりがないか声をかける", ("平日 10:00～15:00",),
        venue="", target="70歳以上の方", fee="商品代", payment=Payment.PAID,
    ),
    ResourcePattern(
        "お宝（インフォーマル）", 6, "{}の朝の散歩仲間", "{}のあさのさんぽなかま", "",
        "毎朝集まって歩き、来ない人には電話をする", ("毎日 6:00～7:00",), venue="{}公園",
        target="どなたでも", winter="12～3月は休み",
    ),
)  # fmt: skip
