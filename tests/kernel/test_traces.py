from __future__ import annotations

import pytest

from app.kernel.traces import trace


def fault() -> Exception:
    def inner() -> None:
        raise KeyError("見本　花子")

    def outer() -> None:
        try:
            inner()
        except KeyError as error:
            raise ValueError("電話 0138-00-0000") from error

    with pytest.raises(ValueError, match="電話") as caught:
        outer()
    return caught.value


def test_that_a_trace_says_where_but_not_what() -> None:
    text = trace(fault())
    assert "ValueError" in text
    assert "caused by KeyError" in text
    assert "test_traces.py" in text
    assert "花子" not in text
    assert "0138" not in text
