"""A form filled and printed by a process that does nothing else: VALUES FORM TARGET."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path


def main(values: str, form: str, target: str) -> None:
    from app.documents.form.fill import fill
    from app.documents.print.book import print_bytes

    filled = fill(Path(form), pickle.loads(Path(values).read_bytes()))
    pdf, _ = print_bytes(filled.data)
    Path(target).write_bytes(pdf)


if __name__ == "__main__":
    main(*sys.argv[1:])
