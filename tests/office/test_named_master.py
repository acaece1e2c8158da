"""Named masters, whatever feature they belong to."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.tables import OrganisationKind
from app.kernel.errors import Refusal
from app.local_resources.tables import ResourceKind
from app.office.named_master import NamedEntry, NamedMaster
from app.storage.store import Store
from app.supporters.tables import ActivityLevel, SupportKind

MASTERS = (OrganisationKind, ResourceKind, ActivityLevel, SupportKind)


@pytest.mark.parametrize("kind", MASTERS)
def test_that_entries_keep_an_order_without_gaps(store: Store, kind: type[NamedEntry]) -> None:
    master = NamedMaster(kind, "種別")

    def names(session: Session) -> list[tuple[str, int, bool]]:
        rows = session.scalars(select(kind).order_by(kind.position, kind.id))
        return [(row.name, row.position, row.retired) for row in rows]

    store.do("見本", master.seed, ["い", "ろ"])
    added = store.do("追加", master.add, " は\u200b\n").result
    store.do("移動", master.move, added, -5)
    store.do("使わない", master.retire, added)
    assert store.ask(names) == [("は", 1, True), ("い", 2, False), ("ろ", 3, False)]
    for name in ("", "　", "\x00", "い", " い "):
        with pytest.raises(Refusal) as refused:
            store.do("改名", master.rename, added, name)
        assert set(refused.value.fields) == {"name"}
    store.do("改名", master.rename, added, "は")
    before = store.ask(names)
    store.do("移動", master.move, added, 99)
    store.do("削除", master.remove, added)
    with pytest.raises(Refusal, match="この種別は削除されています"):
        store.do("削除", master.remove, added)
    store.undo()
    store.undo()
    assert store.ask(names) == before
