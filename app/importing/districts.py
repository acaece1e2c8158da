"""The districts (圏域) that lists name."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.importing.drafts import DraftRow, DraftT
from app.kernel.folding import fold
from app.office import queries as office


class DistrictNames:
    """Looks up the districts of the office by name."""

    def __init__(self, session: Session) -> None:
        self._districts = {fold(row.name): row.id for row in office.districts(session)}
        self._towns = office.town_finder(session)

    def taken(self, row: DraftRow[DraftT]) -> DraftRow[DraftT]:
        """Take the district the list names; it is fixed only where the town says another."""
        named = self._districts.get(fold(row.district.removesuffix("圏域")))
        draft = row.draft
        if named is None:
            said = f"圏域「{row.district}」は一覧にないため、備考に残します"
            note = with_line(draft.note, f"圏域（元の記載）: {row.district}")
            return replace(row, draft=replace(draft, note=note), mended=(*row.mended, said))
        derived = self._towns.district(draft.address_town + draft.address_number)
        fixed = derived != named
        return replace(row, draft=replace(draft, district_id=named, district_fixed=fixed))


def with_line(note: str, line: str) -> str:
    """Return a note with a line more."""
    return "\n".join(part for part in (note, line) if part)
