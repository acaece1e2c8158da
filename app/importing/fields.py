"""What a column of a list can mean: labels for the wizard, values for a mapping's TOML."""

from __future__ import annotations

from app.contacts.custom import Subject
from app.kernel.labelled import Labelled


class Field(Labelled):
    """The meaning of one column."""

    # Members are looked up a hundred times a row; that of Enum hashes the name each time.
    __hash__ = object.__hash__

    NAME = "name", "氏名"
    FAMILY_NAME = "family_name", "姓"
    GIVEN_NAME = "given_name", "名"
    KANA = "kana", "ふりがな"
    FAMILY_KANA = "family_kana", "せい"
    GIVEN_KANA = "given_kana", "めい"
    FORMER_NAME = "former_name", "旧姓・通称"
    SEX = "sex", "性別"
    BIRTH_DATE = "birth_date", "生年月日"
    BIRTH_ERA = "birth_era", "生年月日の元号"
    BIRTH_YEAR = "birth_year", "生年"
    BIRTH_MONTH = "birth_month", "生月"
    BIRTH_DAY = "birth_day", "生日"
    AGE = "age", "年齢・年代"
    POSTAL_CODE = "postal_code", "郵便番号"
    PREFECTURE = "prefecture", "都道府県"
    CITY = "city", "市区町村"
    ADDRESS = "address", "住所"
    TOWN = "address_town", "町名"
    NUMBER = "address_number", "番地"
    BUILDING = "address_building", "建物"
    DISTRICT = "district", "圏域"
    NEIGHBOURHOOD = "neighbourhood", "町会"
    PHONE = "phone", "電話"
    MOBILE = "mobile", "携帯"
    FAX = "fax", "FAX"
    EMAIL = "email", "メール"
    CONTACT_BY = "contact_by", "連絡希望手段"
    CONTACT_HOURS = "contact_hours", "連絡可能時間帯"
    EMERGENCY_NAME = "emergency_name", "緊急連絡先の氏名"
    EMERGENCY_RELATION = "emergency_relation", "緊急連絡先の続柄"
    EMERGENCY_PHONE = "emergency_phone", "緊急連絡先の電話"
    EMERGENCY = "emergency", "緊急連絡先"
    OCCUPATION = "occupation", "職業・経歴"
    QUALIFICATIONS = "qualifications", "資格"
    INTERESTS = "interests", "趣味・特技"
    NOTE = "note", "備考"
    APPLIED_ON = "applied_on", "申込日"
    APPLIED_BY = "applied_by", "申込方法"
    HEARD_FROM = "heard_from", "きっかけ"
    MOTIVE = "motive", "志望動機"
    CONSIDERATION = "consideration", "配慮事項"
    HEARING = "hearing", "聴こえ"
    WHEELCHAIR = "wheelchair", "車いす"
    PICKUP = "pickup", "送迎"
    SEQUENCE = "sequence", "連番（取り込まない）"
    ORGANISATION = "organisation", "団体名"
    ORGANISATION_KANA = "organisation_kana", "団体名のふりがな"
    SHORT_NAME = "short_name", "略称"
    LEGAL_FORM = "legal_form", "法人格"
    OPERATOR = "operator", "運営法人"
    KIND = "kind", "団体種別"
    REPRESENTATIVE_TITLE = "representative_title", "代表者の職"
    REPRESENTATIVE = "representative_name", "代表者"
    DEPARTMENT = "department", "担当部署"
    WEBSITE = "website", "ウェブサイト"
    RESOURCE = "resource", "名称"
    RESOURCE_KANA = "resource_kana", "名称のふりがな"
    RESOURCE_KIND = "resource_kind", "社会資源の区分"
    RUN_BY = "run_by", "主体の団体"
    VENUE = "venue", "会場"
    LATITUDE = "latitude", "緯度"
    LONGITUDE = "longitude", "経度"
    OPENING = "opening", "開催日時"
    OPENING_WEEKDAYS = "opening_weekdays", "開催曜日"
    STARTS_AT = "starts_at", "開始時間"
    ENDS_AT = "ends_at", "終了時間"
    TARGET = "target", "対象"
    FEE = "fee", "参加費"
    CAPACITY = "capacity", "定員"
    APPLYING = "applying", "申込"
    CONTENT = "content", "内容"
    IGNORE = "ignore", "取り込まない"


APPLICATION = frozenset({Field.APPLIED_ON, Field.APPLIED_BY, Field.HEARD_FROM, Field.MOTIVE})
"""Fields of the application to a course; a list of people alone has no place for them."""

SEVERAL = frozenset({Field.NOTE, Field.IGNORE, Field.PHONE, Field.CONSIDERATION, Field.BUILDING})
"""Fields that more than one column may mean."""

NAMES = {
    Subject.PERSON: frozenset({Field.NAME, Field.FAMILY_NAME}),
    Subject.ORGANISATION: frozenset({Field.ORGANISATION}),
    Subject.RESOURCE: frozenset({Field.RESOURCE}),
}
"""One of these must be there, or the list says nothing about what is sought."""

_OF_ORGANISATIONS = (
    Field.ORGANISATION, Field.ORGANISATION_KANA, Field.SHORT_NAME, Field.LEGAL_FORM,
    Field.OPERATOR, Field.KIND, Field.REPRESENTATIVE_TITLE, Field.REPRESENTATIVE,
    Field.DEPARTMENT, Field.WEBSITE,
)  # fmt: skip
_OF_BOTH = (
    Field.POSTAL_CODE, Field.PREFECTURE, Field.CITY, Field.ADDRESS, Field.TOWN, Field.NUMBER,
    Field.BUILDING, Field.DISTRICT, Field.PHONE, Field.FAX, Field.EMAIL, Field.NOTE,
    Field.SEQUENCE,
)  # fmt: skip
_OF_RESOURCES = (
    Field.RESOURCE, Field.RESOURCE_KANA, Field.RESOURCE_KIND, Field.RUN_BY, Field.CONTENT,
    Field.OPENING, Field.OPENING_WEEKDAYS, Field.STARTS_AT, Field.ENDS_AT, Field.VENUE,
    Field.LATITUDE, Field.LONGITUDE, Field.TARGET, Field.FEE, Field.CAPACITY, Field.APPLYING,
    Field.REPRESENTATIVE, Field.WEBSITE,
)  # fmt: skip
TAKEN = {
    Subject.PERSON: tuple(
        field for field in Field if field not in {*_OF_ORGANISATIONS, *_OF_RESOURCES, Field.IGNORE}
    ),
    Subject.ORGANISATION: (*_OF_ORGANISATIONS, *_OF_BOTH),
    Subject.RESOURCE: (*_OF_RESOURCES, *_OF_BOTH),
}
"""What a column of a list of these can mean, in the order the wizard offers it."""
