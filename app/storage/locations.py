"""Folders an office file must not lie in: network shares, and folders a service synchronises.

SQLite's log needs shared memory and real locks, which a share does not give; a synchronising
service copies the file while it is half written and later puts an old copy over a new one.

Not tried on Windows: drive letters of network drives (``GetDriveTypeW``), and what OneDrive
calls its folder when the office's own OneDrive is set up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from app.kernel.errors import Refusal

_REMOTE_DRIVE = 4
_NETWORK_SYSTEMS = frozenset(
    {
        "9p", "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.rclone", "fuse.sshfs",
        "glusterfs", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs",
    }
)  # fmt: skip
_SYNCED_NAMES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google ドライブ"),
    ("googledrive", "Google ドライブ"),
    ("google ドライブ", "Google ドライブ"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("box sync", "Box"),
)
_SYNCED_MARKERS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google ドライブ"),
    (".tmp.driveupload", "Google ドライブ"),
)
_SYNCED_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_INSTEAD = (
    "このPCの内蔵ディスクのフォルダー（たとえば「ドキュメント」の外に作った「くらしの台帳」"
    "フォルダー）に移してから開いてください。"
)


def refuse_unsafe(path: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Refuse, with the reason, a place where an office file would come to harm."""
    path = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would hide a drive's letter
    for seen in (path, path.resolve()):
        if is_network(seen):
            raise Refusal(
                "事務所ファイルが共有フォルダー（ネットワーク上の場所）にあります。"
                f"記録が失われることがあるため、ここでは使えません。{_INSTEAD}"
            )
        if service := synchronising_service(seen, environment):
            raise Refusal(
                f"事務所ファイルが{service}と同期するフォルダーにあります。"
                "同期の途中で記録が失われたり外部に送られたりするため、ここでは使えません。"
                f"{_INSTEAD}"
            )


def is_network(path: Path) -> bool:
    """Return whether a path leads to another computer."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only there

        if str(path).startswith(("\\\\", "//")):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE)
    mounts = Path("/proc/self/mounts")
    return mounts.exists() and file_system(path, mounts.read_text("utf-8")) in _NETWORK_SYSTEMS


def file_system(path: Path, mounts: str) -> str:
    """Return the kind of file system a path is on, by the text of ``/proc/self/mounts``."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, point, system, *_ = line.split(" ")
        folder = Path(point.encode().decode("unicode_escape").encode("latin-1").decode("utf-8"))
        if len(folder.parts) >= best and (folder == path or folder in path.parents):
            best, kind = len(folder.parts), system
    return kind


def synchronising_service(path: Path, environment: Mapping[str, str]) -> str | None:
    """Return the name of the service that synchronises the folder of a file, if one does."""
    for variable in _SYNCED_VARIABLES:
        if (root := environment.get(variable)) and Path(root) in path.parents:
            return "OneDrive"
    found = (_service_of(folder) for folder in path.parents)
    return next((service for service in found if service is not None), None)


def _service_of(folder: Path) -> str | None:
    """Return whose folder this is, by its name or by what a service leaves in it."""
    name = folder.name.lower()
    for start, service in _SYNCED_NAMES:
        if name.startswith(start):
            return service
    if name == "box" and folder.parent == Path.home():
        return "Box"
    for marker, service in _SYNCED_MARKERS:
        if folder != Path.home() and (folder / marker).exists():
            return service
    return None
