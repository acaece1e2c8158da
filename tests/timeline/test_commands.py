from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.contacts import commands as contacts
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.storage.store import Store
from app.timeline import commands, queries
from app.timeline.attachment import LARGEST, may_open
from app.timeline.note import NoteDraft
from tests.conftest import Clock

NOW = datetime(2026, 4, 1, 9)
DUE = date(2026, 4, 6)
CALL = NoteDraft(NOW, "送迎の相談", follow_up_on=DUE, follow_up="折り返す")


def names(store: Store, person: PersonId) -> list[str]:
    found = store.ask(queries.timeline, person=person)
    return [one.attachment.name for one in found if one.attachment]


def test_that_a_note_with_a_follow_up_is_open_until_it_is_done(
    store: Store, person: PersonId
) -> None:
    note = store.do("電話", commands.add_note, CALL, person=person).result
    assert store.ask(queries.note, note).draft == CALL
    assert store.ask(queries.open_follow_ups, date(2026, 4, 5)) == ()
    (open_one,) = store.ask(queries.open_follow_ups, DUE)
    assert (open_one.name, open_one.phone) == ("見本　花子", "0138-00-0001")
    assert (open_one.due, open_one.what) == (DUE, "折り返す")
    store.do("済", commands.follow_up_done, note, NOW.date())
    assert store.ask(queries.open_follow_ups, DUE) == ()
    store.undo()
    assert store.ask(queries.open_follow_ups, DUE) == (open_one,)


def test_that_a_follow_up_moves_to_another_day_and_is_open_again(
    store: Store, person: PersonId
) -> None:
    note = store.do("電話", commands.add_note, CALL, person=person).result
    store.do("済", commands.follow_up_done, note, NOW.date())
    store.do("延期", commands.move_follow_up, note, date(2026, 4, 9))
    assert store.ask(queries.note, note).open_until == date(2026, 4, 9)
    store.do("済", commands.follow_up_done, note, NOW.date())
    store.do("まだ", commands.reopen_follow_up, note)
    assert store.ask(queries.note, note).open_until == date(2026, 4, 9)


def test_that_a_changed_note_keeps_what_was_done_unless_its_day_changed(
    store: Store, person: PersonId
) -> None:
    note = store.do("電話", commands.add_note, CALL, person=person).result
    store.do("済", commands.follow_up_done, note, NOW.date())
    store.do("変更", commands.change_note, note, replace(CALL, text="送迎と昼食"))
    assert store.ask(queries.note, note).followed_up_on == NOW.date()
    store.do("変更", commands.change_note, note, replace(CALL, follow_up_on=date(2026, 4, 7)))
    assert store.ask(queries.note, note).open_until == date(2026, 4, 7)


def test_that_a_note_may_be_of_a_person_and_an_organisation(
    store: Store, person: PersonId, organisation: OrganisationId
) -> None:
    of_both = {"person": person, "organisation": organisation}
    note = store.do("電話", commands.add_note, CALL, **of_both).result
    for owner in ({"person": person}, {"organisation": organisation}):
        shown = [one.note for one in store.ask(queries.timeline, **owner) if one.note]
        assert [one.id for one in shown] == [note]
    (of_organisation,) = store.ask(queries.open_follow_ups, DUE)
    assert of_organisation.name == "見本　花子"


