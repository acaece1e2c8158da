"""One line for each of the records of the office: 提供記録 and 廃棄記録."""

from __future__ import annotations

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.office.commands import record_export
from app.office.exports import Export
from app.retention.commands import erase_person
from app.storage.store import Store


def keep_records(store: Store) -> None:
    """Record an export, and the disposal of somebody who was there for that only."""
    export = Export("letter", "案内状", "pdf", 3, ("氏名", "住所"), "案内", "市")
    store.note("出力", record_export, export)
    key = store.do("人", add_people, [PersonDraft("消える", "人")]).result[0]
    store.note("消去", erase_person, key, by="見本")
