"""宛名ラベル (section 3.16): one label for each letter, from any label of the first sheet on."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from app.documents.label_sheet import LABEL_SHEETS, LabelSheet, label_form, read_label_sheet
from app.kernel.errors import Refusal
from app.office import commands as office_commands
from app.office import queries as office_queries
from app.reporting.addressee import Addressee
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields
from app.reporting.mailing import Letter, Mailing, mailing

COLUMNS = ("郵便番号", "住所", "建物", "団体名", "役職", "氏名")


def make(session: Session, request: Request) -> Content:
    """Return the labels of a mailing, with a form of the measures asked for."""
    found = mailing(session, request)
    choice = request.mailing
    sheet = label_sheet(session, choice.label)
    if not 1 <= choice.start <= sheet.count:
        raise Refusal(f"開始位置は1～{sheet.count}の数にしてください（{sheet.label}）。")
    rows: list[dict[str, Any]] = [{} for _ in range(choice.start - 1)]
    rows += [letter_fields(one) for one in found.letters]
    return mailing_content(
        session,
        request,
        found,
        title=f"宛名ラベル　{sheet.count}面",
        rows=rows,
        form="labels.xlsx",
        drawn=label_form(sheet, right=choice.right, down=choice.down, frames=choice.frames),
    )


def label_sheets(session: Session) -> tuple[LabelSheet, ...]:
    """Return the label sheets there are: ours, then the office's own."""
    own = []
    for values in office_queries.label_sheets(session):
        try:
            own.append(LabelSheet(**values))
        except TypeError:
            continue
    return (*LABEL_SHEETS, *own)


def add_label_sheet(session: Session, text: str) -> str:
    """Keep a label sheet of the office's own, as people type its measures; return its key."""
    known = office_queries.label_sheets(session)
    key = f"own-{len(known) + 1}"
    sheet = read_label_sheet(text, key)
    office_commands.keep_label_sheets(session, [*known, asdict(sheet)])
    return key


def label_sheet(session: Session, key: str) -> LabelSheet:
    """Return the label sheet with this key.  Refuses one that is not there."""
    known = label_sheets(session)
    for one in known:
        if one.key == key:
            return one
    names = "、".join(f"{one.key}（{one.label}）" for one in known)
    raise Refusal(f"ラベル「{key}」はありません。使えるのは {names} です。")


def letter_fields(letter: Letter) -> dict[str, Any]:
    """Return what stands on one letter, by the names forms use."""
    to = letter.to
    return {
        **_place_fields(to),
        "宛名": to.names[0] if to.names else "",
        "連名": to.names[1] if len(to.names) > 1 else "",
        "圏域": letter.district,
    }


def _place_fields(to: Addressee) -> dict[str, str]:
    return {
        "郵便番号": f"〒{to.postal_code}" if to.postal_code else "",
        "住所": to.address,
        "建物": to.building,
        "団体名": to.organisation,
        "役職": to.role,
    }


def mailing_content(
    session: Session,
    request: Request,
    found: Mailing,
    *,
    title: str,
    rows: list[dict[str, Any]],
    form: str,
    drawn: bytes = b"",
    fields: dict[str, Any] | None = None,
    columns: tuple[str, ...] = COLUMNS,
) -> Content:
    """Return a mailing as the content of a document, with who was left out."""
    return Content(
        title=title,
        fields={
            **office_fields(session, request.today),
            **(fields or {}),
            "通数": len(found.letters),
        },
        lists={"宛名": rows},
        form=form,
        people=found.named,
        main_list="宛名",
        columns=columns,
        year=request.year,
        drawn=drawn,
        remarks=found.remarks,
    )
