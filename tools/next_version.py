"""A version of the program after this one, to prove what happens while a file is converted.

It knows one step more, which builds a table of the office file anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.kernel import resources
from app.storage import office_file, schema

_STEP = """
import sqlalchemy as sa
from alembic import op
revision = "{number}"
down_revision = "{previous}"
def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.alter_column("family_name", type_=sa.String(200))
"""


def use(folder: Path) -> None:
    """Note that from now on the next version is used on the office in a folder."""
    scripts, versions = _scripts(folder), "versions"
    draft = folder / "draft"
    shutil.rmtree(draft, ignore_errors=True)
    shutil.copytree(resources.migrations(), draft)
    number = _number()
    text = _STEP.format(number=number, previous=schema.head())
    (draft / versions / f"{number}_next.py").write_text(text, "utf-8")
    draft.rename(scripts)


def was_used(folder: Path) -> bool:
    """Return whether the next version is used on the office in a folder."""
    return _scripts(folder).exists()


@contextmanager
def program_of(folder: Path) -> Iterator[None]:
    """Be the version of the program that is used on the office in a folder."""
    if not was_used(folder):
        yield
        return
    scripts, number = _scripts(folder), _number()
    before = office_file.migrations, schema.head
    office_file.migrations = lambda: scripts
    office_file.head = schema.head = lambda: number  # type: ignore[assignment]
    try:
        yield
    finally:
        office_file.migrations, schema.head = before
        office_file.head = schema.head


def _scripts(folder: Path) -> Path:
    return folder / "next-version"


def _number() -> str:
    return f"{int(schema.head()) + 1:04}"
