from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from app.daily_log.log_entry import Means, SupportSort
from app.daily_log.tallies import EntryFact, Tally, tally_all
from app.duties.crosswalk import Crosswalk, SchemeRow
from app.duties.duty import CategoryId, CategoryRow, DutyId, DutyListId, DutyRow, SchemeId
from app.kernel.resources import resources

OLD = DutyRow(DutyId(4), DutyListId(1), "②", "業務1", "", 2)
"""What is 業務1 now, in the list of the months before."""
DUTIES = [OLD] + [
    DutyRow(DutyId(n), DutyListId(2), "①②③"[n - 1], f"業務{n}", "", n) for n in (1, 2, 3)
]
CATEGORIES = tuple(CategoryRow(CategoryId(n), SchemeId(1), str(n), "", n) for n in (1, 2))
WALK = Crosswalk(
    (SchemeRow(SchemeId(1), "体系", CATEGORIES),),
    {(1, 1, None): CategoryId(1), (1, 1, 7): CategoryId(2), (2, 1, 8): CategoryId(2)},
)
FACTS = st.lists(
    st.builds(
        EntryFact,
        st.integers(1, 10_000),
        st.sampled_from([1, 2, 3, 4]),
        st.sampled_from([None, 7, 8, 9]),
        st.sampled_from(Means),
        st.sampled_from(SupportSort),
        st.sampled_from([None, 4, 5]),
        st.integers(0, 300),
        st.integers(0, 9),
        st.lists(st.integers(1, 5), max_size=3).map(tuple),
    ),
    max_size=30,
    unique_by=lambda one: one.key,
)


@given(FACTS)
def test_that_every_classification_adds_up_to_the_same_entries(facts: list[EntryFact]) -> None:
    found = tally_all(facts, DUTIES, WALK, [7, 8], [4])
    parts: list[list[Tally]] = [
        [one.tally for one in found.by_duty],
        [one.tally for one in found.by_means],
        *([one.tally for one in scheme.categories] for scheme in found.schemes),
        [one.tally for one in found.by_kind],
        [one.tally for one in found.by_district],
        [one.tally for one in found.by_support],
    ]
    keys = sorted(found.total.entries.keys)
    for part in parts:
        assert sorted(key for one in part for key in one.entries.keys) == keys
        for name in ("entries", "attendances", "minutes"):
            total = getattr(found.total, name).count
            assert sum(getattr(one, name).count for one in part) == total
    assert [one.duty for one in found.by_duty] == DUTIES[1:]
    for duty in found.by_duty:
        assert sum(one.count for one in duty.by_means) == duty.tally.entries.count
    named = {person for one in facts for person in one.people}
    assert found.total.people.count == len(named)


def test_that_the_kind_decides_where_a_duty_is_in_two_places() -> None:
    category = WALK.category
    scheme = SchemeId(1)
    assert [category(1, None, scheme).sign, category(1, 7, scheme).sign] == ["1", "2"]
    assert [category(2, 8, scheme).sign, category(2, None, scheme).name] == ["2", "未分類"]


def test_that_every_duty_of_a_new_office_has_a_place_in_every_scheme() -> None:
    data = tomllib.loads((resources() / "data" / "duties.toml").read_text("utf-8"))
    schemes = [one["name"] for one in data["scheme"]]
    kinds = (resources() / "data" / "activity_kinds.txt").read_text("utf-8").splitlines()
    plain = {
        (one["list"], one["duty"], one["scheme"]) for one in data["crossing"] if "kinds" not in one
    }
    wanted = {
        (every["name"], duty["sign"], scheme)
        for every in data["list"]
        for duty in every["duty"]
        for scheme in schemes
    }
    assert plain == wanted
    assert {kind for one in data["crossing"] for kind in one.get("kinds", [])} <= set(kinds)
