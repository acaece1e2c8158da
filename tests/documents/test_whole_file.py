"""A file is replaced by a whole new one or not at all."""

import pytest

from app.documents.whole_file import write_whole
from app.kernel.errors import Refusal


def test_that_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(Refusal, match="保存先"):
        write_whole(tmp_path / "ない" / "out.xlsx", b"x")
    (tmp_path / "フォルダー").mkdir()
    with pytest.raises(Refusal, match="書き込めません"):
        write_whole(tmp_path / "フォルダー", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["フォルダー"]
