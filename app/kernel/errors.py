"""What can go wrong, sorted by who can do something about it.

Everything else that is raised is a bug: it is logged, and shown as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NO_FIELDS: Mapping[str, str] = MappingProxyType({})


class Refusal(Exception):
    """The user asked for something the rules do not allow.  The text is shown to them.

    ``fields`` says, for a form, which field is refused for which reason.
    """

    def __init__(self, text: str, fields: Mapping[str, str] = _NO_FIELDS) -> None:
        super().__init__(text)
        self.text = text
        self.fields: Mapping[str, str] = dict(fields)


class FileLost(Refusal):
    """An office file is damaged or gone: a backup in its place helps."""


class Cancelled(Exception):
    """The user stopped a long job.  Nothing is shown."""
