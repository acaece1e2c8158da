"""Writes the next migration from what the tables say and the migrations do not yet.

``python -m tools.make_migration words_of_the_step``: read what it writes, and tidy it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config

from app import wiring as _every_table  # noqa: F401
from app.kernel.resources import migrations
from app.storage.base import Base
from app.storage.engine import WRITES, Place, open_engine


def main(words: str) -> None:
    """Compare a file made by the migrations with the tables, and write the difference."""
    steps = sorted((migrations() / "versions").glob("[0-9]*_*.py"))
    number = f"{len(steps) + 1:04}"
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["metadata"] = Base.metadata
    with TemporaryDirectory() as folder:
        engine = open_engine(Place(Path(folder) / "office"), foreign_keys=False)
        with engine.execution_options(**{WRITES: True}).begin() as connection:
            config.attributes["connection"] = connection
            if steps:
                command.upgrade(config, "head")
            command.revision(config, message=words, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
