"""Fonts for the comparison only: the bundled ones at the widths of the fonts that workbooks name.

LibreOffice sets text in whatever stands in for a font, at that font's widths.  With ours under a
plain alias its columns would be up to half too wide (design/printing.md, 1).  So it is given
copies of ours, one for each kind of named font, whose letters are as wide as we set them for that
font.  They live in a temporary folder, with a fontconfig file that knows nothing else.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from app.documents.fonts import FontChain, chain
from app.documents.named_fonts import named_font
from app.kernel.resources import resources

_NAMES = re.compile(
    r'(?:name|rFont) val="([^"]+)"|<a:(?:latin|ea) typeface="([^"+][^"]*)"'
    r'|script="Jpan" typeface="([^"]+)"|&amp;(?:&quot;|")([^,&"]+)'
)
_FALLBACK = "NotoSansJP-Regular.ttf"
_UNWANTED = {"liga", "dlig", "ccmp"}
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{folder}</dir>
<cachedir>{folder}/cache</cachedir>
{aliases}
<match target="pattern">
<edit name="family" mode="append_last"><string>{unknown}</string></edit>
</match>
</fontconfig>
"""
_ALIAS = """<match target="pattern">
<test name="family" qual="any"><string>{name}</string></test>
<edit name="family" mode="assign" binding="same"><string>{family}</string></edit>
</match>"""


def write_reference_fonts(workbooks: Iterable[Path], folder: Path) -> Path:
    """Write the fonts for what these workbooks name; returns the fontconfig file."""
    folder.mkdir(parents=True)
    shutil.copy(resources() / "fonts" / _FALLBACK, folder)
    families: dict[object, str] = {}
    aliases = []
    for name in sorted({"游ゴシック", *_names_in(workbooks)}):
        kind = named_font(name)
        if kind not in families:
            families[kind] = f"Kurashi Reference {len(families) + 1}"
            for bold in (False, True):
                _write_font(chain(name, bold=bold), families[kind], folder)
        aliases.append(_ALIAS.format(name=escape(name), family=families[kind]))
    target = folder / "fonts.conf"
    unknown = families[named_font("游ゴシック")]
    text = _CONFIGURATION.format(folder=folder, aliases="\n".join(aliases), unknown=unknown)
    target.write_text(text, "utf-8")
    return target


def _names_in(workbooks: Iterable[Path]) -> Iterator[str]:
    for path in workbooks:
        with zipfile.ZipFile(path) as package:
            for part in package.namelist():
                if part.endswith(".xml"):
                    text = package.read(part).decode("utf-8", "replace")
                    for groups in _NAMES.findall(text):
                        yield unescape(next(filter(None, groups)))


def _write_font(fonts: FontChain, family: str, folder: Path) -> None:
    face = fonts.glyph("国").face
    if fonts.bold and not face.bold:
        return
    font = TTFont(face.filename, recalcBBoxes=False)
    em = font["head"].unitsPerEm
    widths = font["hmtx"].metrics
    for code, name in font.getBestCmap().items():
        wanted = round(_advance(fonts, chr(code)) * em)
        have, _ = widths[name]
        if have and wanted and wanted != have:
            _squeeze(font, name, wanted / have)
    _without_joining(font)
    _rename(font, family, bold=fonts.bold)
    font.save(folder / f"{family.replace(' ', '')}{'-Bold' if fonts.bold else ''}.ttf")


def _advance(fonts: FontChain, character: str) -> float:
    glyph = fonts.glyph(character)
    return glyph.advance if glyph else 0.0


def _squeeze(font: TTFont, name: str, factor: float) -> None:
    """Scale a glyph sideways; one made of others only gets its width."""
    width, bearing = font["hmtx"].metrics[name]
    glyph = font["glyf"][name]
    if glyph.numberOfContours > 0:
        glyph.coordinates.scale((factor, 1.0))
        glyph.coordinates.toInt()
        glyph.recalcBounds(font["glyf"])
        if hasattr(glyph, "program"):
            glyph.program.fromBytecode(b"")
    font["hmtx"].metrics[name] = (round(width * factor), round(bearing * factor))


def _without_joining(font: TTFont) -> None:
    """Take out what joins letters: neither Excel nor we do."""
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag in _UNWANTED:
            record.Feature.LookupListIndex = []
            record.Feature.LookupCount = 0


def _rename(font: TTFont, family: str, *, bold: bool) -> None:
    style = "Bold" if bold else "Regular"
    font["name"].names = []
    for number, text in (
        (1, family), (2, style), (3, f"{family} {style}"), (4, f"{family} {style}"),
        (6, f"{family.replace(' ', '')}-{style}"),
    ):  # fmt: skip
        font["name"].setName(text, number, 3, 1, 0x409)
