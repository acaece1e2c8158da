"""Workbooks as XlsxWriter draws them, and the parts of a file."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from lxml import etree
from PIL import Image


def written(how: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    """Return the bytes of a workbook that a function draws."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        how(book)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def tree(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(data)[part])


def with_parts(data: bytes, changes: dict[str, bytes]) -> bytes:
    """Return a file with some parts exchanged or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in {**parts(data), **changes}.items():
            out.writestr(name, content)
    return stream.getvalue()


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (width, height)).save(stream, kind)
    return stream.getvalue()
