"""The form of a meeting: when, where and how, with what is made ready for a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.council import queries
from app.council.council import CouncilId
from app.council.meeting import MeetingDraft, MeetingId, Openness
from app.gui.compiled.council.ui_meeting_form import Ui_MeetingForm
from app.gui.council.meeting_entry import (
    STAGES,
    MeetingEntry,
    enter_meeting,
    entry_of,
    proposal,
    usual,
)
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("council_id", "councilCombo"),
    ("day", "dayEdit"),
    ("number", "numberSpin"),
    ("starts_at", "startEdit"),
    ("ends_at", "endEdit"),
    ("venue", "venueEdit"),
    ("openness", "opennessCombo"),
    ("ticked", "stagesEdit"),
    ("attended", "attendedCheck"),
    ("invited_on", "invitedEdit"),
    ("reply_by", "replyEdit"),
    ("observers", "observersSpin"),
    ("press", "pressSpin"),
    ("minutes_sent_on", "sentEdit"),
    ("minutes_confirmed_on", "confirmedEdit"),
    ("next_meeting", "nextEdit"),
    ("note", "noteEdit"),
)
_NO_COUNCIL = "協議体がまだありません。先に「協議体と委員」で協議体を用意してください。"
_RENAMED = {"held_on": "day"}


class MeetingForm(RecordForm[MeetingId]):
    """``council`` says whose meeting a new one most likely is."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.council: Callable[[], CouncilId | None] = lambda: None
        self.ui = ui = Ui_MeetingForm()
        ui.setupUi(self)
        self._prepare()
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.form.begin_at("day")  # the council is proposed
        self.tidy_names(ui.venueEdit, ui.nextEdit)
        ui.councilCombo.activated.connect(self._like_last)
        ui.councilCombo.currentIndexChanged.connect(self._propose)
        ui.dayEdit.edited.connect(self._propose)

    def _prepare(self) -> None:
        ui = self.ui
        for edit, name in (
            (ui.dayEdit, "開催日"),
            (ui.invitedEdit, "案内を出した日"),
            (ui.replyEdit, "返事の締切"),
            (ui.sentEdit, "会議録を照会した日"),
            (ui.confirmedEdit, "会議録の確定日"),
        ):
            edit.prepare(self.today, name)
        ui.startEdit.prepare("始まりの時刻")
        ui.endEdit.prepare("終わりの時刻")
        ui.stagesEdit.prepare("段階", "番号か名前：1 2")
        ui.stagesEdit.offer([(number, stage.label) for number, stage in enumerate(STAGES)])
        fill_labels(ui.opennessCombo, Openness)

    # Beginning

    def start_new(self) -> None:
        """Begin with the council that is looked at, as its last meeting was."""
        self._offer_councils()
        council = self.council() or self.ui.councilCombo.itemData(0)
        self.begin(None, self._like(council), "新しい会議")
        self._propose()

    def start_edit(self, key: MeetingId) -> bool:
        """Begin with a stored meeting; return whether it is still there."""
        try:
            card = self.store.ask(queries.meeting_card, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._offer_councils()
        draft = card.draft
        self.begin(key, entry_of(draft, day=draft.held_on), f"{card.row.title}の編集")
        self._propose()
        return True

    def _offer_councils(self) -> None:
        ask, combo = self.store.ask, self.ui.councilCombo
        combo.clear()
        for row in ask(queries.councils, ask(queries.CouncilListing().keys)):
            combo.addItem(row.name, row.id)

    def _like(self, council: CouncilId | None) -> MeetingEntry:
        if council is None:
            return entry_of(MeetingDraft(CouncilId(0), self.today()))
        return entry_of(self.store.ask(usual, council, self.today()))

    @Slot()
    def _like_last(self) -> None:
        """Begin a new meeting of another council as that one's last meeting was."""
        council, day = self.ui.councilCombo.currentData(), self.ui.dayEdit.line.text()
        if self.key is None and council is not None:
            self.form.show_draft(self._like(council))
            self.ui.dayEdit.line.setText(day)

    @Slot()
    def _propose(self) -> None:
        """Say what a new meeting gets by itself."""
        council = self.ui.councilCombo.currentData()
        self.ui.proposalLabel.setVisible(self.key is None)
        if council is None:
            self.ui.proposalLabel.setText(_NO_COUNCIL)
        elif self.key is None:
            said = self.store.ask(proposal, council, self._day())
            self.ui.proposalLabel.setText(f"用意するもの：{said}")

    def _day(self) -> date:
        """Return the day that is typed, or while it is not understood today."""
        try:
            return cast("date", self.ui.dayEdit.value() or self.today())
        except Refusal:
            return self.today()

    # Writing down

    def write(self, entry: MeetingEntry) -> Done[MeetingId] | None:
        """Write the meeting down."""
        lacking = {}
        if entry.council_id is None:
            lacking["council_id"] = _NO_COUNCIL
        if entry.day is None:
            lacking["day"] = "開催日を入力してください。"
        if lacking:
            self.form.mark(lacking)
            return None
        label = "会議の追加" if self.key is None else "会議の変更"
        return self.store.do(
            f"{label}（{self.ui.councilCombo.currentText()}）",
            enter_meeting,
            self.key,
            entry,
            on_refusal=self._refused_entry,
        )

    def _refused_entry(self, refusal: Refusal) -> None:
        renamed = {_RENAMED.get(name, name): text for name, text in refusal.fields.items()}
        self.refused(Refusal(refusal.text, renamed))
