"""What Japanese column headings mean: how they are compared, and those of lists of people.

A heading is compared without blanks, brackets' contents and decoration.  An exact word counts
more than a word inside a longer heading; the order of ``_PARTS`` decides between those.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.importing.fields import Field

EXACT = 3
PART = 2

_WORDS: dict[Field, str] = {
    Field.NAME: (
        "氏名 お名前 名前 姓名 受講者氏名 受講者名 申込者氏名 申込者名 申込者 受講者 "
        "参加者氏名 参加者名 参加者 会員氏名 会員名 ご氏名 本人氏名 漢字氏名 氏名漢字 "
        "名前漢字 フルネーム name fullname サポーター氏名 登録者氏名 登録者名 "
        "委員氏名 委員名"
    ),
    Field.FAMILY_NAME: "姓 名字 苗字 氏 姓漢字 last lastname familyname surname",
    Field.GIVEN_NAME: "名 下の名前 名漢字 first firstname givenname",
    Field.KANA: (
        "フリガナ ふりがな カナ かな 氏名カナ カナ氏名 氏名フリガナ 氏名ふりがな "
        "氏名かな よみがな ヨミガナ 読み仮名 読みがな よみ ヨミ 読み シメイ しめい "
        "名前カナ 振り仮名 お名前フリガナ お名前ふりがな kana namekana"
    ),
    Field.FAMILY_KANA: (
        "セイ せい 姓カナ 姓フリガナ 姓ふりがな 姓かな 姓よみ 名字カナ カナ姓 フリガナ姓"
    ),
    Field.GIVEN_KANA: ("メイ めい 名カナ 名フリガナ 名ふりがな 名かな 名よみ カナ名 フリガナ名"),
    Field.FORMER_NAME: "旧姓 通称 通称名 旧氏名 旧姓通称",
    Field.SEX: "性別 男女 男女別 性 sex gender",
    Field.BIRTH_DATE: (
        "生年月日 誕生日 生年月日和暦 生年月日西暦 出生日 生まれ birthday dateofbirth birthdate"
    ),
    Field.BIRTH_ERA: "元号 生年元号 年号 生年月日元号",
    Field.BIRTH_YEAR: "生年 生年西暦 生まれた年 生年和暦 生年月日年 誕生年",
    Field.BIRTH_MONTH: "生月 生まれ月 生年月日月 誕生月",
    Field.BIRTH_DAY: "生日 生年月日日",
    Field.AGE: "年齢 満年齢 年代 歳 年齢区分 年代区分 年令 age",
    Field.POSTAL_CODE: (
        "郵便番号 〒 郵便 郵便no 〒番号 郵便番号7桁 zip zipcode postalcode 現住所郵便番号"
    ),
    Field.PREFECTURE: "都道府県 都道府県名 県名 住所都道府県 所在地都道府県",
    Field.CITY: "市区町村 市区町村名 市町村 市町村名 住所市区町村 所在地市区町村",
    Field.ADDRESS: "住所 ご住所 現住所 自宅住所 所在地 住所地 住居 連絡先住所 address",
    Field.TOWN: "町名 住所1 住所町名 町丁目 町字 所在地町字 住所町名まで 住所1町名",
    Field.NUMBER: "番地 住所2 番地以下 丁目番地 住所番地 地番 住所以下 所在地番地以下",
    Field.BUILDING: ("建物 建物名 住所3 マンション名 方書 建物名等 アパート名 所在地建物名 ビル名"),
    Field.DISTRICT: "圏域 日常生活圏域 生活圏域 圏域名 担当圏域",
    Field.NEIGHBOURHOOD: "町会 町会名 所属町会 町内会 町内会名 自治会 自治会名",
    Field.PHONE: (
        "電話 電話番号 tel 自宅電話 電話番号自宅 自宅tel 固定電話 自宅電話番号 "
        "連絡先電話番号 連絡先 電話自宅 連絡先電話 tel自宅 電話no 電話1 tel番号 phone "
        "日中の連絡先 ご連絡先"
    ),
    Field.MOBILE: (
        "携帯 携帯電話 携帯番号 携帯電話番号 電話番号携帯 電話携帯 tel携帯 スマホ 携帯tel mobile"
    ),
    Field.FAX: "fax ファックス fax番号 ファクス ファクシミリ faxno",
    Field.EMAIL: (
        "メール メールアドレス email 電子メール mail アドレス eメール 電子メールアドレス"
    ),
    Field.CONTACT_BY: "連絡希望手段 連絡方法 希望連絡方法 連絡手段 希望する連絡方法",
    Field.CONTACT_HOURS: "連絡可能時間帯 連絡可能時間 連絡時間帯 連絡のつく時間",
    Field.EMERGENCY_NAME: (
        "緊急連絡先氏名 緊急連絡先の氏名 緊急時氏名 緊急連絡先名 緊急連絡者氏名 緊急連絡先お名前"
    ),
    Field.EMERGENCY_RELATION: (
        "緊急連絡先続柄 緊急連絡先の続柄 続柄 緊急連絡先関係 本人との関係 ご関係"
    ),
    Field.EMERGENCY_PHONE: (
        "緊急連絡先電話番号 緊急連絡先電話 緊急連絡先tel 緊急連絡先の電話 "
        "緊急連絡先の電話番号 緊急時電話番号 緊急時連絡先電話番号 緊急電話"
    ),
    Field.EMERGENCY: "緊急連絡先 緊急時連絡先 緊急時の連絡先",
    Field.OCCUPATION: "職業 経歴 職業経歴 お仕事 職歴 勤務先",
    Field.QUALIFICATIONS: "資格 保有資格 免許資格 資格免許 資格等",
    Field.INTERESTS: "趣味 特技 趣味特技 特技趣味 できること 得意なこと",
    Field.NOTE: (
        "備考 メモ 摘要 特記事項 備考欄 その他 note notes remarks 通信欄 コメント 備考1 備考2"
    ),
    Field.APPLIED_ON: (
        "申込日 受付日 申込年月日 受付年月日 申込受付日 応募日 申し込み日 申込月日 申込み日"
    ),
    Field.APPLIED_BY: "申込方法 受付方法 申込手段 申し込み方法 申込経路 申込み方法",
    Field.HEARD_FROM: (
        "きっかけ 知ったきっかけ 何で知りましたか 情報源 講座を知ったきっかけ "
        "研修を知ったきっかけ 認知経路 広報媒体"
    ),
    Field.MOTIVE: "志望動機 動機 受講動機 申込動機 受講理由 応募動機 参加動機",
    Field.CONSIDERATION: ("配慮事項 配慮 必要な配慮 配慮が必要なこと 要配慮事項 必要な配慮事項"),
    Field.HEARING: "聴こえ 聞こえ 聴覚 手話 要約筆記 補聴器",
    Field.WHEELCHAIR: "車いす 車椅子 車いす使用 車椅子使用",
    Field.PICKUP: "送迎 送迎希望 送迎の希望",
    Field.SEQUENCE: (
        "no 番号 連番 通番 № 受付番号 整理番号 受講番号 項番 通し番号 id 行番号 会員番号 登録番号"
    ),
}

_PARTS: tuple[tuple[str, Field], ...] = (
    (r"緊急.*(電話|tel|番号)", Field.EMERGENCY_PHONE),
    (r"緊急.*(続柄|関係)", Field.EMERGENCY_RELATION),
    (r"緊急.*(氏名|名前|者名)", Field.EMERGENCY_NAME),
    (r"緊急", Field.EMERGENCY),
    (
        r"代表|会長|施設|団体|法人|事業|担当|管理者|保護者|世帯主|家族|講師|推薦|紹介|主催|学校|会社",
        Field.IGNORE,
    ),
    (r"圏域", Field.DISTRICT),
    (r"(申込|受付|応募)(年月)?日", Field.APPLIED_ON),
    (r"(申込|受付).*方法", Field.APPLIED_BY),
    (r"きっかけ", Field.HEARD_FROM),
    (r"動機", Field.MOTIVE),
    (r"配慮", Field.CONSIDERATION),
    (r"(氏名|名前|姓名).*(カナ|かな|がな|ガナ|よみ|読)", Field.KANA),
    (r"(フリガナ|ふりがな|ヨミガナ|よみがな)", Field.KANA),
    (r"旧姓|通称", Field.FORMER_NAME),
    (r"生年月日|誕生日", Field.BIRTH_DATE),
    (r"生年", Field.BIRTH_YEAR),
    (r"年齢|年代", Field.AGE),
    (r"性別", Field.SEX),
    (r"郵便番号|〒", Field.POSTAL_CODE),
    (r"携帯|スマホ", Field.MOBILE),
    (r"fax|ファ[ック]ク?ス", Field.FAX),
    (r"e?-?メール|e-?mail|mail", Field.EMAIL),
    (r"連絡.*(方法|手段)", Field.CONTACT_BY),
    (r"連絡.*時間", Field.CONTACT_HOURS),
    (r"電話|tel|連絡先", Field.PHONE),
    (r"建物|マンション|方書", Field.BUILDING),
    (r"番地", Field.NUMBER),
    (r"町名", Field.TOWN),
    (r"住所|所在地", Field.ADDRESS),
    (r"町会|町内会|自治会", Field.NEIGHBOURHOOD),
    (r"氏名|名前|姓名", Field.NAME),
    (r"職業|経歴", Field.OCCUPATION),
    (r"資格|免許", Field.QUALIFICATIONS),
    (r"趣味|特技", Field.INTERESTS),
    (r"備考|特記|メモ", Field.NOTE),
)

_DECORATION = re.compile(
    r"[\s　・/／,，、。:：;；\-‐－―_＿*＊※★☆◎○●■□◆◇()（）\[\]［］【】「」<>＜＞.．?？]"
)
_BRACKETS = re.compile(r"[(（\[［【<＜].*?[)）\]］】>＞]")


@dataclass(frozen=True)
class Vocabulary:
    """The headings of lists of one kind."""

    words: Mapping[str, Field]
    parts: Sequence[tuple[re.Pattern[str], Field]]
    telling: frozenset[Field]
    """Fields of which one makes a row of headings far more likely."""
    most_needed: int
    """As many known words are enough to make a row of headings, however wide the list is."""

    def meaning(self, heading: str) -> tuple[Field, int] | None:
        """Return what a heading means and how surely (``EXACT`` or ``PART``), or nothing."""
        text = plain(heading)
        for exact in (text, plain(_BRACKETS.sub("", heading))):
            if exact in self.words:
                return self.words[exact], EXACT
        for pattern, field in self.parts:
            if text and len(text) <= _LONGEST and pattern.search(text):
                return field, PART
        return None


def words_of(fields: Mapping[Field, str]) -> dict[str, Field]:
    """Return the fields by word, from the words of each in one text."""
    return {word.lower(): field for field, words in fields.items() for word in words.split()}


def patterns(parts: Sequence[tuple[str, Field]]) -> tuple[tuple[re.Pattern[str], Field], ...]:
    """Return the parts of headings ready for use."""
    return tuple((re.compile(pattern), field) for pattern, field in parts)


_LONGEST = 20
"""A longer text is a sentence that happens to hold a heading's word."""


def plain(heading: str) -> str:
    """Return a heading for comparing: width folded, lower case, no blanks and decoration."""
    return _DECORATION.sub("", unicodedata.normalize("NFKC", heading)).lower()


PEOPLE = Vocabulary(
    words_of(_WORDS),
    patterns(_PARTS),
    frozenset({Field.NAME, Field.FAMILY_NAME, Field.KANA}),
    1000,
)
