"""Pictures of every page of the window, made from the sample office: ``make screenshots``.

The clock stands at the day of the sample, the people are synthetic, and only the bundled fonts
are used, so that the same program makes the same pictures.  ``docs/screens`` may hold nothing
else: a picture that is no longer made is removed.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import wiring
from app.gui.application import make_application
from app.gui.contacts.organisations_page import OrganisationsPage
from app.gui.contacts_place import ContactsPlace
from app.gui.framework import folders, view, window_state
from app.gui.framework.dialogs import program_dialogs
from app.gui.framework.jobs import Jobs
from app.gui.framework.list_view import ListView
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.parted_page import PartedPage
from app.gui.framework.passphrase_dialog import PassphraseDialog
from app.gui.framework.search import Target
from app.gui.framework.settings import ViewSettings
from app.gui.framework.view import View
from app.gui.framework.year_choice import YearChoice
from app.gui.main_window import MainWindow
from app.gui.places import PLACES
from app.gui.reporting.document_link import document_target
from app.gui.settings.settings_page import SECTIONS
from app.gui.training.training_page import TABS, TrainingPage
from app.gui.welcome.welcome_page import WelcomePage
from app.kernel.fiscal_year import FiscalYear
from app.kernel.paths import Paths
from app.kernel.progress import Silent
from app.office.settings import OfficeSettings
from app.reporting.documents import DOCUMENTS
from app.sample.office import TODAY, fill_sample
from app.storage.backup import Reason, back_up
from app.training import queries
from app.training.course import CourseId, CourseStatus
from tools.shot_forms import shoot_form, shoot_forms

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
SIZE = (1280, 860)
MOST_BYTES = 150_000
_PEOPLE, _SEED = 120, 1
_OFFICE = OfficeSettings(
    office_name="くらしサポート見本事務所",
    city_addressee="函館市長　見本　市長",
    coordinator="見本　担当",
    office_postal_code="040-8666",
    office_address="函館市東雲町見本番地",
    office_phone="0138-00-0000",
    contractor_name="特定非営利活動法人くらしサポート見本",
    contractor_title="理事長",
    contractor_representative="見本　太郎",
)
_LIGHT, _DARK = ViewSettings(12, "light"), ViewSettings(12, "dark")
_PARTED = frozenset(
    {"supporters", "matching", "local_resources", "council", "issues", "log", "plan", "reporting"}
)
_LARGE = ViewSettings(16, "dark")


def now() -> datetime:
    """Return the moment at which the sample office is looked at."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 9)


@dataclass
class Studio:
    """The window with an office, and where its pictures go."""

    app: QApplication
    window: MainWindow
    view: View
    jobs: Jobs
    folder: Path
    made: list[str]

    def look(self, settings: ViewSettings) -> None:
        """Give the window another look."""
        self.view.change(settings)
        self.settle()

    def go(self, place: str, kind: str = "", key: int | str | None = None) -> None:
        """Follow a link of the window."""
        self.window.go(Target(place, kind, key))
        self.settle()

    def settle(self) -> None:
        """Wait until the work is done and everything is drawn."""
        quiet = 0
        until = time.monotonic() + 30
        while quiet < 12 and time.monotonic() < until:
            self.app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            quiet = 0 if self.jobs.busy else quiet + 1
            time.sleep(0.02)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Take the picture of the window, or of one widget."""
        self.settle()
        picture = (widget or self.window).grab().toImage()
        (self.folder / f"{name}.png").write_bytes(small(picture))
        self.made.append(name)


def small(picture: QImage) -> bytes:
    """Return a picture as PNG, of 256 colours where that is needed to stay small."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    image = Image.frombytes(
        "RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine()
    )
    data = _png(image)
    if len(data) > MOST_BYTES:
        data = _png(image.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE))
    return data


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True)
    return stream.getvalue()


@contextmanager
def studio(folder: Path, work: Path, *, sample: bool) -> Iterator[Studio]:
    """Open the window on a new office, the sample or an empty one."""
    paths = Paths.under(work / "program")
    paths.create()
    app = make_application()
    look = View()
    look.change(_LIGHT)
    view.use(look)
    folders.use(paths)
    window_state.use(window_state.WindowState(paths.data))
    file = work / "見本.kurashi"
    wiring.create_office(file, None, _OFFICE, now)
    store = wiring.open_store(file, None, paths, now)
    if sample:
        fill_sample(store, _PEOPLE, _SEED, Silent())
        back_up(store, paths.backups, Reason.MANUAL)
    jobs = Jobs()
    year = YearChoice(FiscalYear.of(TODAY))
    window = MainWindow(look, year, program_dialogs()[0], jobs, now)
    window.setFixedSize(*SIZE)
    window.show_office(ObservableStore(store, window), _OFFICE.office_name)
    window.show()
    made = Studio(app, window, look, jobs, folder, [])
    try:
        made.settle()
        yield made
    finally:
        window.leave_office()
        window.close()
        made.settle()
        jobs.close()
        store.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shoot_empty(one: Studio) -> None:
    """Take the empty pages: what belongs there, and the first step."""
    for place in PLACES[:-1]:
        one.go(place.name)
        one.shoot(f"empty-{place.name}")


