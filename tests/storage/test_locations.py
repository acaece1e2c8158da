from __future__ import annotations

from pathlib import Path

import pytest

from app.kernel.errors import Refusal
from app.storage.locations import file_system, refuse_unsafe, synchronising_service

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/export /mnt/share nfs4 rw 0 0
//server/office /mnt/city\040office cifs rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("/home/a.kurashi", "ext4"),
        ("/mnt/share/a.kurashi", "nfs4"),
        ("/mnt/shared/a.kurashi", "ext4"),
        ("/mnt/city office/deep/a.kurashi", "cifs"),
        ("/mnt/share/local/a.kurashi", "ext4"),
    ],
)
def test_that_the_file_system_of_a_path_is_that_of_its_nearest_mount(
    path: str, system: str
) -> None:
    assert file_system(Path(path), MOUNTS) == system


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 函館市社会福祉協議会/台帳", "OneDrive"),
        ("Dropbox/台帳", "Dropbox"),
        ("Google ドライブ", "Google ドライブ"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/台帳", "iCloud"),
        ("Box Sync", "Box"),
        ("台帳/Boxes", None),
        ("くらしの台帳", None),
    ],
)
def test_that_a_synchronised_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, service: str | None
) -> None:
    assert synchronising_service(tmp_path / folder / "a.kurashi", {}) == service


def test_that_a_synchronised_folder_is_known_by_the_system_s_settings(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "仕事")}
    with pytest.raises(Refusal, match=r"OneDriveと同期.*移してから"):
        refuse_unsafe(tmp_path / "仕事" / "台帳" / "a.kurashi", environment)
    refuse_unsafe(tmp_path / "自宅" / "a.kurashi", environment)


def test_that_a_synchronised_folder_is_known_by_what_the_service_leaves(tmp_path: Path) -> None:
    (tmp_path / ".dropbox.cache").mkdir()
    assert synchronising_service(tmp_path / "台帳" / "a.kurashi", {}) == "Dropbox"


def test_that_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "台帳").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(Refusal, match="Dropbox"):
        refuse_unsafe(tmp_path / "台帳" / "a.kurashi", {})
