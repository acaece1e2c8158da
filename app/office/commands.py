"""What a user can do to the office itself: its settings, its masters, its record of exports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.office.exports import Export
from app.office.masters import DistrictDraft, TownDraft, TownsAssigned
from app.office.named_master import move_to
from app.office.settings import OfficeSettings
from app.office.tables import District, ExportRecord, Setting, Town
from app.storage.base import moment

_EXAMPLE = date(2026, 4, 1)
_IMPORT_MAP = "import_map:"


def change_settings(session: Session, settings: OfficeSettings) -> None:
    """Set every setting; only those that differ from what is stored are written."""
    settings = _checked(settings)
    stored = {row.name: row for row in session.scalars(select(Setting))}
    default = asdict(OfficeSettings())
    for name, value in asdict(settings).items():
        row = stored.get(name)
        plain = value.value if isinstance(value, Enum) else value
        if row is not None:
            _write(row, plain)
        elif value != default[name]:
            session.add(Setting(name=name, value=plain))


def remember_import_map(session: Session, fingerprint: str, columns: Mapping[str, str]) -> None:
    """Keep how the columns of a list with these headings were understood."""
    name = _IMPORT_MAP + fingerprint
    row = session.scalars(select(Setting).where(Setting.name == name)).one_or_none()
    if row is None:
        session.add(Setting(name=name, value=dict(columns)))
    else:
        _write(row, dict(columns))


def keep_label_sheets(session: Session, sheets: Sequence[Mapping[str, Any]]) -> None:
    """Keep the label sheets of the office's own, in place of those kept before."""
    row = session.scalars(select(Setting).where(Setting.name == "label_sheets")).one_or_none()
    if row is None:
        session.add(Setting(name="label_sheets", value=[dict(one) for one in sheets]))
    else:
        _write(row, [dict(one) for one in sheets])


def seed_masters(
    session: Session, districts: Sequence[DistrictDraft], towns: Sequence[TownDraft]
) -> None:
    """Fill the masters of a new office."""
    for draft in districts:
        add_district(session, draft)
    assign_towns(session, towns)


def add_district(session: Session, draft: DistrictDraft) -> int:
    """Add a district at the end of the list and return its key."""
    name = _district_name(session, draft.name, other_than=None)
    last = session.scalars(select(func.max(District.position))).one()
    row = District(name=name, centre=draft.centre.strip(), position=(last or 0) + 1)
    session.add(row)
    session.flush()
    return row.id


def change_district(session: Session, district: int, draft: DistrictDraft) -> None:
    """Rename a district, or name another centre for it."""
    row = _district(session, district)
    row.name = _district_name(session, draft.name, other_than=district)
    row.centre = draft.centre.strip()


def move_district(session: Session, district: int, position: int) -> None:
    """Put a district at a place of the list, counted from 1; the others close up."""
    order = select(District).order_by(District.position, District.id)
    move_to(session.scalars(order).all(), _district(session, district), position)


def remove_district(session: Session, district: int) -> None:
    """Take a district away that no town and nobody lies in."""
    row = _district(session, district)
    towns = session.scalars(select(func.count(Town.id)).where(Town.district_id == district)).one()
    if towns:
        raise Refusal(
            f"圏域「{row.name}」には{towns}件の町名があります。先に町名の圏域を変えてください。"
        )
    name = row.name
    session.delete(row)
    try:
        session.flush()
    except IntegrityError:
        raise Refusal(
            f"圏域「{name}」の連絡先やサポーター、社会資源、協議体などがあるため削除できません。"
            "先にそれらの圏域を変えてください。"
        ) from None


def change_town(session: Session, town: int, draft: TownDraft) -> None:
    """Change a town's name, reading or district."""
    row = session.get(Town, town)
    if row is None:
        raise Refusal("この町名は削除されています。")
    name = _town_name(draft.name)
    taken = select(Town.id).where(Town.name == name, Town.id != town)
    if session.scalars(taken).first() is not None:
        raise Refusal(f"町名「{name}」はすでにあります。", fields={"name": "同じ町名があります。"})
    row.name = name
    row.kana = draft.kana.strip()
    row.district_id = _district_by_name(session, draft.district)


def remove_town(session: Session, town: int) -> None:
    """Take a town out of the master; people's addresses are text and stay."""
    row = session.get(Town, town)
    if row is not None:
        session.delete(row)


