"""How the sample's supporters are registered, and what becomes of them over the years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.person import ConsentDraft, ConsentItem, PersonId
from app.kernel.fiscal_year import FiscalYear
from app.office import queries as office
from app.sample.diary import Diary
from app.sample.helpers import Helper, invent_draft, invent_qualification, invent_skills
from app.supporters import commands, queries
from app.supporters.insurance import InsuranceDraft
from app.supporters.supporter import (
    Basis,
    CentreDraft,
    EndReason,
    InsurancePlan,
    SupporterDraft,
    SupporterState,
)
from app.training.sheet import SheetRow

_BY = "見本　担当"
_THROUGH = "函館市社会福祉協議会"
_PREMIUMS = {InsurancePlan.BASIC: 350, InsurancePlan.DISASTER: 500}
_LEADS = 4
_CONSENTING, _TO_CENTRE, _INSURED = 0.93, 0.35, 0.9
_REASONS = (EndReason.OWN_WISH, EndReason.HEALTH, EndReason.MOVED)


class Registrations:
    """The supporters of the sample; ``helpers`` are all there ever were.

    ``levels`` are keys, the lowest first; ``kinds`` are those of support by name.
    """

    def __init__(self, session: Session, random: Random, diary: Diary) -> None:
        self.helpers: list[Helper] = []
        self._random = random
        self._diary = diary
        self.levels = [row.id for row in queries.levels(session)]
        self.kinds = {row.name: row.id for row in queries.support_kinds(session)}
        self._districts = office.districts(session)
        self._names = {key: name for name, key in self.kinds.items()}

    def inherit(self, session: Session, people: Sequence[tuple[PersonId, str]], on: date) -> None:
        """Take over people whom another body registered years ago; their validity runs out."""
        for person, district in people:
            registered = on - timedelta(days=self._random.randint(430, 980))
            draft = SupporterDraft(basis=Basis.OTHER, note="前の受託者から引き継いだ登録。")
            key = commands.register(session, person, draft, on=registered)
            helper = Helper(key, person, district, answers=self._random.random() < 0.5)
            self._begin(session, helper, on)
            self._interview(helper, session, on)

    def enrol(self, rows: Sequence[SheetRow], completed_on: date, *, lead: bool) -> None:
        """Plan the registration of those who completed a course; ``lead`` raises their level."""
        wishing = [row for row in rows if self._random.random() < 0.85]
        day = completed_on + timedelta(days=self._random.randint(7, 14))
        self._diary.plan(day, partial(self._enrol, wishing, lead=lead))

    def plan_years(self, years: Sequence[FiscalYear]) -> None:
        """Plan what comes every year: expiry, the yearly confirmation, insurance, leaving."""
        for year in years:
            first = year.first_day
            self._diary.plan(first - timedelta(days=9), partial(self._insure_all, year))
            self._diary.plan(first, self._expire)
            for days in (20, 45):
                self._diary.plan(first + timedelta(days=days), partial(self._confirm, year))
            self._diary.plan(first + timedelta(days=195), self._review_levels)
            for days in range(30, 365, 45):
                self._diary.plan(first + timedelta(days=days), self._somebody_leaves)

    def _enrol(self, rows: Sequence[SheetRow], session: Session, on: date, *, lead: bool) -> None:
        known = {helper.person: helper for helper in self.helpers}
        new = [row for row in rows if row.person not in known]
        commands.register_completed(session, [row.enrollment for row in new], on=on)
        for row in new:
            key = queries.supporter_of(session, row.person)
            assert key is not None  # just registered
            helper = Helper(key, row.person, row.district)
            self._begin(session, helper, on)
            day = on + timedelta(days=self._random.randint(5, 25))
            self._diary.plan(day, partial(self._interview, helper))
        if lead:
            for row in rows:
                if (found := known.get(row.person)) is not None and found.is_here:
                    self._raise_level(session, found, on, _LEADS, "ステップアップ研修を修了")

    def _begin(self, session: Session, helper: Helper, on: date) -> None:
        self.helpers.append(helper)
        for item in (ConsentItem.TO_PLACES, ConsentItem.INSURANCE):
            if self._random.random() < _CONSENTING:
                contacts.give_consent(session, helper.person, ConsentDraft(item, on))
        if self._random.random() < _TO_CENTRE:
            consent = ConsentDraft(ConsentItem.TO_VOLUNTEER_CENTRE, on)
            contacts.give_consent(session, helper.person, consent)
            self._diary.plan(on + timedelta(days=3), partial(self._tell_centre, helper, on))

    def _interview(self, helper: Helper, session: Session, on: date) -> None:
        draft = queries.supporter_draft(session, helper.id)
        draft = invent_draft(self._random, draft, on, _BY)
        commands.change_supporter(session, helper.id, draft)
        skills = invent_skills(self._random, self.kinds)
        commands.set_skills(session, helper.id, skills)
        others = self._random.sample(self._districts, self._random.choice((0, 1, 2)))
        if others:
            own = [row for row in self._districts if row.name == helper.district]
            commands.set_districts(session, helper.id, {row.id for row in own + others})
        helper.kinds = frozenset(self._names[key] for key in skills)
        helper.has_car = any(one.value == "car" for one in draft.transport)
        self._raise_level(
            session, helper, on, self._random.choice((1, 1, 2, 2, 3)), "面談のうえ決めた"
        )
        if (held := invent_qualification(self._random, on)) is not None:
            commands.add_qualification(session, helper.id, held)
        self._insure(session, [helper], FiscalYear.of(on), on)

    def _raise_level(
        self, session: Session, helper: Helper, on: date, level: int, reason: str
    ) -> None:
        level = min(level, len(self.levels))
        if helper.level < level:
            helper.level = level
            key = self.levels[level - 1]
            commands.change_level(session, helper.id, key, on=on, decided_by=_BY, reason=reason)

    def _tell_centre(self, helper: Helper, wished_on: date, session: Session, on: date) -> None:
        """Pass a wish on to the volunteer centre, which takes a few weeks."""
        draft = CentreDraft(wished_on, on)
        commands.set_centre(session, helper.id, draft)
        registered = on + timedelta(days=self._random.randint(14, 40))
        number = f"函ボ{self._random.randint(1, 999):03d}"

        def finish(session: Session, day: date) -> None:
            done = CentreDraft(wished_on, on, day, number)
            commands.set_centre(session, helper.id, done)

        self._diary.plan(registered, finish)

    def _insure_all(self, year: FiscalYear, session: Session, on: date) -> None:
        here = [one for one in self.helpers if one.is_here and one.answers]
        self._insure(session, here, year, on)

    def _insure(
        self, session: Session, helpers: Sequence[Helper], year: FiscalYear, on: date
    ) -> None:
        """Insure most of these; their roster is handed in a little later."""
        plan = self._random.choice(list(_PREMIUMS))
        joining = [
            one
            for one in helpers
            if year.start not in one.insured and self._random.random() < _INSURED
        ]
        draft = InsuranceDraft(year.start, on, plan, _PREMIUMS[plan], _THROUGH)
        entries = commands.insure(session, [one.id for one in joining], draft)
        for one in joining:
            one.insured.add(year.start)

        def hand_in(session: Session, day: date) -> None:
            commands.hand_in(session, entries, day)

        self._diary.plan(on + timedelta(days=7), hand_in)

    def _expire(self, session: Session, on: date) -> None:
        ended = set(commands.expire(session, on))
        for one in self.helpers:
            one.is_here = one.is_here and one.id not in ended

    def _confirm(self, year: FiscalYear, session: Session, on: date) -> None:
        asked = [one for one in self.helpers if one.is_here and one.confirmed < year.start]
        said = [one for one in asked if one.answers and self._random.random() < 0.75]
        commands.confirm(session, [one.id for one in said], on=on)
        for one in said:
            one.confirmed = year.start

    def _review_levels(self, session: Session, on: date) -> None:
        for one in self.helpers:
            if one.is_here and one.busy and 0 < one.level < _LEADS - 1:
                self._raise_level(session, one, on, one.level + 1, "活動が続いているため")

    def _somebody_leaves(self, session: Session, on: date) -> None:
        """Let somebody without a place of activity pause or leave, now and then."""
        free = [one for one in self.helpers if one.is_here and one.level and not one.busy]
        if not free or self._random.random() > len(self.helpers) / 60:
            return
        helper, reason = self._random.choice(free), self._random.choice(_REASONS)
        helper.is_here = False
        if self._random.random() < 0.5:
            commands.change_state(
                session, helper.id, SupporterState.CANCELLED, on=on, reason=reason
            )
            return
        commands.change_state(session, helper.id, SupporterState.PAUSED, on=on, reason=reason)
        back = on + timedelta(days=self._random.randint(60, 150))
        self._diary.plan(back, partial(self._come_back, helper))

    def _come_back(self, helper: Helper, session: Session, on: date) -> None:
        commands.change_state(session, helper.id, SupporterState.REGISTERED, on=on)
        helper.is_here = True
