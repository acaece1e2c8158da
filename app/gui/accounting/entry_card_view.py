"""The card of one entry of the cash book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.accounting import queries
from app.accounting.account import AccountEntryId
from app.accounting.queries import EntryCard
from app.accounting.share_text import share_text
from app.gui.compiled.accounting.ui_entry_card import Ui_EntryCardView
from app.gui.contacts.facts_grid import Fact, FactsGrid
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.records.record_card import RecordCard
from app.kernel.wareki import format_day
from app.kernel.yen import yen_text

_DAY = "令和8年4月1日(水)"


class EntryCardView(RecordCard[AccountEntryId]):
    """Shows an entry."""

    TABLES = frozenset({"account_entry", "account_item", "entry_share", "account_programme"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = Ui_EntryCardView()
        self.ui.setupUi(self)
        self.hold(self.ui)
        self._facts = FactsGrid(self.ui.factsPanel)

    def fill(self, key: AccountEntryId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.entry_card, key)
        row = card.row
        self.show_head(
            f"{yen_text(row.amount)}円",
            f"{row.side.label}　{row.item.full_name}",
            deleted_at=row.deleted_at,
        )
        names = {one.id: one.name for one in self.store.ask(queries.programmes)}
        shares = "\n".join(
            f"{names[programme]} {share_text(share)}%" for programme, share in card.draft.shares
        )
        groups = (("取引", _deal(card)), ("整理", _keeping(card, shares)))
        shown = ((title, tuple(fact for fact in facts if fact[1])) for title, facts in groups)
        self._facts.show([(title, facts) for title, facts in shown if facts])


def _deal(card: EntryCard) -> tuple[Fact, ...]:
    draft = card.draft
    product = ""
    if draft.unit_price is not None and draft.quantity is not None:
        product = f"{yen_text(draft.unit_price)}円×{draft.quantity:,}"
    return (
        ("日付", format_day(draft.on_day, _DAY)),
        ("相手先", draft.partner),
        ("摘要", draft.description),
        ("単価×数量", product),
        ("税率", draft.tax.label),
    )


def _keeping(card: EntryCard, shares: str) -> tuple[Fact, ...]:
    row = card.row
    late = "（出納整理）" if row.is_late else ""
    own = f"{yen_text(row.own)}円" if shares else ""
    return (
        ("年度", f"{row.year}{late}"),
        ("領収書番号", row.receipt_number),
        ("按分", shares),
        ("この業務の分", own),
        ("備考", card.draft.note),
    )
