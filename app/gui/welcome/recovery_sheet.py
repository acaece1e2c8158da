"""The paper that keeps the passphrase of an encrypted office, to be locked away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

from app.gui.framework import theme
from app.kernel.wareki import format_day

_DPI = 300
_MM = _DPI / 25.4


def recovery_sheet(path: Path, passphrase: str, today: date) -> bytes:
    """Return one A4 page as PDF: the file, the passphrase in large letters, and what to do.

    It is made in memory only: a passphrase is never left in a file nobody asked for.
    """
    theme.load_fonts()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    writer.setTitle("パスフレーズの控え")
    painter = QPainter(writer)
    _write(painter, "パスフレーズの控え", 0, 22)
    _write(painter, "この紙は、くらしの台帳の事務所ファイルを開くためのものです。", 22, 11)
    _write(painter, f"事務所ファイル：{path.name}", 40, 12)
    _write(painter, f"作った日：{format_day(today)}", 50, 12)
    _write(painter, "パスフレーズ（大文字と小文字を区別します）", 68, 11)
    painter.drawRect(QRectF(0, 78 * _MM, 170 * _MM, 26 * _MM))
    _write(painter, passphrase, 80, 20, left=5, width=160)
    _write(
        painter,
        "・パスフレーズを忘れると、事務所ファイルも控えも、だれにも開けなくなります。\n"
        "・この紙を、鍵のかかる所にしまってください。パソコンと一緒に置かないでください。\n"
        "・引き継ぐときは、この紙も渡してください。",
        116,
        11,
    )
    painter.end()
    buffer.close()
    return bytes(data.data())


def _write(
    painter: QPainter, text: str, top: float, points: int, *, left: float = 0, width: float = 170
) -> None:
    """Write text at a distance from the top margin, in millimetres."""
    font = QFont()
    font.setFamilies(list(theme.FAMILIES))
    font.setPointSize(points)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWrapAnywhere)
    area = QRectF(left * _MM, top * _MM, width * _MM, 60 * _MM)
    painter.drawText(area, flags, text)
