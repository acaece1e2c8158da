"""The form of an entry, in the order of the paper; most of it is filled in already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.daily_log import queries
from app.daily_log.log_entry import LogEntryDraft, LogEntryId
from app.gui.compiled.daily_log.ui_log_form import Ui_LogForm
from app.gui.daily_log.contacts_found import prepare_contacts
from app.gui.daily_log.entry import LogFormEntry, enter_entry, entry_of, like, times_of
from app.gui.daily_log.form_choices import offer_choices, offer_duties, recall_texts
from app.gui.daily_log.latest import last_end_of, latest_draft
from app.gui.daily_log.links_found import prepare_links
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.staff import queries as staff

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("on_day", "dayEdit"),
    ("starts_at", "startEdit"),
    ("ends_at", "endEdit"),
    ("duty", "dutyChoice"),
    ("kind_id", "kindCombo"),
    ("means", "meansChoice"),
    ("place", "placeEdit"),
    ("with_whom", "contactsEdit"),
    ("people_count", "peopleEdit"),
    ("title", "titleEdit"),
    ("content", "contentEdit"),
    ("result", "resultEdit"),
    ("next_step", "nextEdit"),
    ("next_on", "nextOnEdit"),
    ("to_city", "cityCheck"),
    ("report_text", "reportEdit"),
    ("internal_note", "internalEdit"),
    ("support", "supportChoice"),
    ("district_id", "districtCombo"),
    ("care_district_id", "careCombo"),
    ("minutes", "minutesEdit"),
    ("distance_km", "distanceEdit"),
    ("fare", "fareEdit"),
    ("staff_id", "staffCombo"),
    ("links", "linksEdit"),
)
_RENAMED = {"duty_id": "duty", "contacts": "with_whom"}
_DETAILS = frozenset(name for name, _ in _EDITORS[14:])
_MORE = "市への報告・内部メモ・圏域など"


class LogForm(RecordForm[LogEntryId]):
    """A key chooses duty, kind and means and goes on; ``year`` is the one the window shows."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        year: YearChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_LogForm()
        ui.setupUi(self)
        self._year = year
        self._prepare()
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.form.begin_at("duty")
        self.tidy_names(ui.placeEdit, ui.titleEdit)
        self._connect()
        self._show_details(shown=False)

    def _prepare(self) -> None:
        ui = self.ui
        ui.dayEdit.prepare(self.today, "日付")
        ui.nextOnEdit.prepare(self.today, "次の対応の期限")
        ui.startEdit.prepare("始まりの時刻")
        ui.endEdit.prepare("終わりの時刻")
        prepare_contacts(ui.contactsEdit, self.store)
        prepare_links(ui.linksEdit, self.store)
        ui.peopleEdit.prepare("人数", "人", "空欄なら相手の人数")
        ui.minutesEdit.prepare("時間数", "分", "空欄なら時刻から")
        ui.distanceEdit.prepare("走行距離", "km")
        ui.fareEdit.prepare("交通費", "円")
        ui.contentEdit.prepare("Enterで次の欄、Shift+Enterで改行", 3)
        ui.resultEdit.prepare("Enterで次の欄、Shift+Enterで改行", 2)
        ui.reportEdit.prepare("空欄なら「内容」のとおりに報告します", 2)
        ui.internalEdit.prepare("外へは出ません", 2)

    def _connect(self) -> None:
        ui, form = self.ui, self.form
        for field in (ui.dutyChoice, ui.kindCombo, ui.meansChoice, ui.supportChoice):
            field.picked.connect(partial(form.move_on, field))
        for line in (ui.placeEdit, ui.titleEdit):
            line.taken.connect(partial(form.move_on, line))
        for text in (ui.contentEdit, ui.resultEdit, ui.reportEdit, ui.internalEdit):
            text.submitted.connect(partial(form.move_on, text))
        for chips in (ui.contactsEdit, ui.linksEdit):
            chips.line.installEventFilter(self)
        ui.dayEdit.edited.connect(self._day_typed)
        self._year.changed.connect(self._day_typed)
        ui.moreButton.toggled.connect(self._more)
        ui.likeButton.clicked.connect(self.fill_like_last)

    # Beginning

    def start_new(self) -> None:
        """Begin with an entry of now, that began when the last one of the day ended."""
        now = self.store.plain.now()
        starts, ends = times_of(now, self.store.ask(last_end_of, now.date()))
        self._start(None, entry_of(LogEntryDraft(now.date(), 0, starts, ends), duty_known=False))

    def start_on(self, day: date) -> None:
        """Begin an entry of another day than today, without a time."""
        self._start(None, entry_of(LogEntryDraft(day, 0), duty_known=False))

    def start_with(self, draft: LogEntryDraft) -> None:
        """Begin a new entry with a draft: what the program knew, or what was done before."""
        self._start(None, entry_of(draft))

    def start_like(self, key: LogEntryId) -> None:
        """Begin a new entry of now that says what a stored one said."""
        now = self.store.plain.now()
        starts, ends = times_of(now, self.store.ask(last_end_of, now.date()))
        draft = self.store.ask(queries.entry_card, key).draft
        self._start(None, entry_of(like(draft, now.date(), starts, ends)))

    def start_edit(self, key: LogEntryId) -> bool:
        """Begin with a stored entry; return whether it is still there."""
        try:
            draft = self.store.ask(queries.entry_card, key).draft
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._start(key, entry_of(draft))
        return True

    def _start(self, key: LogEntryId | None, entry: LogFormEntry) -> None:
        if key is None and entry.staff_id is None:
            now = self.store.ask(staff.current_coordinator, entry.on_day)
            entry = replace(entry, staff_id=None if now is None else now.id)
        offer_duties(self.ui, self.store, entry.on_day)
        offer_choices(self.ui, self.store, entry)
        recall_texts(self.ui, self.store)
        self.begin(key, entry, "新しい記録" if key is None else "記録の編集")
        self.ui.likeButton.setVisible(key is None)
        self.ui.moreButton.setChecked(False)
        self._say_year(entry.on_day)

    @Slot()
    def fill_like_last(self) -> None:
        """Fill in what the last entry of the same duty, kind or title said; the time stays."""
        entry = self.form.read()
        if entry is None:
            return
        found = self.store.ask(latest_draft, entry.duty, entry.kind_id, entry.title)
        if found is None:
            self.store.refused.emit("同じような記録は、まだありません。")
            return
        self.form.fill(entry_of(like(found, entry.on_day, entry.starts_at, entry.ends_at)))
        self.ui.titleEdit.setFocus()

    # While typing

    @Slot()
    def _day_typed(self) -> None:
        """Offer the duties of the day, and say which year it belongs to."""
        try:
            day = self.ui.dayEdit.value()
        except Refusal:
            return
        if day is not None:
            offer_duties(self.ui, self.store, day)
            self._say_year(day)

    def _say_year(self, day: date) -> None:
        """Say it where an entry will not stand in the list of the year that is shown."""
        year, shown = FiscalYear.of(day), self._year.value
        self.ui.yearLabel.setText(f"{year}の記録になります（いま表示しているのは{shown}です）。")
        self.ui.yearLabel.setVisible(year != shown)

    @Slot(bool)
    def _more(self, shown: bool) -> None:
        self._show_details(shown=shown)

    def _show_details(self, *, shown: bool) -> None:
        self.ui.details.setVisible(shown)
        self.ui.moreButton.setText(f"－ {_MORE}を隠す" if shown else f"＋ {_MORE}")

    # Writing down

    def write(self, entry: LogFormEntry) -> Done[LogEntryId] | None:
        """Write the entry down."""
        label = "日報に記録" if self.key is None else "日報の変更"
        what = entry.title or entry.content.split("\n")[0][:20] or "件名なし"
        return self.store.do(
            f"{label}（{what}）", enter_entry, self.key, entry, on_refusal=self._refused_entry
        )

    def not_understood(self) -> None:
        """Open the fields that are folded away: one of them is wrong."""
        self.ui.moreButton.setChecked(True)

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        if _DETAILS & renamed.keys():
            self.ui.moreButton.setChecked(True)
        self.refused(Refusal(refusal.text, renamed))
