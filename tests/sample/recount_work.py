"""The figures of the coordinator's own work, counted anew from bare rows as a dump holds them.

Written for the tests alone: nothing here is shared with the code that makes the documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from tests.sample.recount import Recount, Row

Pair = tuple[int, int]
MEANS = {
    "visit": "訪問", "came": "来所", "call": "電話", "meeting": "会議", "training": "研修",
}  # fmt: skip
STAGES = {
    "found": "把握", "gathered": "集約", "discussed": "検討", "worked_on": "取組中",
    "solved": "解決定着", "shelved": "見送り",
}  # fmt: skip


class RecountWork(Recount):
    """Figures of log, meetings, training, resources, needs, issues and money."""

    def __init__(self, records: Iterable[Row], today: str) -> None:
        super().__init__(records)
        self.today = today
        self.entries = [one for one in self._live("log_entry").values() if one["to_city"]]
        self.named: dict[int, list[int]] = {}
        for one in self._all("log_contact"):
            if one["person_id"] is not None:
                self.named.setdefault(one["entry_id"], []).append(self._who(one["person_id"]))

    # --- log --------------------------------------------------------------------------------

    def log(self, first: str, last: str) -> list[Row]:
        """Return the entries for the city from one day to another."""
        return [one for one in self.entries if first <= one["on_day"] <= last]

    def by_duty(self, first: str, last: str) -> dict[str, Counter[str]]:
        """Return, by the sign of a duty, the entries by means and together, and the reached."""
        found: dict[str, Counter[str]] = {}
        people: dict[str, set[int]] = {}
        for one in self.log(first, last):
            sign = self.tables["duty"][one["duty_id"]]["sign"]
            line = found.setdefault(sign, Counter())
            line[MEANS.get(one["means"], "その他")] += 1
            line["計"] += 1
            line["延べ"] += self.reached(one)
            people.setdefault(sign, set()).update(self.named.get(one["id"], ()))
        for sign, who in people.items():
            found[sign]["実"] = len(who)
        return found

    def reached(self, entry: Row) -> int:
        """Return whom an entry reached: the number written, or those named in it."""
        if entry["people_count"] is not None:
            return int(entry["people_count"])
        return len(set(self.named.get(entry["id"], ())))

    def people(self, first: str, last: str) -> int:
        """Return how many people are named in the entries, each once."""
        return len(self.in_log(first, last))

    def in_log(self, first: str, last: str) -> set[int]:
        """Return who is named in the entries."""
        return {who for one in self.log(first, last) for who in self.named.get(one["id"], ())}

    def in_matches(self) -> list[int]:
        """Return who is in a match, however far it came; who was taught least comes first."""
        taught = Counter(self._who(one["person_id"]) for one in self._all("enrollment"))
        found = {self._person(match) for match in self.matches}
        return sorted(found, key=lambda person: (taught[person], person))

    def by_district(self, first: str, last: str) -> Counter[str]:
        """Return the entries by district."""
        return Counter(self._where(one["district_id"]) for one in self.log(first, last))

    def by_kind(self, first: str, last: str) -> Counter[str]:
        """Return the entries by their kind of activity."""
        kinds = self.tables["activity_kind"]
        return Counter(
            kinds[one["kind_id"]]["name"] if one["kind_id"] else "種別なし"
            for one in self.log(first, last)
        )

    def classified(self, first: str, last: str) -> Counter[tuple[str, str]]:
        """Return the entries by scheme and category, as the crosswalk says."""
        crossed = {
            (one["duty_id"], one["scheme_id"], one["kind_id"]): one["category_id"]
            for one in self._all("crossing")
        }
        found: Counter[tuple[str, str]] = Counter()
        for entry in self.log(first, last):
            for key, scheme in self.tables["scheme"].items():
                duty = entry["duty_id"], key
                category = crossed.get((*duty, entry["kind_id"])) or crossed.get((*duty, None))
                name = self._name("category", category) if category else "未分類"
                found[scheme["name"], name] += 1
        return found

    # --- meetings and training --------------------------------------------------------------

    def meetings(self, first: str, last: str) -> dict[str, Pair]:
        """Return those held and attended by sort, the 地域ケア会議 once more by themselves."""
        found: dict[str, Pair] = {}
        for one, council in self._held(first, last):
            sort = {"first": "第1層協議体", "second": "第2層会議", "care": "第2層会議"}
            _add(found, sort.get(council["tier"], "その他の会議"), one)
            if council["tier"] == "care" or council["care_too"]:
                _add(found, "地域ケア会議", one)
        return found

    def meetings_by_district(self, first: str, last: str, *, care: bool = False) -> dict[str, Pair]:
        """Return the meetings of the second layer and the care meetings, or the latter alone."""
        found: dict[str, Pair] = {}
        for one, council in self._held(first, last):
            is_care = council["tier"] == "care" or bool(council["care_too"])
            if is_care if care else council["tier"] in ("second", "care"):
                _add(found, self._where(council["district_id"]), one)
        return found

    def training(self, first: str, last: str) -> tuple[int, int, int]:
        """Return sessions held, attendances, and the people behind them."""
        courses = self._live("course")
        held = {
            one["id"]
            for one in self._all("course_session")
            if one["status"] == "held"
            and one["course_id"] in courses
            and first <= one["held_on"] <= last
        }
        came = [
            self._who(self.tables["enrollment"][one["enrollment_id"]]["person_id"])
            for one in self._all("attendance")
            if one["session_id"] in held and one["mark"] in ("present", "late", "left_early")
        ]
        return len(held), len(came), len(set(came))

    def registered(self, first: str, last: str) -> dict[str, int]:
        """Return who was helping on the last day, and the registrations at the centre."""
        own = self._live("supporter")
        centre = [
            one
            for one in self._all("centre_registration")
            if one["supporter_id"] in own and (one["registered_on"] or "9") <= last
        ]
        return {
            "活動中者数": len(
                {
                    self._who(self._person(m))
                    for m in self.matches
                    if self._state(m, last) == "active"
                }
            ),
            "ボラセン新規": sum(one["registered_on"] >= first for one in centre),
            "ボラセン登録者数": sum((one["cancelled_on"] or "9") > last for one in centre),
        }

    # --- resources, needs, issues -----------------------------------------------------------

    def resources(self, first: str, last: str) -> dict[str, Counter[str]]:
        """Return, by district, how the resources moved: they count once they were known."""
        sure = list(self._all("resource_confirmation"))
        found: dict[str, Counter[str]] = {}
        for key, one in self._live("local_resource").items():
            own = [line for line in sure if line["local_resource_id"] == key]
            known = min((self.today, *(line["confirmed_on"] for line in own)))
            ended = one["ended_on"]
            if ended is None and one["status"] == "ended":
                ended = one["confirmed_on"] or known
            ended = "9" if ended is None else max(ended, known)
            name = "全市" if one["city_wide"] else self._name("district", one["district_id"])
            line = found.setdefault(name, Counter())
            line["前"] += known < first <= ended
            line["新規"] += first <= known <= last
            line["更新"] += known < first and any(
                first <= step["confirmed_on"] <= last and step["result"] != "no_answer"
                for step in own
            )
            line["終了"] += first <= ended <= last
            line["総数"] += known <= last < ended
        return found

    def needs(self, first: str, last: str) -> int:
        """Return the needs received."""
        return len(self.needs_of(first, last))

    def needs_of(self, first: str, last: str) -> list[int]:
        """Return the keys of the needs received."""
        needs = self._live("need").items()
        return [key for key, one in needs if first <= one["received_on"] <= last]

    def issues(self, first: str, last: str) -> int:
        """Return the issues found."""
        return sum(first <= one["found_on"] <= last for one in self._live("local_issue").values())

    def analysis(self, first: str, last: str) -> dict[str, Counter[tuple[str, str]]]:
        """Return the issues worked on by district and kind, and by district and stage."""
        districts: dict[int, list[str]] = {}
        for one in self._all("issue_district"):
            name = self._name("district", one["district_id"])
            districts.setdefault(one["issue_id"], []).append(name)
        kinds: Counter[tuple[str, str]] = Counter()
        stages: Counter[tuple[str, str]] = Counter()
        for one in self.worked_on(first, last):
            kind = self._name("issue_kind", one["kind_id"]) if one["kind_id"] else "区分なし"
            stage = self._stage(one["id"], last)
            for name in (*districts.get(one["id"], ["全市"]), "計"):
                kinds[name, kind] += 1
                stages[name, stage] += 1
        return {"区分別": kinds, "段階別": stages}

    def worked_on(self, first: str, last: str) -> list[Row]:
        """Return the issues found by the last day that had not ended before the first."""
        over = ("solved", "shelved")
        return [
            one
            for one in self._live("local_issue").values()
            if one["found_on"] <= last
            and (
                self._stage(one["id"], _before(first)) not in over
                or self._stepped(one, first, last)
            )
        ]

    # --- money ------------------------------------------------------------------------------

    def money(self, year: int) -> dict[str, dict[str, Pair]]:
        """Return budget and actual by side and item, those above with all under them, and 計."""
        items = self.tables["account_item"]
        found: dict[str, dict[str, Pair]] = {"income": {}, "expense": {}}

        def add(item: Row, budget: int, actual: int) -> None:
            parent = items.get(item["parent_id"])
            for name in (item["name"], *([parent["name"]] if parent else []), "計"):
                was = found[item["side"]].get(name, (0, 0))
                found[item["side"]][name] = was[0] + budget, was[1] + actual

        for line in self._all("budget_line"):
            if line["fiscal_year"] == year:
                add(items[line["item_id"]], line["amount"], 0)
        for key, entry in self._live("account_entry").items():
            if entry["fiscal_year"] == year:
                add(items[entry["item_id"]], 0, self.own_part(key))
        return found

    def own_part(self, key: int) -> int:
        """Return what of an entry this work bears: of the yen left over most by what was cut."""
        amount = self.tables["account_entry"][key]["amount"]
        shares = [one for one in self._all("entry_share") if one["entry_id"] == key]
        if not shares:
            return int(amount)
        whole = sum(one["share"] for one in shares)
        exact = [Fraction(abs(amount) * one["share"], whole) for one in shares]
        parts = [int(one) for one in exact]
        order = sorted(range(len(shares)), key=lambda at: (parts[at] - exact[at], at))
        for at in order[: abs(amount) - sum(parts)]:
            parts[at] += 1
        own = min(self.tables["account_programme"].values(), key=lambda one: one["position"])["id"]
        mine = sum(p for p, one in zip(parts, shares, strict=True) if one["programme_id"] == own)
        return mine if amount >= 0 else -mine

    # --- rows -------------------------------------------------------------------------------

    def _held(self, first: str, last: str) -> Iterable[tuple[Row, Row]]:
        councils = self._live("council")
        for one in self._all("meeting"):
            council = councils.get(one["council_id"])
            if council and one["state"] == "held" and first <= one["held_on"] <= last:
                yield one, council

    def _where(self, district: int | None) -> str:
        return "全市" if district is None else self._name("district", district)

    def _person(self, match: Row) -> int:
        return self._who(super()._person(match))

    def _who(self, person: int) -> int:
        while (other := self.tables["person"][person]["merged_into_id"]) is not None:
            person = other
        return person

    def _stage(self, issue: int, day: str) -> str:
        steps = [
            one
            for one in self._all("issue_step")
            if one["issue_id"] == issue and one["starts_on"] <= day
        ]
        newest = max(steps, key=lambda one: (one["starts_on"], one["id"]), default=None)
        return "" if newest is None else str(newest["stage"])

    def _stepped(self, issue: Row, first: str, last: str) -> bool:
        return any(
            one["issue_id"] == issue["id"] and first <= one["starts_on"] <= last
            for one in self._all("issue_step")
        )


def _add(found: dict[str, Pair], name: str, meeting: Row) -> None:
    held, attended = found.get(name, (0, 0))
    found[name] = held + 1, attended + meeting["attended"]


def _before(day: str) -> str:
    return date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
