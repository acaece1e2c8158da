"""Files that are no workbook we can fill: told apart by their first bytes, each with its cure."""

from __future__ import annotations

import zipfile

from app.kernel.errors import Refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS_XLSX = (
    "Excelで開き、「Excelブック(.xlsx)」として保存し直してから、もう一度お試しください。"
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STARTS = {
    b"%PDF": "PDFです。元になったExcelのファイルを選んでください。",
    b"\x89PNG": "画像です。Excelのファイルを選んでください。",
    b"\xff\xd8\xff": "画像です。Excelのファイルを選んでください。",
    b"{\\rtf": f"リッチテキストです。{_SAVE_AS_XLSX}",
    b"<": f"Webページか、XMLのファイルです。{_SAVE_AS_XLSX}",
}
_FOLDERS = {
    "word/": "Wordの文書です。表をExcelに移し、「Excelブック(.xlsx)」として保存してください。",
    "ppt/": "PowerPointの文書です。表をExcelに移し、「Excelブック(.xlsx)」として保存してください。",
}
_LOOKED_AT = 4096
_MIME = "mimetype"


def refusal_of_no_zip(data: bytes, name: str) -> Refusal:
    """Return what to say of a file that is no zip archive."""
    return Refusal(f"「{name}」は{_what(data)}")


def refusal_of_other_package(parts: list[str], archive: zipfile.ZipFile, name: str) -> Refusal:
    """Return what to say of an archive that has not the parts of an office document."""
    if _MIME in parts and archive.getinfo(_MIME).file_size < _LOOKED_AT:
        return Refusal(f"「{name}」は LibreOffice などの形式(.ods)です。{_SAVE_AS_XLSX}")
    return Refusal(
        f"「{name}」はExcelブック(.xlsx)ではなく、別のものを圧縮したファイルです。"
        "中のExcelのファイルを取り出してから、選んでください。"
    )


def refuse_other_documents(parts: list[str], name: str) -> None:
    """Raise ``Refusal`` for a text or slides that were given the name of a workbook."""
    if any(part.lower().startswith("xl/") for part in parts):
        return
    for folder, what in _FOLDERS.items():
        if any(part.lower().startswith(folder) for part in parts):
            raise Refusal(f"「{name}」は{what}")


def _what(data: bytes) -> str:
    if not data:
        return "空のファイルです。元のファイルを確かめ、もう一度受け取るか保存し直してください。"
    if data.startswith(_OLE):
        return _old_or_locked(data)
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, what in _STARTS.items():
        if start.startswith(sign):
            return what
    if start and 0 not in start:
        return f"テキスト(CSVなど)です。{_SAVE_AS_XLSX}"
    return f"Excelブック(.xlsx)ではないか、壊れています。{_SAVE_AS_XLSX}"


def _old_or_locked(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "パスワードで暗号化されています。Excelで開き、"
            "［ファイル］→［情報］→［ブックの保護］→［パスワードを使用して暗号化］で"
            "パスワードを消して保存してから、もう一度お試しください。"
        )
    return f"古い形式(.xls など)です。{_SAVE_AS_XLSX}"
