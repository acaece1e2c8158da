"""Keeps a small synthetic office of the present shape, for the tests of every later version.

``python -m tools.keep_office`` with each release: ``tests/fixtures/offices/<revision>.kurashi``.
Everybody in it is invented.  A file that was kept with a release never changes again.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.kernel.progress import Silent
from app.office.settings import OfficeSettings
from app.sample.office import fill_sample
from app.storage.office_file import open_office
from app.storage.schema import head
from app.wiring import create_office

_FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "offices"
_PEOPLE = 24


def clock() -> datetime:
    """Return the time at which everything in the office happened."""
    return datetime(2026, 12, 1, 9)


def main() -> None:
    """Write the office anew."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    path = _FOLDER / f"{head()}.kurashi"
    path.unlink(missing_ok=True)
    create_office(path, None, OfficeSettings(office_name="見本の事務所"), clock)
    store = open_office(path, passphrase=None, clock=clock, backups=None)
    try:
        fill_sample(store, _PEOPLE, seed=1, progress=Silent())
    finally:
        store.close()
    print(path)


if __name__ == "__main__":
    main()
