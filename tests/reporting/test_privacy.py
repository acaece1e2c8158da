"""同意書, 提供記録 and 廃棄記録 as values."""

from __future__ import annotations

from datetime import date

import pytest

from app.contacts import commands as contacts
from app.contacts.person import ConsentDraft, ConsentItem, PersonDraft
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office.exports import Export
from app.reporting.catalogue import Content, Request
from app.reporting.documents import document
from app.retention.disposing import erase_person
from app.storage.store import Store

TODAY = date(2026, 4, 1)


def made(store: Store, name: str, **asked: object) -> Content:
    return store.ask(document(None, name).make, Request(TODAY, **asked))  # type: ignore[arg-type]


def test_that_a_consent_form_is_blank_or_ticks_what_holds(store: Store) -> None:
    key = store.do("人", contacts.add_people, [PersonDraft("見本", "花子")]).result[0]
    given, taken = ConsentItem.ROSTER, ConsentItem.PUBLICITY
    store.do("同意", contacts.give_consent, key, ConsentDraft(given, TODAY))
    store.do("同意", contacts.give_consent, key, ConsentDraft(taken, TODAY, withdrawn_on=TODAY))
    blank, named = made(store, "consent-form"), made(store, "consent-form", person=key)
    assert (blank.people, blank.fields["氏名"]) == (0, "")
    assert (named.people, named.fields["氏名"]) == (1, "見本　花子")
    assert {row["チェック"] for row in blank.lists["同意"]} == {"□"}
    ticked = [row["項目"] for row in named.lists["同意"] if row["チェック"] == "☑"]
    assert ticked == [given.label]
    assert len(named.lists["同意"]) == len(ConsentItem)
    with pytest.raises(Refusal):
        made(store, "consent-form", person=99)


def test_that_records_hold_a_year_and_name_nobody(store: Store) -> None:
    key = store.do("人", contacts.add_people, [PersonDraft("見本", "花子")]).result[0]
    export = Export("letter", "案内状（見本　花子様）", "pdf", 3, ("氏名", "住所"), "案内", "市")
    store.note("出力", office.record_export, export)
    store.do("同意", contacts.give_consent, key, ConsentDraft(ConsentItem.ROSTER, TODAY))
    erase_person(store, key, by="見本")
    line = made(store, "export-register").lists["提供"][0]
    assert (line["書類"], line["人数"]) == ("案内状（（廃棄済み）様）", 3)
    assert (line["形"], line["項目"], line["提供先"]) == ("PDF", "氏名、住所", "市")
    record = made(store, "disposal-record")
    assert record.people == 0
    assert [(row["件数"], row["内訳"]) for row in record.lists["廃棄"]] == [(1, "同意1")]
    for name in ("export-register", "disposal-record"):
        assert not any(made(store, name, year=FiscalYear(2025)).lists.values())
