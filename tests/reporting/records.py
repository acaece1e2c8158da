"""One line for each of the records of the office: 提供記録, 廃棄記録 and 社会資源一覧."""

from __future__ import annotations

from datetime import date

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.local_resources.commands import add_resource
from app.local_resources.local_resource import LocalResourceDraft, View
from app.office.commands import record_export
from app.office.exports import Export
from app.retention.commands import erase_person
from app.storage.store import Store

_RESOURCE = LocalResourceDraft(
    name="みほんサロン",
    kana="みほんさろん",
    opening="第2・4水曜 10:00～12:00",
    public_phone="0138-00-0001",
    view=View.PUBLIC,
    public_consent_on=date(2026, 4, 1),
)


def keep_records(store: Store) -> None:
    """Record an export, a public resource, and the disposal of somebody there for that only."""
    export = Export("letter", "案内状", "pdf", 3, ("氏名", "住所"), "案内", "市")
    store.note("出力", record_export, export)
    store.do("社会資源", add_resource, _RESOURCE)
    key = store.do("人", add_people, [PersonDraft("消える", "人")]).result[0]
    store.note("消去", erase_person, key, by="見本")
