"""What a letter tells about a course, and to whom."""

from __future__ import annotations

from datetime import date

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationDraft
from app.reporting.catalogue import Request
from app.reporting.letter import make
from app.reporting.mailing_choice import MailingChoice
from app.storage.store import Store
from app.training import commands as training
from tests.training.office import Office

TODAY = date(2026, 6, 4)


def test_that_only_those_who_take_part_are_told_the_next_day(store: Store) -> None:
    store.do("種別", training.seed_kinds)
    office = Office(store)
    course = office.course(venue="総合福祉センター")
    office.plan(course, date(2026, 6, 3), date(2026, 6, 10), date(2026, 6, 17))
    place = {"address_town": "函館市東雲町", "address_number": "4-13"}
    here, gone, guest = office.people(3, **place)
    _, leaver = enrolled = office.apply(course, [here, gone])
    store.do("決定", training.accept, enrolled)
    store.do("途中辞退", training.withdraw, leaver, date(2026, 6, 3))
    choice = MailingChoice(need_consent=False)
    people = (here, gone, guest)
    firm = OrganisationDraft("町会", department="事務局", address_town="函館市東雲町")
    firms = (store.do("団体", contacts.add_organisation, firm).result,)
    request = Request(TODAY, people=people, organisations=firms, course=course, mailing=choice)
    content = store.ask(make, request)
    told = {row["氏名"][0]: (row["受講番号"], row["次回日程"]) for row in content.lists["宛名"]}
    assert told.pop("町") == ("", "")
    assert told == {
        "さ": ("2", "第2回　令和8年6月10日(水)　総合福祉センター"),
        "あ": ("", ""),
        "わ": ("", ""),
    }
    assert content.remarks == ("次回日程と受講番号は、この講座の受講者でない2名には書きません。",)