def test_that_nothing_is_due_for_a_contact_in_the_bin(
    store: Store, person: PersonId, organisation: OrganisationId
) -> None:
    store.do("電話", commands.add_note, CALL, person=person)
    store.do("電話", commands.add_note, CALL, organisation=organisation)
    store.do("ごみ箱", contacts.bin_person, person)
    assert [one.name for one in store.ask(queries.open_follow_ups, DUE)] == ["見本町会"]
    store.do("ごみ箱", contacts.bin_organisation, organisation)
    assert store.ask(queries.open_follow_ups, DUE) == ()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (NoteDraft(NOW, " "), "text"),
        (NoteDraft(NOW, "あ" * 20_001), "text"),
        (NoteDraft(datetime(2026, 4, 1, 10), "先の話"), "day"),
        (NoteDraft(NOW, "話", follow_up="折り返す"), "follow_up_on"),
        (NoteDraft(NOW, "話", follow_up_on=date(2026, 3, 31)), "follow_up_on"),
        (NoteDraft(NOW, "話", follow_up_on=date(2066, 3, 31)), "follow_up_on"),
    ],
)
def test_that_a_note_is_refused_under_its_field(
    store: Store, person: PersonId, draft: NoteDraft, field: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        store.do("電話", commands.add_note, draft, person=person)
    assert list(refusal.value.fields) == [field]
    assert refusal.value.text.endswith("。")


def test_that_the_same_file_is_kept_once_and_goes_with_its_last_place(
    store: Store, person: PersonId, organisation: OrganisationId
) -> None:
    data = bytes(range(256))
    first = store.do("添付", commands.attach, "申込書.pdf", data, person=person)
    second = store.do("添付", commands.attach, "写し.pdf", data, organisation=organisation)
    assert second.tables == {"attachment"}
    assert store.ask(queries.attachment, first.result) == ("申込書.pdf", data)
    assert store.do("外す", commands.detach, first.result).tables == {"attachment"}
    assert store.ask(queries.attachment, second.result) == ("写し.pdf", data)
    gone = store.do("外す", commands.detach, second.result)
    assert gone.tables == {"attachment", "attachment_file"}
    store.undo()
    assert store.ask(queries.attachment, second.result) == ("写し.pdf", data)


def test_that_a_file_too_large_or_empty_is_refused_with_what_to_do(
    store: Store, person: PersonId
) -> None:
    with pytest.raises(Refusal, match=r"10\.0 MB.*10MBまで"):
        store.do("添付", commands.attach, "大.pdf", bytes(LARGEST + 1), person=person)
    with pytest.raises(Refusal, match="空のファイル"):
        store.do("添付", commands.attach, "空.pdf", b"", person=person)
    assert names(store, person) == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("C:\\書類\\申込書.pdf", "申込書.pdf"),
        ("../../申込書.pdf", "申込書.pdf"),
        ("名\u202e\x00前.pdf", "名前.pdf"),
        ("あ" * 300 + ".pdf", "あ" * 196 + ".pdf"),
    ],
)
def test_that_a_name_is_kept_without_its_folder_and_tricks(
    store: Store, person: PersonId, name: str, kept: str
) -> None:
    store.do("添付", commands.attach, name, b"x", person=person)
    assert names(store, person) == [kept]


def test_that_a_removed_note_takes_its_files_along_and_brings_them_back(
    store: Store, person: PersonId
) -> None:
    note = store.do("電話", commands.add_note, CALL, person=person).result
    store.do("添付", commands.attach, "FAX.tif", b"fax", note=note)
    assert names(store, person) == ["FAX.tif"]
    store.do("削除", commands.remove_note, note)
    assert store.ask(queries.timeline, person=person)[-1].word == "登録"
    assert names(store, person) == []
    store.undo()
    assert names(store, person) == ["FAX.tif"]


def test_that_what_is_gone_is_refused(store: Store, person: PersonId) -> None:
    for command, arguments in (
        (commands.change_note, (9, CALL)),
        (commands.remove_note, (9,)),
        (commands.detach, (9,)),
        (commands.follow_up_done, (9, DUE)),
    ):
        with pytest.raises(Refusal, match=r"。$"):
            store.do("何か", command, *arguments)
    with pytest.raises(Refusal, match="削除されています"):
        store.do("電話", commands.add_note, CALL, person=PersonId(99))
    with pytest.raises(Refusal):
        store.ask(queries.attachment, 9)
    note = store.do("電話", commands.add_note, NoteDraft(NOW, "話"), person=person).result
    with pytest.raises(Refusal, match="ありません"):
        store.do("済", commands.follow_up_done, note, DUE)


def test_that_a_program_is_not_opened_with_a_click(clock: Clock) -> None:
    may_open("申込書.PDF")
    for name in ("更新.exe", "請求書.pdf.js", "名前だけ", "手順.bat", "表.xlsm"):
        with pytest.raises(Refusal, match="保存"):
            may_open(name)
