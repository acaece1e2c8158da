"""What the headings of lists of organisations and facilities mean.

Municipal lists follow the 推奨データセット (名称, 住所, 方書, 電話番号 …), or have English names
of properties; older ones call the name whatever the list is of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.importing.fields import Field
from app.importing.headings import Vocabulary, patterns, words_of

PLACE_WORDS: Final[Mapping[Field, str]] = {
    Field.POSTAL_CODE: "郵便番号 〒 郵便 zip zipcode postalcode 事業所郵便番号",
    Field.PREFECTURE: "都道府県 都道府県名 県名 pref 所在地都道府県",
    Field.CITY: "市区町村 市区町村名 市町村 市町村名 city 事業所住所市区町村 所在地市区町村",
    Field.ADDRESS: (
        "住所 所在地 施設所在地 事業所所在地 事業所住所 施設住所 団体住所 所在地住所 住所地 "
        "会場住所 address"
    ),
    Field.TOWN: "町名 住所町名 町字 所在地町字 事業所住所番地以降 所在地番地以降",
    Field.NUMBER: "番地 番地以下 住所番地 地番",
    Field.BUILDING: "方書 建物 建物名 建物名等 ビル名 所在地建物名",
    Field.DISTRICT: "圏域 日常生活圏域 生活圏域 圏域名 担当圏域",
    Field.PHONE: (
        "電話 電話番号 tel 連絡先 連絡先電話番号 代表電話 事業所電話番号 施設電話番号 phone "
        "telephone telephonenumber 電話no 電話番号代表"
    ),
    Field.FAX: "fax fax番号 ファックス ファックス番号 ファクス 事業所fax番号 faxnumber",
    Field.EMAIL: "メール メールアドレス email 電子メール mail 電子メールアドレス",
    Field.NOTE: "備考 メモ 摘要 特記事項 note notes remarks その他",
    Field.SEQUENCE: "no 番号 連番 通番 № 項番 通し番号 id 整理番号 登録番号 #property",
}
"""What the place and the numbers of anything that is no person are called."""

_WORDS = {
    Field.ORGANISATION: (
        "名称 団体名 団体名称 施設名 施設名称 事業所名 事業所名称 事業所の名称 施設の名称 "
        "団体の名称 会社名 企業名 店舗名 組織名 機関名 学校名 園名 病院名 町会名 町内会名 "
        "自治会名 サロン名 サークル名 クラブ名 name groupname affiliationname facilityname "
        "organization organizationname 団体"
    ),
    Field.ORGANISATION_KANA: (
        "名称カナ 名称かな 団体名カナ 団体名かな 団体名フリガナ 団体名ふりがな 施設名カナ "
        "施設名かな 施設名フリガナ 事業所名カナ 事業所の名称かな 事業所の名称カナ フリガナ "
        "ふりがな カナ namekana fullnameinkana"
    ),
    Field.SHORT_NAME: "名称通称 通称 略称 愛称",
    Field.LEGAL_FORM: "法人格 法人種別 法人種類",
    Field.OPERATOR: (
        "法人名 法人名称 法人の名称 運営法人 運営団体 運営主体 設置者 設置主体 設置法人 開設者 "
        "経営主体 管理団体名 指定管理者 運営法人名 申請者名 establisher"
    ),
    Field.KIND: (
        "種別 分類 団体種別 施設種別 区分 団体区分 施設区分 サービス種別 サービス種類 "
        "サービスの種類 種類 業種 alternativename category type"
    ),
    Field.REPRESENTATIVE_TITLE: "代表者職 代表者役職 代表者職名 代表者の職 役職 職名",
    Field.REPRESENTATIVE: (
        "代表者 代表者名 代表者氏名 代表 会長 会長名 会長氏名 理事長 施設長 施設長名 管理者 "
        "管理者名 管理者氏名 責任者 責任者名 園長 園長名 corporaterepresentative representative"
    ),
    Field.DEPARTMENT: "担当部署 担当課 部署 部署名 department",
    Field.WEBSITE: (
        "url hp ホームページ ウェブサイト webサイト ホームページアドレス hpアドレス 事業所url "
        "website homepage referenceobject"
    ),
    **PLACE_WORDS,
    Field.IGNORE: (
        "緯度 経度 latitude longitude 法人番号 内線番号 poiコード 分類hcode 利用可能曜日 開始時間 "
        "終了時間 利用可能時間特記事項 利用可能日時特記事項 定員 説明 画像 画像ライセンス"
    ),
}
PLACE_PARTS: Final = (
    (r"圏域", Field.DISTRICT),
    (r"郵便番号|〒", Field.POSTAL_CODE),
    (r"fax|ファ[ック]ク?ス", Field.FAX),
    (r"電話|tel", Field.PHONE),
    (r"メール|e?mail", Field.EMAIL),
    (r"url|ホームページ|ウェブ|web", Field.WEBSITE),
    (r"建物|方書", Field.BUILDING),
    (r"(住所|所在地).*(市区町村|市町村)", Field.CITY),
    (r"(住所|所在地).*番地", Field.TOWN),
    (r"住所|所在地", Field.ADDRESS),
)
_PARTS = (
    (r"^(法人|運営|設置|申請者).*(の名称|名|名称|主体)$", Field.OPERATOR),
    (r"^(法人|申請者|設置者|運営)|事業所番号|コード|緯度|経度|時間|曜日|画像|有無", Field.IGNORE),
    (r"(名称|団体名|施設名|事業所名).*(カナ|かな|がな|ガナ|よみ|読)", Field.ORGANISATION_KANA),
    (r"代表者?.*(職|役)", Field.REPRESENTATIVE_TITLE),
    (r"(代表者?|会長|施設長|管理者|責任者)(の?氏名|名)?", Field.REPRESENTATIVE),
    (r"(団体|施設|事業所|事業者|店舗|会社|機関|学校)(の名称|名称|名)$", Field.ORGANISATION),
    *PLACE_PARTS,
    (r"種別|種類|分類|区分", Field.KIND),
    (r"担当(課|部署|係)|所管", Field.DEPARTMENT),
    (r"備考|特記|摘要", Field.NOTE),
)

ORGANISATIONS = Vocabulary(
    words_of(_WORDS), patterns(_PARTS), frozenset({Field.ORGANISATION}), most_needed=4
)
