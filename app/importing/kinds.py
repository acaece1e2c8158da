"""The kinds of organisations (団体種別) that lists name, in their many words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.kernel.folding import fold

_WORDS = (
    (r"地域包括", "地域包括支援センター（福祉拠点）"),
    (r"病院|診療所|医院|クリニック|薬局|歯科", "医療機関・薬局"),
    (r"町会連合", "町会連合会"),
    (r"町会|町内会|自治会", "町会"),
    (r"老人クラブ", "老人クラブ"),
    (r"障害|障がい|就労継続|就労移行|児童発達|放課後等?デイ", "障がい福祉事業所"),
    (
        r"介護|特別養護|グループホーム|デイサービス|居宅支援|小規模多機能|認知症対応|養護老人",
        "介護サービス事業所",
    ),
    (r"保育|子育て|児童センター|こども園|幼稚園", "保育・子育て支援"),
    (r"学校|大学", "学校・大学"),
    (r"npo|ボランティア|特定非営利", "NPO・ボランティア団体"),
    (r"民生委員|民児協", "民生委員・児童委員（地区民児協）"),
    (r"サロン|通いの場", "通いの場・サロン（任意団体）"),
    (r"銀行|信用金庫|郵便局", "金融機関・郵便局"),
    (r"警察|消防", "警察・消防"),
    (r"新聞|放送|テレビ", "報道"),
)


class KindNames:
    """Looks up the kinds of the office by name, and by what lists call them."""

    def __init__(self, kinds: Mapping[str, int]) -> None:
        self._kinds = {fold(name): key for name, key in kinds.items()}
        self._names = {key: name for name, key in kinds.items()}

    def named(self, text: str) -> int | None:
        """Return the kind of exactly this name."""
        return self._kinds.get(fold(text)) if text else None

    def said_of(self, text: str, kind: int | None) -> str:
        """Return what is said of a kind the office does not call so."""
        if kind is None:
            return f"種別「{text}」は一覧にないため、備考に残します"
        return f"種別「{text}」は「{self._names[kind]}」とし、元の記載を備考に残します"

    def said_by(self, *texts: str) -> int | None:
        """Return the kind the first telling text says, if the office has it."""
        for text in texts:
            for pattern, name in _WORDS:
                if re.search(pattern, text.lower()):
                    return self._kinds.get(fold(name))
        return None
