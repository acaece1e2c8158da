"""The entries of the masters of supporters, as a form or a file says them."""

from __future__ import annotations

from dataclasses import dataclass

from app.office.master_row import MasterRow


@dataclass(frozen=True, slots=True)
class SupportKindDraft:
    """A kind of support (支援内容): ``short_name`` stands in narrow columns of a roster."""

    name: str
    short_name: str = ""
    distance_matters: bool = True


@dataclass(frozen=True, slots=True)
class SupportKindRow(MasterRow):
    """A kind of support as lists show it; ``short_name`` is the name where none is set."""

    short_name: str
    distance_matters: bool
