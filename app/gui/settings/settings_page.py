"""The page 設定: sections of the office, of this computer, of the file and of the program."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidgetItem

from app.gui.compiled.settings.ui_settings_page import Ui_SettingsPage
from app.gui.framework import icons, theme, view
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.page import Page
from app.gui.framework.search import Hit, Target
from app.gui.settings.section import FormSection, Section

KIND = "section"
_EMS = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One section: the name links use, its title, icon and the class that shows it."""

    name: str
    title: str
    icon: str
    class_name: str

    def make(self, page: Page) -> Section:
        """Import the section and make it."""
        module = importlib.import_module(f"app.gui.settings.{self.name}_section")
        return cast("type[Section]", getattr(module, self.class_name))(page)


SECTIONS = (
    Entry("office", "事務所", "office-file", "OfficeSection"),
    Entry("kinds", "研修の種別", "training", "KindsSection"),
    Entry("districts", "圏域", "map-pin", "DistrictsSection"),
    Entry("towns", "町名と圏域", "local-resources", "TownsSection"),
    Entry("organisation_kinds", "団体種別", "organisation", "OrganisationKindsSection"),
    Entry("activity_levels", "活動レベル", "supporters", "ActivityLevelsSection"),
    Entry("support_kinds", "支援内容", "table", "SupportKindsSection"),
    Entry("resource_kinds", "資源区分", "local-resources", "ResourceKindsSection"),
    Entry("issue_kinds", "課題の区分", "issues", "IssueKindsSection"),
    Entry("duty_lists", "業務の期間", "calendar", "DutyListsSection"),
    Entry("duties", "業務区分", "log", "DutiesSection"),
    Entry("activity_kinds", "活動種別", "log", "ActivityKindsSection"),
    Entry("schemes", "分類", "sort", "SchemesSection"),
    Entry("crosswalk", "業務の読み替え", "table", "CrosswalkSection"),
    Entry("account_items", "費目", "table", "AccountItemsSection"),
    Entry("account_programmes", "事業区分", "plan", "AccountProgrammesSection"),
    Entry("weights", "候補の重み", "sort", "WeightsSection"),
    Entry("help", "手伝いの決まり", "matching", "HelpSection"),
    Entry("tags", "タグ", "check", "TagsSection"),
    Entry("custom_fields", "独自項目", "table", "CustomFieldsSection"),
    Entry("view", "表示", "text-size", "ViewSection"),
    Entry("backup", "控え", "backup", "BackupSection"),
    Entry("encryption", "暗号化", "lock", "EncryptionSection"),
    Entry("history", "操作の記録", "history", "HistorySection"),
    Entry("exports", "提供記録", "privacy", "ExportsSection"),
    Entry("retention", "保存期間と廃棄", "clock", "RetentionSection"),
    Entry("about", "このプログラムについて", "info", "AboutSection"),
)


def find_sections(_store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find sections by a part of their title."""
    found = [one for one in SECTIONS if text in one.title]
    return [Hit(one.title, "設定", Target("settings", KIND, one.name)) for one in found[:limit]]


class SettingsPage(Page):
    """Links: ``section`` with the name of one."""

    finders = (find_sections,)

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)
        self._made: dict[str, Section] = {}
        for one in SECTIONS:
            self.ui.sectionList.addItem(QListWidgetItem(one.title))
        self._draw()
        self.setFocusProxy(self.ui.sectionList)
        self.ui.sectionList.currentRowChanged.connect(self._chosen)
        view.current().changed.connect(self._draw)
        self.keys.add("保存", "Ctrl+S", self._save)
        self.ui.sectionList.setCurrentRow(0)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return cast("Section", self.ui.sectionStack.currentWidget())

    def section_named(self, name: str) -> Section:
        """Return a section, making it if it has not been shown yet."""
        if name not in self._made:
            entry = next(one for one in SECTIONS if one.name == name)
            self._made[name] = entry.make(self)
            self.ui.sectionStack.addWidget(self._made[name])
        return self._made[name]

    def open_target(self, target: Target) -> None:
        """Show the section a link names."""
        names = [one.name for one in SECTIONS]
        if target.kind == KIND and target.key in names:
            self.ui.sectionList.setCurrentRow(names.index(str(target.key)))

    def may_leave(self) -> bool:
        return self.section.may_leave()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.section.reveal()

    @Slot(int)
    def _chosen(self, row: int) -> None:
        before = self.ui.sectionStack.currentWidget()
        if isinstance(before, Section) and not before.may_leave():
            names = list(self._made)
            shown = next(name for name in names if self._made[name] is before)
            back = [one.name for one in SECTIONS].index(shown)
            self.ui.sectionList.blockSignals(True)  # noqa: FBT003  it never was left
            self.ui.sectionList.setCurrentRow(back)
            self.ui.sectionList.blockSignals(False)  # noqa: FBT003
            return
        section = self.section_named(SECTIONS[row].name)
        self.ui.sectionStack.setCurrentWidget(section)
        self.ui.sectionStack.updateGeometry()
        section.reveal()

    @Slot()
    def _save(self) -> None:
        if isinstance(self.section, FormSection):
            self.section.save_now()

    @Slot()
    def _draw(self) -> None:
        """Draw the list again, with icons and a width that fit colours and text."""
        colours = theme.current()
        for row, one in enumerate(SECTIONS):
            item = self.ui.sectionList.item(row)
            item.setIcon(icons.icon(one.icon, colours.text))
            item.setSizeHint(QSize(0, theme.row_height()))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.title)
        em = self.fontMetrics().horizontalAdvance("国")
        widest = max(len(one.title) for one in SECTIONS)
        self.ui.sectionList.setFixedWidth(em * max(widest, _EMS) + 3 * em)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "ui"):
            self._draw()