def shoot_places(one: Studio, suffix: str = "") -> None:
    """Take every place as it is first shown."""
    targets = {
        "settings": Target("settings", "section", "office"),
        "reporting": document_target("attendance-sheet", course=_course(one, over=False)),
    }
    for number, place in enumerate(PLACES, start=1):
        one.window.go(targets.get(place.name, Target(place.name)))
        one.shoot(f"{number}-{place.name}{suffix}")


def shoot_training(one: Studio, suffix: str = "") -> None:
    """Take every tab of the running course, and of one that is over its completion."""
    for course, name in ((_course(one, over=False), "running"), (_course(one, over=True), "over")):
        one.go("training", "course", course)
        page = one.window.ui.pages.currentWidget()
        assert isinstance(page, TrainingPage)
        for number, tab in enumerate(TABS, start=1):
            page.card.show_tab(tab)
            one.settle()
            one.shoot(f"3-training-{name}-{number}{suffix}")
        page.card.show_tab(TABS[0])


def _course(one: Studio, *, over: bool) -> CourseId:
    store = one.window.store
    assert store is not None
    listing = queries.CourseListing(FiscalYear.of(TODAY))
    rows = store.ask(listing.rows, store.ask(listing.keys))
    finished = {CourseStatus.FINISHED, CourseStatus.REPORTED}
    return next(row.id for row in rows.values() if (row.status in finished) is over)


def shoot_contacts(one: Studio) -> None:
    """Take a person's card, and an organisation's with its form."""
    one.go("contacts", "person", 1)
    one.shoot("2-contacts-person")
    one.go("contacts", "organisation", 1)
    one.shoot("2-contacts-organisation")
    place = one.window.ui.pages.currentWidget()
    assert isinstance(place, ContactsPlace)
    page = place.part
    assert isinstance(page, OrganisationsPage)
    page.side.edit()
    one.shoot("2-contacts-organisation-form")
    page.form.give_up()
    place.show_part("people")


def shoot_parts(one: Studio, suffix: str = "") -> None:
    """Take every part of the places that have some, with the first record where there is a list."""
    for number, place in enumerate(PLACES, start=1):
        if place.name not in _PARTED:
            continue
        one.go(place.name)
        page = one.window.ui.pages.currentWidget()
        assert isinstance(page, PartedPage)
        for part in page.PARTS:
            page.show_part(part.name)
            one.settle()
            for listed in page.part.findChildren(ListView)[:1]:
                listed.setCurrentIndex(listed.model().index(0, 0))
            one.shoot(f"{number}-{place.name}-{part.name}{suffix}")


def shoot_documents(one: Studio) -> None:
    """Take every document in its preview."""
    for document in DOCUMENTS:
        target = document_target(document.id, course=_course(one, over=True))
        one.window.go(target)
        one.shoot(f"11-reporting-{document.id}")
    one.window.go(document_target("certificate", course=_course(one, over=False)))
    one.shoot("11-reporting-refused")


def shoot_settings(one: Studio) -> None:
    """Take every section of the settings."""
    for section in SECTIONS:
        one.go("settings", "section", section.name)
        one.shoot(f"12-settings-{section.name}")


def shoot_dialogs(one: Studio) -> None:
    """Take the search, the help on keys, the first run and the question for a passphrase."""
    one.go("home")
    one.window.focus_search()
    one.window.ui.searchBox.setText("見本")
    one.settle()
    one.shoot("9-search")
    one.window.ui.searchBox.clear()
    one.window.show_keys()
    one.settle()
    for dialog in one.window.findChildren(QDialog):
        if dialog.isVisible():
            one.shoot("9-keys", dialog)
            dialog.close()
    asking = PassphraseDialog(
        "パスフレーズ", "「見本」のパスフレーズを入力してください。", new=True, parent=one.window
    )
    asking.show()
    one.shoot("9-passphrase", asking)
    asking.close()
    welcome = WelcomePage(FiscalYear.of(TODAY))
    welcome.resize(*SIZE)
    one.shoot("9-welcome", welcome)
    welcome.deleteLater()


STEPS: Sequence[Callable[[Studio], None]] = (
    shoot_places,
    shoot_contacts,
    shoot_training,
    shoot_parts,
    shoot_documents,
    shoot_forms,
    shoot_settings,
    shoot_dialogs,
)


@contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder that is always called the same: pages show where things are."""
    folder = Path(tempfile.gettempdir()) / "kurashi-screens"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("empty", "sample"):
        (folder / name).mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shoot_all(folder: Path) -> list[str]:
    """Take every picture and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    with workshop() as work:
        with studio(folder, work / "empty", sample=False) as one:
            shoot_empty(one)
            made = list(one.made)
        with studio(folder, work / "sample", sample=True) as one:
            for step in STEPS:
                step(one)
            one.look(_DARK)
            shoot_places(one, "-dark")
            shoot_training(one, "-dark")
            shoot_parts(one, "-dark")
            shoot_form(one, "-dark")
            one.look(_LARGE)
            shoot_places(one, "-dark-16pt")
            one.look(_LIGHT)
            made += one.made
    return made


def main() -> int:
    """Make ``docs/screens`` anew."""
    made = shoot_all(FOLDER)
    for old in FOLDER.glob("*.png"):
        if old.stem not in made:
            old.unlink()
    large = [name for name in made if (FOLDER / f"{name}.png").stat().st_size > MOST_BYTES]
    print(f"{len(made)}枚の絵を {FOLDER.relative_to(Path.cwd())} に作りました。")
    for name in large:
        print(f"  {name}.png は {MOST_BYTES // 1000} kB を超えています。")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
