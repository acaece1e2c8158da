"""What is said of a plan as a whole: fields that would be made, and what came and went."""

from __future__ import annotations

from app.contacts.custom import FieldKind
from app.importing.planned import Plan, PlannedEdition, PlannedOwn
from app.kernel.wareki import format_day


def remarks(plan: Plan) -> tuple[str, ...]:
    """Return a sentence for everything that is no matter of a single row."""
    said = [text for field in plan.own for text in _own(field)]
    if plan.edition is not None:
        said.append(edition_says(plan.edition))
    return tuple(said)


def edition_says(edition: PlannedEdition) -> str:
    """Return what came and went since the edition before."""
    if edition.previous_on is None:
        return f"名簿「{edition.name}」の初めての取り込みです。"
    return (
        f"名簿「{edition.name}」の前の版（{format_day(edition.previous_on)}、"
        f"「{edition.previous_file}」）と比べて、新しく載った {edition.new}件、"
        f"引き続き載っている {edition.still}件、今回ない {len(edition.gone)}件。"
    )


def _own(field: PlannedOwn) -> list[str]:
    draft = field.draft
    if field.key is None:
        kind = draft.kind.label
        if draft.kind is FieldKind.CHOICE:
            kind += f"：{'、'.join(draft.choices)}"
        return [f"独自項目「{draft.name}」（{kind}）を作ります。"]
    said = []
    if field.retired:
        said.append(f"使わないことにした独自項目「{draft.name}」を、また使います。")
    if field.more_choices:
        said.append(
            f"独自項目「{draft.name}」の選択肢に{'、'.join(field.more_choices)}を加えます。"
        )
    return said
