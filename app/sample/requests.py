"""Requests for help as they come to the sample office, and whom it asks for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationRow
from app.contacts.person import ContactWay, Sex
from app.kernel.wareki import WEEKDAYS
from app.local_resources.local_resource import LocalResourceId
from app.matching import commands
from app.matching.match_way import GOING_ON
from app.matching.request import RequestDraft, RequestId, Rhythm
from app.sample.asked import Help
from app.sample.diary import Diary, Plan
from app.sample.helpers import Helper, free_helpers
from app.sample.matches import Matches
from app.sample.names import invent_name
from app.sample.registrations import Registrations
from app.sample.request_patterns import REQUEST_PATTERNS, RequestPattern
from app.sample.resources import Place
from app.supporters.availability import PART_HOURS, week_of

_WAYS = (ContactWay.FAX, ContactWay.POST, ContactWay.PHONE)
_WITHDRAWN, _DIRECT, _HANDS = 0.05, 0.12, 0.25
"""How many requests are withdrawn, come from a place unasked, and find somebody eager."""
_IN_SEASON = 3
"""How much likelier it is what belongs to the season."""
_MOST_MORE = 4
"""After so many more than wanted were asked, the office asks nobody else."""
_NOTES = ("", "", "見学だけでもよい。", "雪の日は中止の連絡をする。", "昼食を用意する。")


@dataclass(frozen=True, slots=True)
class Area:
    """Who may ask: places that take supporters, and organisations by the name of their kind."""

    places: Sequence[Place]
    organisations: Mapping[str, Sequence[OrganisationRow]]


class Requests:
    """The requests of the sample."""

    def __init__(
        self,
        random: Random,
        diary: Diary,
        area: Area,
        registrations: Registrations,
        matches: Matches,
    ) -> None:
        self._random = random
        self._diary = diary
        self._area = area
        self._registrations = registrations
        self._matches = matches
        self._asked_for: set[LocalResourceId] = set()

    def plan_month(self, first: date, count: int) -> None:
        """Plan that many requests for a month, of the kinds that come in that season."""
        patterns = [one for one in REQUEST_PATTERNS if first.month in one.months]
        weights = [1 if len(one.months) == 12 else _IN_SEASON for one in patterns]
        for _ in range(count):
            day = first + timedelta(days=self._random.randint(0, 27))
            pattern = self._random.choices(patterns, weights)[0]
            if pattern.rhythm is Rhythm.REGULAR and self._random.random() < _DIRECT:
                self._diary.plan(day, partial(self._ask_for_place, pattern))
            else:
                self._diary.plan(day, partial(self.receive, pattern))

    def receive(self, pattern: RequestPattern, session: Session, on: date) -> None:
        """Take a request down, and plan to ask supporters a few days later."""
        found = self._who_asks(pattern)
        if found is None:
            return
        place, asker = found
        help_ = self._help(pattern, on, place, asker)
        help_.request = commands.add_request(session, self._draft(help_, place, asker, on))
        if self._random.random() < _WITHDRAWN:
            self._later(on, (3, 8), partial(self._withdraw, help_))
            return
        self._raise_hands(help_, session, on)
        self._later(on, (1, 5), partial(self._ask, help_))
        if help_.is_once:
            self._diary.plan(help_.starts_on + timedelta(days=6), partial(self._finish, help_))

    def _ask_for_place(self, pattern: RequestPattern, session: Session, on: date) -> None:
        """Ask supporters for a place that wants some, without a request: once for each place."""
        places = [
            one
            for one in self._area.places
            if one.kind in pattern.places and one.id not in self._asked_for
        ]
        if places:
            place = self._random.choice(places)
            self._asked_for.add(place.id)
            self._ask(self._help(pattern, on, place, None), session, on)

    def _who_asks(
        self, pattern: RequestPattern
    ) -> tuple[Place | None, OrganisationRow | None] | None:
        places = [one for one in self._area.places if one.kind in pattern.places]
        if places:
            return self._random.choice(places), None
        askers = [row for kind in pattern.askers for row in self._area.organisations.get(kind, ())]
        return (None, self._random.choice(askers)) if askers else None

    def _help(
        self,
        pattern: RequestPattern,
        on: date,
        place: Place | None,
        asker: OrganisationRow | None,
    ) -> Help:
        is_once = pattern.rhythm is Rhythm.ONCE
        starts_on = on + timedelta(days=self._random.randint(*((35, 55) if is_once else (14, 35))))
        if is_once:
            starts_on += timedelta(days=5 - starts_on.weekday() % 7)
        return Help(
            pattern,
            request=None,
            place=None if place is None else place.id,
            district=place.district if place is not None else asker.district if asker else "",
            wanted=self._random.randint(*pattern.people),
            starts_on=starts_on,
            weekday=self._random.randint(0, 4),
            weeks=self._random.choice(((1, 3), (2, 4), (2, 4), (1, 2, 3, 4, 5))),
        )

    def _draft(
        self, help_: Help, place: Place | None, asker: OrganisationRow | None, on: date
    ) -> RequestDraft:
        pattern, random = help_.pattern, self._random
        contact = invent_name(random, random.choice(list(Sex)[:2]))
        level = self._registrations.levels[pattern.level - 1] if random.random() < 0.6 else None
        return replace(
            self._when(help_, on),
            received_by=random.choices(_WAYS, (60, 15, 25))[0],
            organisation_id=asker.id if asker else place.draft.organisation_id if place else None,
            contact_name=f"{contact.family}　{contact.given}",
            contact_phone=f"0138-00-{random.randint(0, 9999):04d}",
            local_resource_id=help_.place,
            title=pattern.title,
            content=pattern.content,
            kinds=tuple(self._registrations.kinds[name] for name in pattern.kinds),
            venue=place.draft.venue if place else f"{asker.name}の会館" if asker else "",
            car_needed=pattern.car,
            people_wanted=help_.wanted,
            level_id=level,
            bring=pattern.bring,
            costs=random.choice(("なし", "バス代を支給", "なし")),
            insurance="ボランティア活動保険",
            meeting_wanted=random.random() < 0.8,
            note=random.choice(_NOTES),
        )

    def _when(self, help_: Help, on: date) -> RequestDraft:
        pattern = help_.pattern
        draft = RequestDraft(
            received_on=on,
            rhythm=pattern.rhythm,
            starts_at=pattern.starts_at,
            ends_at=pattern.ends_at,
            starts_on=help_.starts_on,
            due_on=on + timedelta(days=14),
        )
        if help_.is_once:
            return replace(draft, on_day=help_.starts_on, ends_on=help_.starts_on)
        part = next(one for one, (_, last) in PART_HOURS.items() if pattern.starts_at < last)
        weeks = "毎週" if len(help_.weeks) > 2 else f"第{'・'.join(map(str, help_.weeks))}"
        return replace(
            draft,
            week=week_of([(help_.weekday, part)]),
            times_a_month=min(4, len(help_.weeks)),
            schedule=f"{weeks}{WEEKDAYS[help_.weekday]}曜",
        )

    def _raise_hands(self, help_: Help, session: Session, on: date) -> None:
        """Let one or two supporters offer themselves, for one request in four."""
        if self._random.random() < _HANDS:
            found = self._candidates(help_)[: self._random.randint(1, 2)]
            for helper in found:
                commands.raise_hand(
                    session, self._key(help_), helper.id, on=on, note="窓口で聞いて希望"
                )
            help_.hands.extend(found)

    def _ask(self, help_: Help, session: Session, on: date) -> None:
        """Ask as many as are still wanted; whoever raised a hand first."""
        lacking = help_.wanted - len(help_.open)
        if help_.is_over or lacking <= 0 or len(help_.asked) >= help_.wanted + _MOST_MORE:
            return
        if help_.is_once and on >= help_.starts_on:
            return
        known = {one.helper for one in help_.asked}
        hands = [one for one in help_.hands if one not in known and one.is_here]
        others = [one for one in self._candidates(help_) if one not in known | set(hands)]
        chosen = [*hands, *others][:lacking]
        if chosen:
            self._matches.ask(help_, chosen, session, on, partial(self._ask, help_))

    def _candidates(self, help_: Help) -> list[Helper]:
        pattern = help_.pattern
        return free_helpers(
            self._random,
            self._registrations.helpers,
            pattern.kinds,
            pattern.level,
            help_.district,
        )

    def _withdraw(self, help_: Help, session: Session, on: date) -> None:
        commands.withdraw_request(session, self._key(help_), on=on, note="行事を取りやめたため。")
        self._matches.let_off(help_)

    def _finish(self, help_: Help, session: Session, on: date) -> None:
        """Close a request for a day that is past."""
        going_on = [one for one in help_.open if one.state in GOING_ON]
        if not help_.is_over and not going_on:
            commands.close_request(session, self._key(help_), on=on)
            self._matches.let_off(help_)

    @staticmethod
    def _key(help_: Help) -> RequestId:
        assert help_.request is not None  # asked for by a request
        return help_.request

    def _later(self, on: date, days: tuple[int, int], what: Plan) -> None:
        self._diary.plan(on + timedelta(days=self._random.randint(*days)), what)
