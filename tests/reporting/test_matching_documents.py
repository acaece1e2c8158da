"""The documents of matching: forms to write on, sheets to hand out, and figures that add up."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from app.contacts.commands import give_consent
from app.contacts.person import ConsentDraft, ConsentItem, ContactWay, PersonId
from app.kernel.resources import resources
from app.matching import commands
from app.matching.match import ActivityDraft, MatchId, MatchState
from app.matching.request import Rhythm
from app.office import commands as office
from app.office.settings import OfficeSettings
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.reporting.produce import preview, produce
from app.storage.store import Store
from app.supporters.availability import DayPart, week_of
from tests.conftest import Clock
from tests.matching.desk import Desk

TODAY = date(2026, 11, 1)
DOCUMENTS = ("help-request", "assignment-sheet", "activity-slip", "match-results")


class PlainDesk(Desk):
    """A desk that does every step once: that it can be taken back is tested with the commands."""

    def do(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.store.do("試す", command, *args, **kwargs).result


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    """Three supporters at two places and with somebody who asked for themselves."""
    clock.now = datetime(2026, 11, 1, 9)
    desk = PlainDesk(store)
    desk.masters()
    known = OfficeSettings(office_name="見本事務所", office_fax="0138-00-0001")
    store.do("設定", office.change_settings, known)
    first, second, third = (desk.supporter(number) for number in (1, 2, 3))
    given = ConsentDraft(ConsentItem.TO_CITY, TODAY)
    store.do("同意", give_consent, PersonId(1), given)
    salon = desk.request(
        received_by=ContactWay.FAX,
        contact_phone="0138-33-0001",
        local_resource_id=desk.place(),
        content="受付とお茶出し",
        kinds=(3,),
        rhythm=Rhythm.REGULAR,
        week=week_of([(2, DayPart.MORNING)]),
        starts_at=time(10),
        ends_at=time(12),
        people_wanted=2,
        bring="上履き",
    )
    alone = desk.request(contact_name="独居　花子", title="雪かき", kinds=(1,))
    for request, helper, days in (
        (salon, first, (3, 10)),
        (salon, second, (3,)),
        (alone, first, (20,)),
    ):
        match = desk.agreed(request, helper)
        lines = [ActivityDraft(date(2026, 6, day), minutes=90, fare=420) for day in days]
        keep = {"received_on": date(2026, 7, 4)}
        store.do("報告", commands.keep_slip, match, date(2026, 6, 1), lines, **keep)
    desk.agreed(salon, third)
    return desk


def made(desk: Desk, name: str, **asked: Any) -> Content:
    return desk.store.ask(document(None, name).make, Request(TODAY, **asked))


def pages(store: Store, name: str, **asked: Any) -> Sequence[str]:
    printed = preview(store, document(None, name), Request(TODAY, **asked))
    assert printed.made.missing == ()
    pdf = pypdfium2.PdfDocument(printed.pdf)
    return [page.get_textpage().get_text_range() for page in pdf]


def test_that_the_paper_follows_the_form_and_can_be_sent_by_fax(desk: Desk) -> None:
    (paper,) = pages(desk.store, "help-request", help_request=1)
    assert "FAX送付先　0138-00-0001" in paper
    book = load_workbook(resources() / "forms" / "help-request.xlsx")
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    texts = [str(cell.value) for cell in cells]
    assert texts[0].startswith("FAX送付先")
    order = (
        "受付日", "団体名", "担当者", "{{活動の場", "件　名", "お手伝いの区分", "頻　度", "日にち",
        "日程の希望", "期　間", "会　場", "住　所", "必要な人数", "活動レベル", "持ち物", "交通費",
        "謝　礼", "保　険", "顔合わせ", "返事の期限", "備　考",
    )  # fmt: skip
    places = [next(at for at, one in enumerate(texts) if one.startswith(name)) for name in order]
    assert places == sorted(places)
    for written in ("☑ サロン", "□ 除雪", "☑定期", "10時00分", "上履き", "☑どちらでも", "●"):
        assert written in paper, written
    assert min(cell.font.sz for cell in cells) >= 11
    assert {cell.fill.fill_type for cell in cells} == {None}


def test_that_a_blank_form_says_nothing_of_anybody(desk: Desk) -> None:
    (paper,) = pages(desk.store, "help-request")
    assert "☑" not in paper
    assert "□ 除雪" in paper
    assert made(desk, "help-request").people == 0


def test_that_a_sheet_says_when_where_and_whom_to_call(desk: Desk) -> None:
    one = made(desk, "assignment-sheet", match=1)
    sheet = one.lists["依頼票"][0]
    assert sheet["氏名"] == "見本1　試"
    assert sheet["日時"] == "毎週水の午前　10:00～12:00"
    assert (sheet["連絡先"], sheet["当日の電話"]) == ("担当の人", "0138-33-0001")
    assert one.people == 1
    assert len(made(desk, "assignment-sheet", help_request=1).lists["依頼票"]) == 3
    (waiting,) = pages(desk.store, "assignment-sheet")
    assert "見本3　試　様" in waiting
    desk.do(commands.step, MatchId(4), MatchState.CANCELLED, on=TODAY, note="都合")
    assert made(desk, "assignment-sheet", match=4).remarks == [
        "見本3　試さんのマッチングは「取消」です。"
    ]


def test_that_slips_are_filled_or_wait_for_the_pen(desk: Desk) -> None:
    june = made(desk, "activity-slip", month=6)
    assert [row["氏名"] for row in june.lists["報告書"]] == [
        "見本1　試", "見本1　試", "見本2　試", "見本3　試",
    ]  # fmt: skip
    assert {len(row["行"]) for row in june.lists["報告書"]} == {16}
    assert sum(row["分"] for row in june.lists["活動"]) == 4 * 90
    assert june.remarks == ("4枚のうち、3枚は受け取った報告、1枚は未記入です。",)
    (paper,) = pages(desk.store, "activity-slip", month=6, match=1)
    for written in ("令和８年６月", "6/3(水)", "6/10(水)", "1時間30分", "3時間", "840"):
        assert written in paper, written
    (blank,) = pages(desk.store, "activity-slip", match=1)
    assert "見本1　試" in blank
    assert "1時間30分" not in blank


def test_that_results_are_those_of_the_rows(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "実績.json"
    produce(desk.store, document(None, "match-results"), Request(TODAY), target)
    held = json.loads(target.read_text("utf-8"))
    query = text(
        "SELECT strftime('%m', s.month), count(*), sum(a.times), count(DISTINCT u.person_id)"
        " FROM activity a JOIN activity_slip s ON s.id = a.slip_id"
        " JOIN match m ON m.id = s.match_id JOIN supporter u ON u.id = m.supporter_id GROUP BY 1"
    )
    ((month, lines, times, people),) = desk.ask(lambda session: session.execute(query).all())
    by_month = {row["月"]: row for row in held["lists"]["月別"]}
    assert list(by_month) == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    row = by_month[int(month)]
    assert (lines, row["活動延べ人数"], row["活動実人数"]) == (4, times, people)
    assert held["fields"]["活動実人数"] == people == 2
    assert sum(row["成立"] for row in by_month.values()) == held["fields"]["成立"] == 4
    for name in ("受付の区分別", "成立の区分別", "延べ人数の区分別"):
        *kinds, total = held["lists"][name]
        assert total["計"] == sum(one["計"] for one in kinds)
        for one in (*kinds, total):
            assert one["計"] == sum(cell["件数"] for cell in one["圏域"])


def test_that_results_are_numbers_unless_names_are_asked_for(desk: Desk) -> None:
    plain, named = made(desk, "match-results"), made(desk, "match-results", names=True)
    assert {row["サポーター"] for row in plain.lists["明細"]} == {"R8-001", "R8-002", "R8-003"}
    assert (plain.people, named.people) == (0, 1)
    assert {row["サポーター"] for row in named.lists["明細"]} == {"見本1　試", "R8-002", "R8-003"}
    assert named.remarks == (
        "市への報告に同意した記録がない2名は、氏名ではなく登録番号で載せています。",
    )
    printed = "".join(pages(desk.store, "match-results"))
    assert "独居" not in printed
    assert "（個人）" in printed
    assert "見本1" not in printed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_an_office_without_matches_still_has_the_paper(store: Store, name: str) -> None:
    assert len(pages(store, name)) in {1, 5}
    content = store.ask(document(None, name).make, Request(TODAY))
    assert content.people == 0
