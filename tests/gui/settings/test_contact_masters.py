"""団体種別, タグ and 独自項目 in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.contacts import commands, queries
from app.contacts.custom import CONTACTS, FieldKind, Subject
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft, PersonId
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.settings.custom_fields_section import CustomFieldsSection, all_fields
from app.gui.settings.organisation_kinds_section import OrganisationKindsSection
from app.gui.settings.settings_page import SettingsPage
from app.gui.settings.tags_section import TagsSection
from tests.gui.typing_japanese import type_text

Make = Callable[..., SettingsPage]


def kind_names(observed: ObservableStore) -> list[str]:
    return [row.name for row in observed.ask(queries.organisation_kinds)]


def test_that_kinds_are_added_moved_renamed_and_retired(
    make: Make, observed: ObservableStore
) -> None:
    page = make()
    page.open_target(Target("settings", "section", "organisation_kinds"))
    section = page.section
    assert isinstance(section, OrganisationKindsSection)
    for name in ("町会・自治会", "商店会"):
        section.ui.addButton.click()
        type_text(section.ui.nameEdit, name)
        QTest.keyClick(section.ui.nameEdit, Qt.Key.Key_Return)
    assert kind_names(observed) == ["町会・自治会", "商店会"]
    section.ui.upButton.click()
    assert kind_names(observed) == ["商店会", "町会・自治会"]
    section.ui.nameEdit.setText("町会・自治会")
    section.save_now()
    assert "すでにあります" in section.form._fields["name"].problem.text()
    section.reset()
    key = observed.ask(queries.organisation_kinds)[0].id
    observed.do("団体", commands.add_organisation, OrganisationDraft("本町商店会", kind_id=key))
    said: list[str] = []
    observed.refused.connect(said.append)
    section.ui.removeButton.click()
    assert "1件あるため削除できません" in said[0]
    section.ui.retireButton.click()
    assert observed.ask(queries.organisation_kinds)[0].retired
    assert section.ui.retireButton.text() == "また使う"
    observed.undo()
    assert section.ui.retireButton.text() == "使わない"


def test_that_a_tag_is_renamed_but_not_to_one_that_is_there_and_removed_after_asking(
    make: Make, observed: ObservableStore
) -> None:
    person = observed.do("人", commands.add_person, PersonDraft("見本", "花子"))
    assert person is not None
    tags = [observed.do("タグ", commands.add_tag, name) for name in ("園芸", "広報")]
    assert tags[0] is not None
    observed.do("タグ", commands.tag, tags[0].result, people=[PersonId(person.result)])
    page = make(False, True)
    page.open_target(Target("settings", "section", "tags"))
    section = page.section
    assert isinstance(section, TagsSection)
    section.ui.nameEdit.setText("広報")
    section.save_now()
    assert [row.name for row in observed.ask(queries.tags)] == ["園芸", "広報"]
    section.ui.nameEdit.setText("庭仕事")
    section.ui.noteEdit.setText("春と秋に手伝える方")
    section.save_now()
    assert [row.name for row in observed.ask(queries.tags)] == ["庭仕事", "広報"]
    assert [row.note for row in observed.ask(queries.tags)] == ["春と秋に手伝える方", ""]
    section.ui.removeButton.click()
    assert len(observed.ask(queries.tags)) == 2
    section.ui.removeButton.click()
    assert [row.name for row in observed.ask(queries.tags)] == ["広報"]
    observed.undo()
    assert observed.ask(queries.tags)[0].people == 1


def test_that_a_field_asks_for_choices_only_where_it_has_some(
    make: Make, observed: ObservableStore
) -> None:
    page = make()
    page.open_target(Target("settings", "section", "custom_fields"))
    section = page.section
    assert isinstance(section, CustomFieldsSection)
    ui = section.ui
    type_text(ui.nameEdit, "班")
    assert ui.choicesEdit.isHidden()
    ui.kindCombo.setCurrentIndex(list(FieldKind).index(FieldKind.CHOICE))
    assert not ui.choicesEdit.isHidden()
    section.save_now()
    assert observed.ask(all_fields) == []
    type_text(ui.choicesEdit, "1班\n2班")
    section.save_now()
    assert observed.ask(all_fields)[0].draft.choices == ("1班", "2班")
    assert not ui.subjectCombo.isEnabled()
    ui.addButton.click()
    ui.subjectCombo.setCurrentIndex(list(Subject).index(Subject.ORGANISATION))
    type_text(ui.nameEdit, "会員数")
    section.save_now()
    assert [row.draft.subject for row in observed.ask(all_fields)] == list(CONTACTS)
    ui.retireButton.click()
    assert observed.ask(all_fields)[1].retired
    ui.removeButton.click()
    assert [row.name for row in observed.ask(all_fields)] == ["班"]
