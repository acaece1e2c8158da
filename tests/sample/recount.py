"""The figures of supporters and matching, counted anew from bare rows as a dump holds them.

Written for the tests alone: nothing here is shared with the code that makes the documents.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]
Span = tuple[str, str]
BANDS = [
    (30, "20代以下"), (40, "30代"), (50, "40代"), (60, "50代"), (65, "60～64歳"), (70, "65～69歳"),
    (75, "70～74歳"), (80, "75～79歳"), (85, "80～84歳"), (999, "85歳以上"),
]  # fmt: skip


def months_of(year: int) -> list[Span]:
    """Return the first and last days of the months of a fiscal year, as they are stored."""
    months = [(year, month) for month in range(4, 13)] + [(year + 1, month) for month in (1, 2, 3)]
    return [(f"{y}-{m:02d}-01", f"{y}-{m:02d}-{monthrange(y, m)[1]}") for y, m in months]


class Recount:
    """Figures counted from the records of a dump; days are texts, as they are stored."""

    def __init__(self, records: Iterable[Row]) -> None:
        self.tables: dict[str, dict[int, Row]] = {}
        for record in records:
            self.tables.setdefault(record["table"], {})[record["id"]] = record
        self.requests = self._live("help_request")
        self.matches = [
            one
            for one in self._live("match").values()
            if one["request_id"] is None or one["request_id"] in self.requests
        ]
        self.steps: dict[int, list[Row]] = {}
        for one in sorted(self._all("match_step"), key=lambda row: (row["starts_on"], row["id"])):
            self.steps.setdefault(one["match_id"], []).append(one)
        by_key = {one["id"]: one for one in self.matches}
        self.lines = []
        for line in self._all("activity"):
            slip = self.tables["activity_slip"][line["slip_id"]]
            if slip["match_id"] in by_key:
                self.lines.append((slip["month"], by_key[slip["match_id"]], line))

    # --- matching ---------------------------------------------------------------------------

    def period(self, first: str, last: str) -> dict[str, int]:
        """Return a column of the table by month."""
        done = [one for one in self.lines if first <= one[0] <= last]
        spots: dict[Any, Counter[int]] = {}
        for _, match, line in done:
            spot = (self._place(match), line["on_day"] or line["id"])
            spots.setdefault(spot, Counter())[match["id"]] += line["times"]
        return {
            "希望票受付": sum(
                first <= one["received_on"] <= last for one in self.requests.values()
            ),
            "打診": self._reached("asking", first, last),
            "成立": self._reached("agreed", first, last),
            "不成立": self._reached("failed", first, last),
            "活動中": sum(self._state(one, last) == "active" for one in self.matches),
            "終了": self._reached("ended", first, last),
            "活動延べ回数": sum(max(counted.values()) for counted in spots.values()),
            "活動延べ人数": sum(line["times"] for _, _, line in done),
            "活動実人数": len({self._person(match) for _, match, _ in done}),
            "活動分数": sum(line["minutes"] for _, _, line in done),
        }

    def crossed(self, first: str, last: str) -> dict[str, Counter[tuple[str, str]]]:
        """Return the three tables of kind by district."""
        received: Counter[tuple[str, str]] = Counter()
        for one in self.requests.values():
            if first <= one["received_on"] <= last:
                received[self.kind(one["id"]), self._name("district", one["district_id"])] += 1
        agreed: Counter[tuple[str, str]] = Counter()
        for match in self.matches:
            if self._has(match, "agreed", first, last):
                agreed[self.kind(match["request_id"]), self.district(match)] += 1
        attended: Counter[tuple[str, str]] = Counter()
        for month, match, line in self.lines:
            if first <= month <= last:
                own = line["kind_id"]
                kind = self._name("support_kind", own) if own else self.kind(match["request_id"])
                attended[kind, self.district(match)] += line["times"]
        return {
            "受付の区分別": received, "成立の区分別": agreed, "延べ人数の区分別": attended,
        }  # fmt: skip

    def levels(self, first: str, last: str) -> dict[str, tuple[int, int, int, int, int, str]]:
        """Return, by level, 打診, 成立, 活動中, 延べ人数, 実人数 and the time."""
        found = {}
        for key in {one["level_id"] for one in self.matches}:
            those = [one for one in self.matches if one["level_id"] == key]
            keys = {one["id"] for one in those}
            done = [one for one in self.lines if first <= one[0] <= last and one[1]["id"] in keys]
            found[self._name("activity_level", key) if key else "未定"] = (
                sum(self._has(one, "asking", first, last) for one in those),
                sum(self._has(one, "agreed", first, last) for one in those),
                sum(self._state(one, last) == "active" for one in those),
                sum(line["times"] for _, _, line in done),
                len({self._person(match) for _, match, _ in done}),
                time_text(sum(line["minutes"] for _, _, line in done)) or "－",
            )
        return found

    def details(self, first: str, last: str) -> Counter[tuple[Any, ...]]:
        """Return the lines of the details, told apart by what stands in them."""
        found: Counter[tuple[Any, ...]] = Counter()
        shown = set()
        for match in self.matches:
            request = self.requests.get(match["request_id"] or 0)
            done = [
                line for month, one, line in self.lines if one is match and first <= month <= last
            ]
            is_new = request is not None and first <= request["received_on"] <= last
            if (
                done
                or self._has(match, "agreed", first, last)
                or self._has(match, "ended", first, last)
                or self._state(match, last) == "active"
                or (is_new and match["state"] in ("agreed", "active", "ended"))
            ):
                shown.add(match["request_id"])
                number = self.tables["supporter"][match["supporter_id"]]["number"]
                minutes = sum(line["minutes"] for line in done)
                times = sum(line["times"] for line in done)
                found[*self._asked(request), match["agreed_on"], number, times, minutes] += 1
        for key, request in self.requests.items():
            if first <= request["received_on"] <= last and key not in shown:
                found[*self._asked(request), None, "", 0, 0] += 1
        return found

    def kind(self, request: int | None) -> str:
        """Return the first kind of a request in the order of the master."""
        kinds = self.tables["support_kind"]
        own = [
            kinds[one["kind_id"]]
            for one in self._all("request_kind")
            if one["request_id"] == request
        ]
        return min(own, key=lambda one: one["position"])["name"] if own else "区分なし"

    def district(self, match: Row) -> str:
        """Return where a match is: the district of the request, else of the place itself."""
        request = self.requests.get(match["request_id"] or 0)
        if request is not None and request["district_id"] is not None:
            return self._name("district", request["district_id"])
        place = self.tables["local_resource"].get(match["local_resource_id"] or 0)
        return self._name("district", place["district_id"] if place else None)

    # --- supporters -------------------------------------------------------------------------

    def movement(self, first: str, last: str) -> dict[str, int]:
        """Return how registrations moved in a span."""
        found: Counter[str] = Counter()
        for supporter in self._live("supporter"):
            history = self._history(supporter)
            state = self._at(history, _day_before(first))
            found["前月末登録者数"] += state in ("registered", "paused")
            for one in history:
                if first <= one["starts_on"] <= last:
                    was, state = state in ("registered", "paused"), one["state"]
                    stands = state in ("registered", "paused")
                    found["新規登録者数"] += stands and not was
                    found["取消登録者数"] += was and state == "cancelled"
                    found["満了登録者数"] += was and state == "expired"
            found["当月末登録者数"] += state in ("registered", "paused")
            found["休止者数"] += state == "paused"
        return dict(found)

    def by_level(self, last: str) -> Counter[tuple[str, str]]:
        """Count who is registered on a day by district and level."""
        return self._standing(
            last,
            lambda key, person: (
                self._name("district", person["district_id"]),
                self._level(key, last),
            ),
        )

    def by_age(self, last: str) -> Counter[tuple[str, str]]:
        """Count who is registered on a day by age and sex."""
        named = {"male": "男性", "female": "女性"}
        return self._standing(
            last, lambda _, person: (band(person, last), named.get(person["sex"], "その他"))
        )

    def _standing(
        self, last: str, where: Callable[[int, Row], tuple[str, str]]
    ) -> Counter[tuple[str, str]]:
        return Counter(
            where(key, self.tables["person"][one["person_id"]])
            for key, one in self._live("supporter").items()
            if self._at(self._history(key), last) in ("registered", "paused")
        )

    def roster(self, today: str) -> list[tuple[str, str, str, str, str]]:
        """Return number, level, insurance, centre and number of places of who is registered."""
        year = date.fromisoformat(today).year - (today[5:7] < "04")
        insured = {
            one["supporter_id"] for one in self._all("insurance") if one["fiscal_year"] == year
        }
        centre = {
            one["supporter_id"]
            for one in self._all("centre_registration")
            if one["registered_on"] and not one["cancelled_on"]
        }
        rows = [
            one
            for one in self._live("supporter").values()
            if one["state"] in ("registered", "paused")
        ]
        people = self.tables["person"]
        rows.sort(key=lambda one: (people[one["person_id"]]["sort_key"], one["person_id"]))
        return [
            (
                one["number"],
                "" if one["level_id"] is None else self._name("activity_level", one["level_id"]),
                "○" * (one["id"] in insured),
                "○" * (one["id"] in centre),
                "●" * one["week"].bit_count(),
            )
            for one in rows
        ]

    # --- rows -------------------------------------------------------------------------------

    def _all(self, table: str) -> Iterable[Row]:
        return self.tables.get(table, {}).values()

    def _live(self, table: str) -> dict[int, Row]:
        return {one["id"]: one for one in self._all(table) if one["deleted_at"] is None}

    def _name(self, table: str, key: int | None) -> str:
        return "圏域不明" if key is None else str(self.tables[table][key]["name"])

    def _person(self, match: Row) -> int:
        return int(self.tables["supporter"][match["supporter_id"]]["person_id"])

    def _place(self, match: Row) -> tuple[str, int]:
        request = self.requests.get(match["request_id"] or 0)
        spot = match["local_resource_id"] or (request and request["local_resource_id"])
        return ("場", spot) if spot else ("票", match["request_id"])

    def _has(self, match: Row, state: str, first: str, last: str) -> bool:
        return any(
            one["state"] == state and first <= one["starts_on"] <= last
            for one in self.steps[match["id"]]
        )

    def _reached(self, state: str, first: str, last: str) -> int:
        return sum(self._has(one, state, first, last) for one in self.matches)

    def _state(self, match: Row, day: str) -> str:
        return self._at(self.steps[match["id"]], day)

    def _asked(self, request: Row | None) -> tuple[Any, ...]:
        if request is None:
            return None, None, 1
        asked = sum(one["request_id"] == request["id"] for one in self.matches)
        return request["received_on"], request["people_wanted"], asked

    def _history(self, supporter: int) -> list[Row]:
        rows = [
            one for one in self._all("supporter_state_change") if one["supporter_id"] == supporter
        ]
        return sorted(rows, key=lambda one: (one["starts_on"], one["id"]))

    def _level(self, supporter: int, last: str) -> str:
        rows = [
            one
            for one in self._all("level_change")
            if one["supporter_id"] == supporter and one["starts_on"] <= last
        ]
        if not rows:
            return "未定"
        newest = max(rows, key=lambda one: (one["starts_on"], one["id"]))
        return self._name("activity_level", newest["level_id"])

    @staticmethod
    def _at(history: list[Row], day: str) -> str:
        place = bisect_right([one["starts_on"] for one in history], day)
        return str(history[place - 1]["state"]) if place else ""


def band(person: Row, day: str) -> str:
    """Return the age group of a person on a day: a year is over the day before the birthday."""
    if person["birth_date"] is None:
        return "不明"
    after = date.fromisoformat(day) + timedelta(days=1)
    born = date.fromisoformat(person["birth_date"])
    age = after.year - born.year - ((after.month, after.day) < (born.month, born.day))
    return next(name for limit, name in BANDS if age < limit)


def time_text(minutes: int) -> str:
    """Write a time as forms do: 2時間30分."""
    whole, rest = divmod(minutes, 60)
    return (f"{whole}時間" if whole else "") + (f"{rest}分" if rest else "")


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
