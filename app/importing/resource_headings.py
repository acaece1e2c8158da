"""What the headings of lists of places of activity and other resources mean.

Guides of centres write 名称, 開催日, 会場; municipal lists follow the 推奨データセット
(利用可能曜日, 開始時間, 緯度, 経度 …).
"""

from __future__ import annotations

from app.importing.fields import Field
from app.importing.headings import Vocabulary, patterns, words_of
from app.importing.organisation_headings import PLACE_PARTS, PLACE_WORDS

_WORDS = {
    **PLACE_WORDS,
    Field.RESOURCE: (
        "名称 施設名 施設名称 施設の名称 事業所名 事業所の名称 サロン名 サークル名 クラブ名 活動名 "
        "活動の名称 教室名 店舗名 通いの場名 居場所名 資源名 社会資源名 事業名 会の名称 name"
    ),
    Field.RESOURCE_KANA: (
        "名称カナ 名称かな 施設名カナ 施設名かな 施設名フリガナ フリガナ ふりがな カナ namekana "
        "fullnameinkana 事業所の名称かな"
    ),
    Field.RESOURCE_KIND: (
        "種別 分類 区分 施設種別 施設区分 サービス種別 種類 カテゴリ カテゴリー 資源区分 "
        "alternativename category type"
    ),
    Field.RUN_BY: (
        "団体名 主体 実施主体 運営主体 運営団体 運営法人 主催 主催者 実施団体 管理団体名 "
        "指定管理者 法人名 法人の名称 設置者 establisher"
    ),
    Field.CONTENT: (
        "内容 活動内容 主な活動内容 活動の内容 説明 事業内容 概要 description service "
        "servicecontents"
    ),
    Field.OPENING: (
        "開催日 開催日時 活動日 活動日時 日時 実施日 実施日時 開館日 利用可能日時特記事項 "
        "利用可能時間特記事項 開館時間 利用時間 活動時間 availabledatenote"
    ),
    Field.OPENING_WEEKDAYS: "利用可能曜日 開催曜日 活動曜日 曜日 開館曜日 availabledate",
    Field.STARTS_AT: "開始時間 開始時刻 開会時間 starttime",
    Field.ENDS_AT: "終了時間 終了時刻 閉会時間 endtime",
    Field.VENUE: "会場 会場名 活動場所 開催場所 場所 実施場所 活動拠点",
    Field.LATITUDE: "緯度 latitude lat 事業所緯度",
    Field.LONGITUDE: "経度 longitude lon lng 事業所経度",
    Field.TARGET: "対象 対象者 参加対象 利用対象 利用条件詳細 targetage",
    Field.FEE: "参加費 費用 利用料 会費 料金 料金詳細 参加料",
    Field.CAPACITY: "定員 定員人数 capacity",
    Field.APPLYING: "申込 申込方法 申込要否 申し込み 予約",
    Field.REPRESENTATIVE: "代表者 代表者名 代表者氏名 代表 世話人 責任者 corporaterepresentative",
    Field.WEBSITE: (
        "url hp ホームページ ウェブサイト webサイト ホームページアドレス website referenceobject"
    ),
    Field.IGNORE: "法人番号 内線番号 poiコード 分類hcode 画像 画像ライセンス",
}
_PARTS = (
    (r"コード|画像|有無|要否|法人番号", Field.IGNORE),
    (r"(名称|施設名|サロン名).*(カナ|かな|がな|ガナ|よみ|読)", Field.RESOURCE_KANA),
    (r"(施設|事業所|サロン|教室|活動)(の名称|名称|名)$", Field.RESOURCE),
    (r"(主体|運営|主催)", Field.RUN_BY),
    *PLACE_PARTS,
    (r"(開催|活動|実施|開館).*(日|時)", Field.OPENING),
    (r"緯度", Field.LATITUDE),
    (r"経度", Field.LONGITUDE),
    (r"種別|種類|分類|区分", Field.RESOURCE_KIND),
    (r"会場|場所", Field.VENUE),
    (r"対象", Field.TARGET),
    (r"参加費|料金|費用", Field.FEE),
    (r"内容", Field.CONTENT),
    (r"備考|特記|摘要", Field.NOTE),
)

RESOURCES = Vocabulary(
    words_of(_WORDS), patterns(_PARTS), frozenset({Field.RESOURCE}), most_needed=4
)
