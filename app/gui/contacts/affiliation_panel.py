"""所属・役職 on a card: of a person the organisations, of an organisation the people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.contacts import commands, queries
from app.contacts.organisation_card import AffiliationRow
from app.contacts.term import TermState
from app.gui.contacts.affiliation_form import AffiliationForm
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.panel_lines import Act, link, plain
from app.gui.contacts.writing_panel import WritingPanel
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.kernel.wareki import format_day

_STATES = (TermState.CURRENT, TermState.FUTURE, TermState.PAST)


class AffiliationPanel(WritingPanel):
    """Lists affiliations, those that are over last; writes a new one down in place."""

    tables = frozenset({"affiliation", "person", "organisation"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.form = AffiliationForm(self.frame, store, today)
        self.form.closed.connect(self.close_form)

    def list_owner(self, owner: Owner) -> None:
        """List affiliations: those that run, those to come, those that are over."""
        of_person = owner.person is not None
        self.add_button.setText("所属・役職を追加…" if of_person else "役員・委員・会員を追加…")
        rows = self.store.ask(queries.affiliations, **owner.named)
        today = self.today()
        for state in _STATES:
            shown = [row for row in rows if row.state(today) is state]
            if shown and state is not TermState.CURRENT:
                title = "これからの任期" if state is TermState.FUTURE else "これまで"
                self.lines.say(title)
            for row in shown:
                self._add(owner, row, past=state is TermState.PAST)

    def _add(self, owner: Owner, row: AffiliationRow, *, past: bool) -> None:
        if owner.person is not None:
            name = row.organisation_name
            linked = link("organisation", row.organisation, name)
        else:
            name, linked = row.person_name, link("person", row.person, row.person_name)
        what = f"{name}の「{row.role}」" if row.role else f"{name}の所属"
        self.lines.add(
            f"{linked}　{plain(affiliation_text(row))}",
            (
                Act("変更", f"{what}を変更する", partial(self._change, row)),
                Act("削除", f"{what}を削除する", partial(self._remove, row, what)),
            ),
            quiet=past,
        )

    def start(self, owner: Owner) -> None:
        """Begin a new affiliation."""
        self.form.begin(owner)

    def _change(self, row: AffiliationRow, _checked: bool = False) -> None:  # noqa: FBT002
        if self.owner is not None:
            self.open_form()
            self.form.change(self.owner, row)

    def _remove(self, row: AffiliationRow, what: str, _checked: bool = False) -> None:  # noqa: FBT002
        self.store.do(f"{what}を削除", commands.remove_affiliation, row.id)


def affiliation_text(row: AffiliationRow) -> str:
    """Return the role of an affiliation, and below it the term, if it is the main one, the note."""
    days = [("" if day is None else format_day(day)) for day in (row.starts_on, row.ends_on)]
    term = "～".join(days) if any(days) else ""
    main = "主たる所属" if row.is_main else ""
    below = "　".join(part for part in (term, main, row.draft.note) if part)
    return "\n".join(part for part in (row.role, below) if part)
