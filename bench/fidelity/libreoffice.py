"""LibreOffice printing many workbooks in one process, each as Excel in Japan would open it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_PATIENCE = 170
_ITEM = (
    '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "ja-JP"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale_CJK", "ja-JP"),
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),
)
_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""


def find_soffice() -> str | None:
    """Return the program, where there is one."""
    return shutil.which("soffice")


def print_all(books: Sequence[Path], folder: Path, fonts: Path, profile: Path) -> float:
    """Print workbooks into ``folder``, one PDF beside another; returns the seconds it took.

    ``fonts`` is the fontconfig file it sees.  A workbook it cannot print has no PDF afterwards.
    """
    _write_settings(profile)
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        find_soffice() or "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(folder), *map(str, books),
    ]  # fmt: skip
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts), "TZ": os.environ.get("TZ", "")}
    before = os.times().elapsed
    subprocess.run(
        command, check=False, capture_output=True, stdin=subprocess.DEVNULL,
        env=environment, timeout=_PATIENCE,
    )  # fmt: skip
    return os.times().elapsed - before


def _write_settings(profile: Path) -> None:
    items = "\n".join(
        _ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    target = profile / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text(_REGISTRY.format(items=items), "utf-8")
