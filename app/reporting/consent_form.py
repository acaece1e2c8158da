"""同意書: every item somebody may consent to with a box to tick, for one person or blank.

For a person the boxes of what holds are ticked already, so the sheet also shows what is agreed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.card import one_line_address
from app.contacts.person import ConsentItem, PersonDraft, PersonId
from app.kernel.errors import Refusal
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields

COLUMNS = ("氏名", "ふりがな", "住所", "電話", "同意")
_TICKED, _OPEN = "☑", "□"
_EXPLAINED = {
    ConsentItem.PURPOSE: "連絡先、研修の申込みと出席、活動の調整、市への報告のために記録します。",
    ConsentItem.ROSTER: "研修や活動の名簿に、氏名と連絡先を載せます。",
    ConsentItem.TO_PLACES: "活動を引き受けたとき、活動先の担当者へ氏名と電話番号を伝えます。",
    ConsentItem.TO_CITY: "委託元の市へ、氏名の入った報告を提出します。",
    ConsentItem.TO_VOLUNTEER_CENTRE: "ボランティアセンターへの登録のために、氏名などを渡します。",
    ConsentItem.TO_SECOND_LAYER: "お住まいの圏域の地域包括支援センターへ、氏名と連絡先を伝えます。",
    ConsentItem.PUBLICITY: "広報紙やホームページに、写真や氏名を載せます。",
    ConsentItem.INSURANCE: "ボランティア活動保険の加入のために、氏名などを渡します。",
    ConsentItem.MAILINGS: "研修や催しの案内を、メール、LINE、郵送でお送りします。",
    ConsentItem.SENSITIVE: "聴こえ、車いす、送迎などの配慮のために、体の具合などを記録します。",
    ConsentItem.RETENTION: "決められた保存期間が過ぎたら消去します。",
}


def make(session: Session, request: Request) -> Content:
    """Return the form for a person, or a blank one where none is named."""
    draft, given = PersonDraft(honorific=""), frozenset[ConsentItem]()
    if request.person is not None:
        key = PersonId(request.person)
        found = contacts.drafts(session, [key])
        if key not in found:
            raise Refusal("この人は削除されています。")
        draft = found[key]
        given = frozenset(
            row.consent.item
            for row in contacts.consents(session, key)
            if row.consent.withdrawn_on is None
        )
    return Content(
        title=f"同意書　{draft.name}".strip("　"),
        fields={
            **office_fields(session, request.today),
            "氏名": draft.name,
            "ふりがな": draft.kana,
            "住所": one_line_address(draft),
            "電話": draft.phone or draft.mobile,
        },
        lists={
            "同意": [_line(place, one, given) for place, one in enumerate(ConsentItem, start=1)]
        },
        form="consent-form.xlsx",
        people=0 if request.person is None else 1,
        main_list="同意",
        columns=COLUMNS,
    )


def _line(place: int, item: ConsentItem, given: frozenset[ConsentItem]) -> dict[str, Any]:
    return {
        "No": place,
        "チェック": _TICKED if item in given else _OPEN,
        "項目": item.label,
        "説明": _EXPLAINED[item],
    }
