"""設定 → 研修の種別: the defaults that new courses begin with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_kinds_section import Ui_KindsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import MasterSection
from app.gui.settings.whole_listing import WholeListing
from app.training import commands, queries
from app.training.course import KindDraft
from app.training.queries import Kind

COLUMNS = (
    Column[Kind]("種別", lambda kind: kind.draft.name, width=10),
    Column[Kind]("定員", lambda kind: f"{kind.draft.capacity}名", number=True, width=4),
    Column[Kind](
        "修了の条件",
        lambda kind: f"全{kind.draft.sessions}回のうち{kind.draft.minimum_attended}回",
        width=6,
    ),
)
_NEW = KindDraft(name="")


class KindsSection(MasterSection):
    """The list of kinds and the form of the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_KindsSection()
        self.ui.setupUi(self)
        listing = WholeListing(queries.kinds, frozenset({"course_kind"}))
        self.model = WindowModel(self.store, COLUMNS, listing, self)
        self.ui.kindList.show_model(self.model, "settings_kinds")
        self.form = EditForm(self)
        self._bind()
        self.connect_all(self.ui, self.ui.kindList)
        self.ui.kindList.choose(self.model.keys()[0]) if self.model.keys() else self.add()

    def _bind(self) -> None:
        for name, editor in (
            ("name", self.ui.nameEdit),
            ("title", self.ui.titleEdit),
            ("sign", self.ui.signEdit),
            ("capacity", self.ui.capacitySpin),
            ("sessions", self.ui.sessionsSpin),
            ("minimum_attended", self.ui.minimumSpin),
            ("make_up_allowed", self.ui.makeUpCheck),
            ("excused_counts", self.ui.excusedCheck),
            ("requires_kind_id", self.ui.requiresCombo),
        ):
            self.form.bind(name, editor)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        kinds = {kind.id: kind.draft for kind in self.store.ask(queries.kinds)}
        self.ui.requiresCombo.clear()
        self.ui.requiresCombo.addItem("なし（だれでも受講できます）", None)
        for key, draft in kinds.items():
            if key != self._key:
                self.ui.requiresCombo.addItem(f"「{draft.name}」を修了した人", key)
        self.form.show_draft(kinds.get(self._key or 0, _NEW))
        self._edited()

    def keep(self, draft: KindDraft) -> bool:
        added = (f"研修の種別「{draft.name}」を追加", commands.add_kind)
        changed = (f"研修の種別「{draft.name}」を変更", commands.change_kind)
        return self.keep_row(added, changed, draft)

    @Slot()
    def _edited(self) -> None:
        self.ui.cancelButton.setEnabled(self.form.dirty)
        self.ui.saveButton.setEnabled(self.form.dirty)
        draft = self._typed()
        extra = ["補講も出席に数えます。"] if draft.make_up_allowed else []
        extra += ["公欠も出席に数えます。"] if draft.excused_counts else []
        self.ui.ruleLabel.setText(
            f"全{draft.sessions}回のうち{draft.minimum_attended}回以上の出席で修了です。"
            + "".join(extra)
        )

    def _typed(self) -> KindDraft:
        return replace(
            _NEW,
            sessions=self.ui.sessionsSpin.value(),
            minimum_attended=self.ui.minimumSpin.value(),
            make_up_allowed=self.ui.makeUpCheck.isChecked(),
            excused_counts=self.ui.excusedCheck.isChecked(),
        )

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if "course_kind" in tables and not self.form.dirty:
            if self._key is not None and self.model.row_of(self._key) is None:
                self._key = None  # an undo took the new kind away again
            self.reset()
