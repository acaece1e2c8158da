"""Do the parts of a month add up?  Every classification is summed up again from its lines.

Sums are compared as rows, not as numbers alone: the same entries must be in each of them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.kernel.figure import Figure
from app.reporting.log_figures import DutyFigures, LogFigures
from app.reporting.monthly import Monthly
from app.reporting.supporter_figures import SupporterFigures

_SPANS = ("当月", "年度累計")


def unequal(found: Monthly) -> tuple[str, ...]:
    """Return a sentence for each sum whose parts are not it."""
    sentences: list[str] = []
    for span, log in zip(_SPANS, (found.log.month, found.log.year), strict=True):
        sentences += [f"{name}の{span}が、活動件数の計と合いません。" for name in _of_log(log)]
    for one in (found.supporters.month, found.supporters.year):
        sentences += _of_supporters(one)
    for resources in (found.resources.month, found.resources.year):
        parts = [one.total for one in resources.by_district]
        if not _same(parts, resources.all.total):
            sentences.append("社会資源の圏域別の計が、累計と合いません。")
    if not set(found.log.month.total.entries.keys) <= set(found.log.year.total.entries.keys):
        sentences.append("当月の活動のうち、年度累計に入っていないものがあります。")
    listed = {row.id for row in found.entries}
    if listed != set(found.log.month.total.entries.keys):
        sentences.append("主な活動内容の一覧と、活動件数が合いません。")
    return tuple(dict.fromkeys(sentences))


def _of_log(log: LogFigures) -> Iterator[str]:
    whole = log.total.entries
    groups: list[tuple[str, list[Figure]]] = [
        ("業務区分別", [one.entries for one in log.duties]),
        ("手段別", list(log.total.means)),
        ("活動種別ごと", [one.figure for one in log.kinds]),
        ("圏域別", [one.figure for one in log.districts]),
        ("支援の種類ごと", [one.figure for one in log.supports]),
        *((one.name, [part.figure for part in one.categories]) for one in log.schemes),
    ]
    yield from (name for name, parts in groups if not _same(parts, whole))
    for duty in log.duties:
        if not _same(duty.means, duty.entries):
            yield f"業務区分{_name(duty)}の手段別"
    if sum(one.reached.count for one in log.duties) != log.total.reached.count:
        yield "対象者数（延べ）"


def _name(duty: DutyFigures) -> str:
    return f"{duty.sign}{duty.label}"


def _of_supporters(one: SupporterFigures) -> Iterator[str]:
    gone = one.cancelled.count + one.expired.count
    if one.before.count + one.new.count - gone != one.after.count:
        yield "登録者数の前月末・新規・取消・満了が、当月末と合いません。"


def _same(parts: Iterable[Figure], whole: Figure) -> bool:
    """Tell whether the parts hold each row of the whole once, and no other."""
    return sorted(key for one in parts for key in one.keys) == sorted(whole.keys)
