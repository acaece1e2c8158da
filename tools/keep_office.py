"""Keeps a small synthetic office of the present shape, for the tests of every later version.

``python -m tools.keep_office`` with each release: ``tests/fixtures/offices/<revision>.kurashi``.
Everybody in it is invented.  A file that was kept with a release never changes again.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.forms import commands as forms
from app.forms.edition import Basis, EditionDraft, Mark
from app.kernel.fiscal_year import FiscalYear
from app.kernel.progress import Silent
from app.kernel.resources import resources
from app.office.settings import OfficeSettings
from app.sample.office import fill_sample
from app.storage.office_file import open_office
from app.storage.schema import head
from app.storage.store import Store
from app.wiring import create_office

_FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "offices"
_PEOPLE = 20


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
        register_forms(store)
    finally:
        store.close()
    print(path)


def register_forms(store: Store) -> None:
    """Register a form of a document of the catalogue, and one of the office's own."""
    data = (resources() / "forms" / "name-tags.xlsx").read_bytes()
    year = FiscalYear(2026)
    draft = EditionDraft("name-tags", "名札.xlsx", "令和8年4月から", year)
    store.do("様式を登録", forms.register_form, draft, data)
    own = store.do("書類を追加", forms.add_own_document, "連絡票", Basis.PERSON).result
    draft = EditionDraft(f"own-{own}", "連絡票.xlsx", "", year)
    sheet = "名札"
    store.do("様式を登録", forms.register_form, draft, data, [Mark(sheet, "A1", "{{氏名}}")])


if __name__ == "__main__":
    main()
