"""Needs people spoke of at the sample office, nobody's name among them, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationRow
from app.contacts.person import ContactWay
from app.kernel.ages import AGE_BANDS
from app.matching import commands
from app.matching.need import (
    Coping,
    Handling,
    HouseholdKind,
    NeedDraft,
    NeedId,
    NeedWay,
    Route,
    Urgency,
)
from app.matching.request import RequestDraft
from app.sample.diary import Diary
from app.sample.districts import towns_of_sample

_ALL_YEAR = tuple(range(1, 13))
_NEEDS: tuple[tuple[str, tuple[str, ...], tuple[int, ...]], ...] = (
    ("玄関から道路までの雪かきができない。", ("除雪・雪かき",), (11, 12, 1, 2)),
    ("屋根の雪が心配で眠れない。", ("除雪・雪かき", "その他"), (12, 1, 2)),
    ("灯油をストーブまで運べない。", ("灯油の給油・運搬",), (11, 12, 1, 2, 3)),
    ("ごみ置き場までごみを運べない。", ("ゴミ出し",), _ALL_YEAR),
    ("店が閉まり、歩いて買い物に行けなくなった。", ("買い物代行", "買い物同行"), _ALL_YEAR),
    ("話し相手がなく、一日誰とも話さない。", ("話し相手・傾聴",), _ALL_YEAR),
    ("通院の付き添いがほしい。", ("通院・外出同行",), _ALL_YEAR),
    ("庭の草が伸び、隣から言われた。", ("庭の手入れ・草取り",), (6, 7, 8, 9)),
    ("電球の交換ができない。", ("簡単な修繕・電球交換",), _ALL_YEAR),
    ("役所からの書類の書き方がわからない。", ("書類・代筆・代読",), _ALL_YEAR),
    ("スマートフォンの使い方を教えてほしい。", ("スマホ・パソコン",), _ALL_YEAR),
    ("冬物の出し入れと家具の移動を頼みたい。", ("衣替え・家具移動",), (4, 5, 10, 11)),
    ("集まれる場所が近くにほしい。", ("サロン・通いの場の運営補助",), _ALL_YEAR),
)
_CENTRES = "地域包括支援センター（福祉拠点）"
_RESULTS = (
    "担当の方が訪ね、支援が始まった。", "サービスの利用につながった。",
    "家族が手伝うことになった。", "本人が様子を見たいとのこと。",
)  # fmt: skip
_TO_REQUEST = 0.08


class Needs:
    """The needs of the sample."""

    def __init__(
        self,
        random: Random,
        diary: Diary,
        kinds: Mapping[str, int],
        organisations: Mapping[str, Sequence[OrganisationRow]],
    ) -> None:
        self._random = random
        self._diary = diary
        self._kinds = kinds
        self._organisations = organisations

    def plan_month(self, first: date, count: int) -> None:
        """Plan that many needs for a month, of the kinds that come in that season."""
        for _ in range(count):
            content, kinds, _ = self._random.choice(
                [one for one in _NEEDS if first.month in one[2]]
            )
            day = first + timedelta(days=self._random.randint(0, 27))
            self._diary.plan(day, partial(self._receive, content, kinds))

    def _receive(self, content: str, kinds: Sequence[str], session: Session, on: date) -> None:
        handling = self._random.choices(
            (Handling.OPEN, Handling.INFORMED, Handling.INTRODUCED, Handling.ISSUE),
            (70, 12, 12, 6),
        )[0]
        random = self._random
        draft = NeedDraft(
            received_on=on,
            route=random.choice(list(Route)),
            way=random.choices(list(NeedWay), (55, 15, 15, 10, 5))[0],
            age_band=random.choice(AGE_BANDS[5:10]),
            household=random.choice(list(HouseholdKind)[:4]),
            town=f"函館市{random.choice(towns_of_sample())}",
            kinds=tuple(self._kinds[name] for name in kinds),
            content=content,
            urgency=random.choices(list(Urgency), (70, 22, 8))[0],
            coping=random.choice((None, *Coping)),
            handling=handling,
        )
        key = commands.add_need(session, draft)
        if handling is Handling.OPEN:
            self._settle(key, draft, on)

    def _settle(self, key: NeedId, draft: NeedDraft, on: date) -> None:
        """Plan to hand a need on, or to make a request out of it; a few stay open."""
        day = on + timedelta(days=self._random.randint(0, 10))
        chance = self._random.random()
        if chance < _TO_REQUEST:
            self._diary.plan(day, partial(self._make_request, key, draft))
        elif chance < 0.92:
            self._diary.plan(day, partial(self._hand_on, key))

    def _hand_on(self, key: NeedId, session: Session, on: date) -> None:
        centres = self._organisations.get(_CENTRES, ())
        check_on = on + timedelta(days=self._random.choice((14, 30, 30)))
        if centres and self._random.random() < 0.75:
            centre = self._random.choice(centres)
            commands.hand_on(session, key, on=on, organisation=centre.id, check_on=check_on)
        else:
            to = self._random.choice(("市の福祉除雪サービス", "見本シルバー人材センター"))
            commands.hand_on(session, key, on=on, to=to, check_on=check_on)
        if self._random.random() < 0.9:
            self._diary.plan(check_on, partial(self._check, key))

    def _check(self, key: NeedId, session: Session, on: date) -> None:
        result = self._random.choice(_RESULTS)
        commands.check_need(session, key, on=on, result=result, closed=result != _RESULTS[-1])

    def _make_request(self, key: NeedId, draft: NeedDraft, session: Session, on: date) -> None:
        """Let the neighbourhood of somebody in need ask in its own name, and help itself later."""
        askers = self._organisations.get("町会", ())
        if not askers:
            return
        asker = self._random.choice(askers)
        asked = RequestDraft(
            received_on=on,
            received_by=ContactWay.PHONE,
            organisation_id=asker.id,
            contact_name=asker.representative,
            title=f"{draft.content.removesuffix('。')[:30]}方への手伝い",
            content=draft.content,
            kinds=draft.kinds,
            address_town=draft.town,
        )
        request = commands.need_to_request(session, key, asked)

        def close(session: Session, day: date) -> None:
            commands.close_request(session, request, on=day)

        self._diary.plan(on + timedelta(days=self._random.randint(20, 40)), close)
