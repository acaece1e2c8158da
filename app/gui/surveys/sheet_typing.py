"""Reading what was typed into a cell of the grid, as the sheet it makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.contacts.organisation import OrganisationId
from app.gui.contacts.found import organisations_found
from app.gui.framework.observable_store import ObservableStore
from app.gui.surveys.sheet_model import DISTRICT, ORGANISATION, SheetModel
from app.gui.widgets.person_picker import NEW
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.kernel.wareki import parse_day
from app.office import queries as office
from app.surveys.survey import AnswerSheetDraft
from app.surveys.typed_answer import read_answer


def read_cell(
    store: ObservableStore, model: SheetModel, row: int, column: int, text: str, today: date
) -> AnswerSheetDraft:
    """Return the sheet of a row with a cell as it was typed.

    A new one came on the day of the one before it: they are typed as they came, in a heap.
    Raises ``Refusal`` for a text that cannot be read.
    """
    draft = model.rows[row].draft if row < len(model.rows) else _like_last(model)
    if (question := model.question(column)) is not None:
        others = tuple(one for one in draft.answers if one.question_id != question.id)
        return replace(draft, answers=(*others, read_answer(question, text)))
    if column == DISTRICT:
        return replace(draft, district_id=_district(store, text))
    if column == ORGANISATION:
        return replace(draft, organisation_id=_organisation(store, text))
    if column == model.received_column:
        return replace(draft, received_on=parse_day(text, today) if text else None)
    return replace(draft, note=text)


def _like_last(model: SheetModel) -> AnswerSheetDraft:
    return AnswerSheetDraft(received_on=model.rows[-1].draft.received_on if model.rows else None)


def _district(store: ObservableStore, text: str) -> int | None:
    if not text:
        return None
    rows = store.ask(office.districts)
    named = [row for place, row in enumerate(rows, 1) if text in (str(place), row.name)]
    found = named or [row for row in rows if text in row.name]
    if len(found) != 1:
        raise Refusal(
            f"{quoted(text)}にあてはまる圏域が{len(found)}件あります。名前で入力してください。"
        )
    return found[0].id


def _organisation(store: ObservableStore, text: str) -> OrganisationId | None:
    if not text:
        return None
    known = [one for one in organisations_found(store, text) if one.key != NEW]
    found = [one for one in known if one.title == text] or known
    if len(found) != 1:
        raise Refusal(
            f"{quoted(text)}にあてはまる団体が{len(found)}件あります。"
            "連絡先にある団体の名称を入力してください。"
        )
    return OrganisationId(found[0].key)