def assign_towns(session: Session, towns: Iterable[TownDraft]) -> TownsAssigned:
    """Add towns, or set their districts: the import of 町名→圏域.

    A town without a district never takes away the one it has; a district nobody knows is
    refused for that town only.
    """
    districts = {row.name: row.id for row in session.scalars(select(District))}
    known = {row.name: row for row in session.scalars(select(Town))}
    outcome: dict[str, list[str]] = {"added": [], "changed": [], "same": []}
    refused = []
    for town in towns:
        draft = replace(town, name=town.name.strip(), district=town.district.strip())
        reason = _town_problem(draft, districts)
        if reason:
            refused.append((draft.name, reason))
        else:
            outcome[_assign(session, draft, districts, known)].append(draft.name)
    return TownsAssigned(
        tuple(outcome["added"]), tuple(outcome["changed"]), tuple(outcome["same"]), tuple(refused)
    )


def record_export(session: Session, export: Export) -> int:
    """Enter in the record that something with names in it left the office."""
    row = ExportRecord(
        made_at=moment(session),
        document=export.document,
        title=export.title,
        format=export.format,
        people=export.people,
        columns=list(export.columns),
        purpose=export.purpose.strip(),
        recipient=export.recipient.strip(),
        edition_id=export.edition,
        form_digest=export.form_digest,
    )
    session.add(row)
    session.flush()
    return row.id


def _checked(settings: OfficeSettings) -> OfficeSettings:
    problems = {}
    if not settings.city.strip():
        problems["city"] = "市町村名を入力してください。"
    if not re.fullmatch(r"0[0-9]{1,4}", settings.area_code.strip()):
        problems["area_code"] = "市外局番は0で始まる2～5桁の数字で入力してください（例 0138）。"
    if not _is_style(settings.date_style):
        problems["date_style"] = "日付の書き方は「令和8年4月1日」のように書いてください。"
    if problems:
        raise Refusal("設定を保存できません。" + "".join(problems.values()), fields=problems)
    texts = {name: value.strip() for name, value in asdict(settings).items() if _is_text(value)}
    return replace(settings, **texts)


def _is_style(text: str) -> bool:
    """Return whether a date style, being an example, writes its own day as itself."""
    try:
        return format_day(_EXAMPLE, text) == text
    except Refusal:
        return False


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _write(row: Setting, value: Any) -> None:
    if row.value != value:
        row.value = value


def _district(session: Session, district: int) -> District:
    row = session.get(District, district)
    if row is None:
        raise Refusal("この圏域は削除されています。")
    return row


def _district_name(session: Session, name: str, *, other_than: int | None) -> str:
    name = name.strip()
    if not name:
        raise Refusal("圏域の名前を入力してください。", fields={"name": "入力してください。"})
    taken = session.scalars(select(District.id).where(District.name == name)).one_or_none()
    if taken is not None and taken != other_than:
        raise Refusal(f"圏域「{name}」はすでにあります。", fields={"name": "同じ名前があります。"})
    return name


def _town_name(name: str) -> str:
    name = name.strip()
    if not name:
        raise Refusal("町名を入力してください。", fields={"name": "入力してください。"})
    return name


def _district_by_name(session: Session, name: str) -> int | None:
    name = name.strip()
    if not name:
        return None
    found = session.scalars(select(District.id).where(District.name == name)).one_or_none()
    if found is None:
        raise Refusal(
            f"圏域「{name}」がありません。", fields={"district": "圏域の一覧から選んでください。"}
        )
    return found


def _town_problem(draft: TownDraft, districts: Mapping[str, int]) -> str:
    if not draft.name:
        return "町名が空です。"
    if draft.district and draft.district not in districts:
        return f"圏域「{draft.district}」がありません。"
    return ""


def _assign(
    session: Session, draft: TownDraft, districts: Mapping[str, int], known: dict[str, Town]
) -> str:
    row = known.get(draft.name)
    district = districts.get(draft.district)
    if row is None:
        row = Town(name=draft.name, kana=draft.kana.strip(), district_id=district)
        session.add(row)
        known[draft.name] = row
        return "added"
    before = (row.kana, row.district_id)
    row.kana = draft.kana.strip() or row.kana
    row.district_id = row.district_id if district is None else district
    return "same" if before == (row.kana, row.district_id) else "changed"
