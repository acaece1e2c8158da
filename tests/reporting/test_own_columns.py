"""Fields of the office's own are columns of the list that leaves the PC."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from app.contacts import commands
from app.contacts.custom import CustomFieldDraft, FieldKind, Subject
from app.contacts.person import PersonDraft
from app.kernel.progress import Silent
from app.office.queries import ExportListing
from app.reporting.contact_file import Chosen, FileKind, Leaving, write_contacts
from app.reporting.contact_lines import LINES
from app.storage.store import Store

DAY = date(2026, 4, 1)


def test_that_own_fields_are_written_after_ours_and_recorded(store: Store, tmp_path: Path) -> None:
    people = store.do("人", commands.add_people, [PersonDraft("甲"), PersonDraft("乙")]).result
    kinds = (("会員番号", FieldKind.NUMBER), ("車の運転", FieldKind.YES_NO))
    fields = [
        store.do("項目", commands.add_custom_field, CustomFieldDraft(name, kind=kind)).result
        for name, kind in kinds
    ]
    values = {people[0]: dict(zip(fields, ("0012", "○"), strict=True))}
    store.do("値", commands.set_customs, Subject.PERSON, values)
    target = tmp_path / "一覧.csv"
    chosen = Chosen(Subject.PERSON, people, DAY)
    write_contacts(store, chosen, target, Leaving(FileKind.CSV, "試し"), Silent())
    headings, *rows = csv.reader(target.read_text("utf-8-sig").splitlines())
    assert tuple(headings) == (*LINES[Subject.PERSON].headings, "会員番号", "車の運転")
    assert [row[-2:] for row in rows] == [["12", "はい"], ["", ""]]
    (entry,) = store.ask(ExportListing().rows, store.ask(ExportListing().keys)).values()
    assert entry.export.columns[-2:] == ("会員番号", "車の運転")
