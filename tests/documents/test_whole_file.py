"""A file is replaced by a whole new one or not at all."""

import pytest

from app.documents.whole_file import write_together, write_whole
from app.kernel.errors import Refusal


def test_that_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(Refusal, match="保存先"):
        write_whole(tmp_path / "ない" / "out.xlsx", b"x")
    (tmp_path / "フォルダー").mkdir()
    with pytest.raises(Refusal, match="書き込めません"):
        write_whole(tmp_path / "フォルダー", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["フォルダー"]


def test_that_several_files_are_put_in_their_places(tmp_path):
    write_together({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"1", "b": b"2"}


def test_that_one_that_cannot_be_written_leaves_all_as_they_were(tmp_path):
    kept = tmp_path / "a.xlsx"
    kept.write_bytes(b"before")
    with pytest.raises(Refusal, match="保存先"):
        write_together({kept: b"after", tmp_path / "none" / "b.pdf": b"2"})
    assert kept.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
