"""Whatever is merged, worked on and taken apart: in the end each has what was given to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.person import ConsentDraft, ConsentItem, PersonId
from app.duplicates import commands
from app.duplicates.choosing import chosen_from
from app.kernel.errors import Refusal
from app.training import commands as training
from app.training import queries as training_queries
from app.training.course import ApplicationDraft, CourseDraft, CourseId
from tests.duplicates.desk import Desk

DAY = date(2026, 5, 11)
PEOPLE = 4
WHO = st.integers(0, PEOPLE - 1)
STEP = st.one_of(
    st.tuples(st.sampled_from(["consent", "tag", "edit", "enrol"]), WHO, st.integers(0, 1)),
    st.tuples(st.sampled_from(["merge", "merge", "back"]), WHO, WHO),
)
NUMBERS = count(1)


@dataclass
class History:
    """What was given to whom by hand, beside the office that it was done in."""

    desk: Desk
    people: list[PersonId]
    tags: list[int]
    course: CourseId
    consents: dict[int, set[str]] = field(default_factory=dict)
    tagged: dict[int, set[int]] = field(default_factory=dict)
    mobiles: dict[int, str] = field(default_factory=dict)
    enrolled: set[int] = field(default_factory=set)
    into: dict[int, int] = field(default_factory=dict)
    merges: list[tuple[int, int]] = field(default_factory=list)
    """Key of a merge and who was merged, oldest first; those that stand."""

    def group(self, who: int) -> set[int]:
        """Return everybody who was merged into somebody, by however many steps."""
        group = {who}
        while more := {one for one, kept in self.into.items() if kept in group} - group:
            group |= more
        return group

    def step(self, what: str, who: int, other: int) -> None:
        """Do one step; what is refused leaves everything as it was."""
        if what == "back":
            self.back(self.merges[other % len(self.merges)] if self.merges else None)
        elif who not in self.into:
            getattr(self, what)(who, other)

    def consent(self, who: int, _other: int) -> None:
        note = f"第{next(NUMBERS)}"
        draft = ConsentDraft(ConsentItem.PURPOSE, DAY, note=note)
        self.desk.do(contacts.give_consent, self.people[who], draft)
        self.consents.setdefault(who, set()).add(note)

    def tag(self, who: int, which: int) -> None:
        self.desk.do(contacts.tag, self.tags[which], people=[self.people[who]])
        if not any(which in self.tagged.get(one, ()) for one in self.group(who)):
            self.tagged.setdefault(who, set()).add(which)

    def edit(self, who: int, _other: int) -> None:
        person = self.people[who]
        mobile = f"090-0000-{next(NUMBERS):04d}"
        self.desk.do(
            contacts.change_person, person, replace(self.desk.draft(person), mobile=mobile)
        )
        self.mobiles[who] = mobile

    def enrol(self, who: int, _other: int) -> None:
        draft = ApplicationDraft(applied_on=DAY)
        try:
            self.desk.do(training.apply_for, self.course, self.people[who], draft)
        except Refusal:
            assert self.group(who) & self.enrolled
        else:
            self.enrolled.add(who)

    def merge(self, who: int, other: int) -> None:
        if who == other or other in self.into:
            return
        kept, merged = self.people[who], self.people[other]
        taken = ["mobile"] if self.desk.draft(merged).mobile else []
        values = chosen_from(self.desk.draft(kept), self.desk.draft(merged), taken)
        key = self.desk.do(commands.merge, Subject.PERSON, kept, merged, values)
        self.merges.append((key, other))
        self.into[other] = who

    def back(self, merge: tuple[int, int] | None) -> None:
        if merge is None:
            return
        try:
            self.desk.do(commands.take_back, merge[0])
        except Refusal:
            assert merge != self.merges[-1], "the newest merge can always be taken back"
        else:
            self.merges.remove(merge)
            del self.into[merge[1]]

    def check(self) -> None:
        """See that with no merge left everybody has what was given to them, and no more."""
        place = {person: who for who, person in enumerate(self.people)}
        consents = [
            (place[row[1]], row[-1]) for row in self.desk.rows("consent") if row[1] in place
        ]
        assert sorted(consents) == sorted(
            (who, note) for who, notes in self.consents.items() for note in notes
        )
        tagged = [row for row in self.desk.rows("tagging") if row[2] in place]
        assert sorted((place[row[2]], self.tags.index(row[1])) for row in tagged) == sorted(
            (who, which) for who, tags in self.tagged.items() for which in tags
        )
        enrolled = [place[row[2]] for row in self.desk.rows("enrollment") if row[2] in place]
        assert sorted(enrolled) == sorted(self.enrolled)
        for who, person in enumerate(self.people):
            assert self.desk.draft(person).mobile == self.mobiles.get(who, "")


def begin(desk: Desk) -> History:
    number = next(NUMBERS)
    people = [desk.person("佐藤", f"{number}の{who}") for who in range(PEOPLE)]
    tags = [desk.do(contacts.add_tag, f"{number}の{which}") for which in range(2)]
    if not desk.ask(training_queries.kinds):
        desk.do(training.seed_kinds)
        kind = desk.ask(training_queries.kinds)[0]
        desk.do(training.open_course, CourseDraft(kind_id=kind.id, fiscal_year=2026))
    course = CourseId(desk.rows("course")[0][0])
    return History(desk, people, tags, course)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(steps=[("tag", 0, 1), ("tag", 1, 1), ("merge", 0, 1), ("tag", 0, 0)])  # a number reused
@given(steps=st.lists(STEP, min_size=4, max_size=14))
def test_that_everybody_gets_back_what_was_theirs(
    desk: Desk, steps: list[tuple[str, int, int]]
) -> None:
    history = begin(desk)
    for what, who, other in steps:
        history.step(what, who, other)
    while history.merges:
        history.back(history.merges[-1])
    history.check()
