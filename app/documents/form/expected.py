"""What a document can give to a form, against which the form is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Expected:
    """What a document can give: fields, and lists with their fields (``受講者.氏名``).

    ``examples`` are values as the document will give them, by the same names.
    """

    fields: frozenset[str]
    lists: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    examples: Mapping[str, object] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """Return every name a tag may have."""
        return self.fields | self.lists
