"""Every figure of every measure opens its rows, whatever it counts."""

from __future__ import annotations

from datetime import date, datetime

from app.gui.results.figure_rows import FigureListing
from app.kernel.figure import Counted
from app.local_resources.commands import add_resource
from app.local_resources.local_resource import LocalResourceDraft
from app.planning import queries
from app.planning.measure import MEASURES, MeasureKey
from app.storage.store import Store
from app.training import commands as training
from tests.conftest import Clock
from tests.reporting.issue_records import keep_issue, keep_survey
from tests.reporting.open_records import keep_open
from tests.reporting.records import keep_match

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)


def test_that_every_measure_opens_the_rows_it_counts(store: Store, clock: Clock) -> None:
    clock.now = datetime(2026, 7, 10, 9)
    store.do("種別", training.seed_kinds)
    store.do("社会資源", add_resource, LocalResourceDraft("みほんサロン"))
    for keep in (keep_match, keep_issue, keep_open, keep_survey):
        keep(store)
    counted: dict[MeasureKey, int] = {}
    opened: set[Counted] = set()
    for measure in MEASURES:
        figure = store.ask(queries.count, measure.key.value, FIRST, LAST)
        counted[measure.key] = figure.count
        listing = FigureListing(figure.of, figure.keys, LAST)
        keys = store.ask(listing.keys)
        rows = store.ask(listing.rows, keys)
        assert [rows[key].id for key in keys] == list(keys), measure
        assert all(rows[key].target.kind for key in keys)
        assert figure.amount is not None or len(keys) == figure.count, measure
        opened |= {figure.of} if keys else set()
    assert opened >= {
        *(Counted.LOG_ENTRY, Counted.MEETING, Counted.SESSION, Counted.ATTENDANCE),
        *(Counted.PERSON, Counted.SUPPORTER, Counted.REQUEST, Counted.MATCH, Counted.NEED),
        *(Counted.ACTIVITY, Counted.ISSUE, Counted.SURVEY, Counted.RESOURCE),
    }
    keys = MeasureKey
    assert (counted[keys.LOG_ENTRIES], counted[keys.LOG_PEOPLE]) == (1, 0)
    assert (counted[keys.FIRST_HELD], counted[keys.SECOND_HELD]) == (1, 0)
    assert (counted[keys.SESSIONS], counted[keys.TRAINEES], counted[keys.TRAINED]) == (1, 1, 1)
    assert (counted[keys.REGISTERED_NEW], counted[keys.REGISTERED]) == (1, 1)
    assert (counted[keys.AGREED], counted[keys.OCCASIONS], counted[keys.HELPERS]) == (1, 1, 1)
    assert counted[keys.ANSWER_SHEETS] == 1
