"""How the sample's matches go: asked, answered, met, agreed, active, and over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.matching import commands
from app.matching.match import (
    ActivityDraft,
    Answer,
    IncidentDraft,
    IncidentKind,
    MatchDraft,
    MatchId,
    MatchState,
)
from app.matching.match_way import a_month_after
from app.matching.slip_checks import next_month
from app.sample.asked import Asked, Help
from app.sample.diary import Diary, Plan
from app.sample.helpers import Helper

_ANSWERS = {
    Answer.ACCEPTED: 66,
    Answer.DECLINED: 20,
    Answer.PENDING: 7,
    Answer.NONE: 7,
}
_DECLINED = (
    "その日は通院の予定がある。", "家族の介護があり、今は難しい。", "冬のあいだは控えたい。",
    "ほかの活動と重なる。", "遠くて通えない。",
)  # fmt: skip
_FAILED = ("曜日が合わなかった。", "思っていた内容と違った。", "活動の場の都合で見送り。")
_ENDED = ("期間が終わったため", "本人の体調のため", "家庭の事情のため", "人数が足りたため")
_WORDS = ("喜んでもらえた。続けたい。", "少し疲れたが楽しかった。", "道具の置き場がわかりにくい。")
_THANKS = ("助かっている。", "参加者の名前をよく覚えてくれる。", "もう一人いると心強い。")
_INCIDENTS = (
    (IncidentKind.NEAR_MISS, "凍った歩道で足を滑らせた。けがはない。", "滑り止めを貸し出した。"),
    (IncidentKind.DAMAGE, "湯のみを割った。", "保険の対象か確かめ、おわびをした。"),
    (IncidentKind.INJURY, "机を運んでいて指をはさんだ。", "受診に付き添い、保険の手続きをした。"),
    (IncidentKind.COMPLAINT, "声が大きいと言われた。", "活動の場の担当者と話し合った。"),
)
_WITHOUT_MEETING, _FAILS, _SLIP_MISSING, _SLIP_LATE = 0.3, 0.08, 0.05, 0.15
_FOLLOWED_UP = 0.85


class Matches:
    """The matches of the sample.  ``ask_others`` is what is done when somebody says no."""

    def __init__(self, random: Random, diary: Diary) -> None:
        self._random = random
        self._diary = diary
        self._started: list[Asked] = []

    def ask(
        self,
        help_: Help,
        helpers: Sequence[Helper],
        session: Session,
        on: date,
        ask_others: Plan,
    ) -> None:
        """Ask these supporters; ``ask_others`` is done when one of them says no."""
        keys = commands.propose(
            session,
            [one.id for one in helpers],
            request=help_.request,
            resource=help_.place if help_.request is None else None,
            on=on,
        )
        for key, helper in zip(keys, helpers, strict=True):
            asked = Asked(key, helper, help_, MatchState.ASKING, MatchDraft())
            help_.asked.append(asked)
            helper.busy += 1
            self._later(on, (0, 4), partial(self._answer, asked, ask_others))

    def plan_month(self, month: date, incidents: float) -> None:
        """Plan that slips of a month come in early in the next one, and what goes wrong."""
        late = next_month(month) + timedelta(days=9)
        self._diary.plan(next_month(month) + timedelta(days=3), partial(self._slips, month, late))
        if self._random.random() < incidents:
            day = month + timedelta(days=self._random.randint(5, 24))
            self._diary.plan(day, self._incident)

    def let_off(self, help_: Help) -> None:
        """Remember that a request was closed, and with it whatever was not agreed yet."""
        help_.is_over = True
        for one in help_.open:
            self._over(one, MatchState.CANCELLED)

    def _answer(
        self,
        one: Asked,
        ask_others: Plan,
        session: Session,
        on: date,
    ) -> None:
        if one.state is not MatchState.ASKING:
            return
        given = self._random.choices(list(_ANSWERS), list(_ANSWERS.values()))[0]
        reason = self._random.choice(_DECLINED) if given is Answer.DECLINED else ""
        commands.answer(session, one.id, given, on=on, reason=reason)
        one.draft = replace(one.draft, answer=given, answered_on=on, decline_reason=reason)
        if given is Answer.ACCEPTED:
            one.state = MatchState.ARRANGING
            is_known = self._random.random() < _WITHOUT_MEETING
            self._later(on, (3, 9), partial(self._agree if is_known else self._meet, one))
        elif given is Answer.PENDING:
            self._later(on, (4, 7), partial(self._answer, one, ask_others))
        else:
            if given is Answer.NONE:
                commands.step(
                    session, one.id, MatchState.FAILED, on=on, note="何度かけても返事がない。"
                )
            self._over(one, MatchState.FAILED)
            self._diary.plan(on + timedelta(days=1), ask_others)

    def _meet(self, one: Asked, session: Session, on: date) -> None:
        if one.state is not MatchState.ARRANGING:
            return
        commands.step(session, one.id, MatchState.MEETING, on=on)
        one.state = MatchState.MEETING
        one.draft = replace(one.draft, meeting_on=on)
        self._later(on, (0, 3), partial(self._agree, one))

    def _agree(self, one: Asked, session: Session, on: date) -> None:
        if one.state not in (MatchState.ARRANGING, MatchState.MEETING):
            return
        if one.help.is_once and on >= one.help.starts_on:
            self._give_up(one, MatchState.CANCELLED, "行事の日に間に合わなかった。", session, on)
        elif self._random.random() < _FAILS:
            reason = self._random.choice(_FAILED)
            self._give_up(one, MatchState.FAILED, reason, session, on)
        else:
            commands.step(session, one.id, MatchState.AGREED, on=on)
            one.state = MatchState.AGREED
            one.draft = replace(one.draft, agreed_on=on)
            self._diary.plan(max(on, one.help.starts_on), partial(self._begin, one))

    def _give_up(
        self, one: Asked, state: MatchState, reason: str, session: Session, on: date
    ) -> None:
        commands.step(session, one.id, state, on=on, note=reason)
        self._over(one, state)

    def _begin(self, one: Asked, session: Session, on: date) -> None:
        day = one.help.starts_on if one.help.is_once else on
        commands.step(session, one.id, MatchState.ACTIVE, on=day)
        one.state = MatchState.ACTIVE
        one.draft = replace(one.draft, starts_on=day, follow_up_on=a_month_after(day))
        self._started.append(one)
        if one.help.is_once:
            self._later(on, (1, 3), partial(self._end, one))
            return
        months = self._random.randint(*one.help.pattern.lasts)
        self._later(on, (30 * months, 30 * months + 20), partial(self._end, one))
        if self._random.random() < _FOLLOWED_UP:
            self._later(on, (31, 45), partial(self._follow_up, one))

    def _follow_up(self, one: Asked, session: Session, on: date) -> None:
        if one.state is MatchState.ACTIVE:
            again = on + timedelta(days=180) if self._random.random() < 0.6 else None
            words = self._random.choice(_WORDS)
            one.draft = replace(one.draft, supporter_words=words, follow_up_on=again)
            commands.change_match(session, one.id, one.draft)

    def _end(self, one: Asked, session: Session, on: date) -> None:
        day = one.help.starts_on if one.help.is_once else on
        reason = _ENDED[0] if one.help.is_once else self._random.choice(_ENDED)
        commands.step(session, one.id, MatchState.ENDED, on=day, note=reason)
        one.draft = replace(
            one.draft,
            ends_on=day,
            end_reason=reason,
            follow_up_on=None,
            supporter_words=self._random.choice(_WORDS),
            place_words=self._random.choice(_THANKS),
            satisfaction=self._random.choice((3, 4, 4, 5, 5)),
        )
        commands.change_match(session, one.id, one.draft)
        self._over(one, MatchState.ENDED)
        help_ = one.help
        if help_.request is not None and not help_.open and not help_.is_over:
            commands.close_request(session, help_.request, on=on)
            self.let_off(help_)

    def _slips(self, month: date, late: date, session: Session, on: date) -> None:
        """Take in the slips of a month; a few come late, a few never."""
        early: dict[MatchId, Sequence[ActivityDraft]] = {}
        behind: dict[MatchId, Sequence[ActivityDraft]] = {}
        for one in self._started:
            lines = one.slip(self._random, month)
            chance = self._random.random()
            if lines is not None and chance > _SLIP_MISSING:
                (behind if chance < _SLIP_MISSING + _SLIP_LATE else early)[one.id] = lines
        self._take(month, early, session, on)
        self._diary.plan(late, partial(self._take, month, behind))

    @staticmethod
    def _take(
        month: date,
        slips: Mapping[MatchId, Sequence[ActivityDraft]],
        session: Session,
        on: date,
    ) -> None:
        for match, lines in slips.items():
            commands.keep_slip(session, match, month, lines, received_on=on)

    def _incident(self, session: Session, on: date) -> None:
        active = [one for one in self._started if one.state is MatchState.ACTIVE]
        if not active:
            return
        one = self._random.choice(active)
        kind, content, response = self._random.choice(_INCIDENTS)
        draft = IncidentDraft(on, kind, content, response, reported_on=on)
        key = commands.add_incident(session, one.id, draft)

        def close(session: Session, day: date) -> None:
            commands.change_incident(session, key, replace(draft, closed_on=day))

        self._later(on, (14, 40), close)

    def _over(self, one: Asked, state: MatchState) -> None:
        one.state = state
        one.helper.busy -= 1

    def _later(self, on: date, days: tuple[int, int], what: Plan) -> None:
        self._diary.plan(on + timedelta(days=self._random.randint(*days)), what)
