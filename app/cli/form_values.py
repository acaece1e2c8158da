"""The file of values that ``form fill`` reads, looked at closely before anything is filled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn, cast

from app.documents.form.values import Context, decode
from app.kernel.errors import Refusal

_MOST_BYTES = 20 * 1024 * 1024
_MOST_PICTURE = 10 * 1024 * 1024


def read_values(path: Path) -> Context:
    """Return the values of a JSON file; raises ``Refusal`` in words for anything else.

    Pictures are looked for beside the file.
    """
    values = _parsed(_text(path), path)
    if not isinstance(values, dict):
        raise Refusal(
            f'「{path.name}」の全体を {{"項目の名前": 値}} の形にしてください。'
            "使い方は docs/command-line.md にあります。"
        )
    for name, value in values.items():
        _check(value, name, path.parent)
    return cast("Context", decode(values, path.parent))


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise Refusal(f"「{path.name}」はフォルダーです。値を書いたファイルを選んでください。")
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(f"「{path.name}」は大きすぎます(上限20MB)。一覧を分けてください。")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            f"「{path.name}」の文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。"
        ) from error
    except (OSError, ValueError) as error:
        raise Refusal(
            f"値のファイル「{path.name}」を開けません。場所と名前を確かめてください。"
        ) from error


def _parsed(text: str, path: Path) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Refusal(
            f"「{path.name}」の{error.lineno}行目の{error.colno}字目が JSON として読めません。"
            "かぎかっこ、コンマ、引用符を確かめてください。"
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refusal(
            f"「{path.name}」を JSON として読めません。"
            "数の書き方と、かっこの深さを確かめてください。"
        ) from error


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _check(value: Any, name: str, folder: Path) -> None:
    """Refuse what has a shape that no value has."""
    if isinstance(value, dict):
        _check_object(value, name, folder)
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, dict):
                raise Refusal(f'「{name}」の一覧は [{{"項目の名前": 値}}, …] の形にしてください。')
            for inner, one in item.items():
                _check(one, f"{name}.{inner}", folder)


def _check_object(value: dict[str, Any], name: str, folder: Path) -> None:
    match value:
        case {"date": day, **rest} if not rest:
            if not isinstance(day, str):
                raise Refusal(f'「{name}」の日付は {{"date": "2026-04-01"}} の形にしてください。')
        case {"picture": picture, **rest} if not rest:
            _check_picture(picture, name, folder)
        case {"strike": struck, **rest} if not rest:
            if struck is not True:
                raise Refusal(f'「{name}」の横線は {{"strike": true}} の形にしてください。')
        case _:
            for inner, one in value.items():
                _check(one, f"{name}.{inner}", folder)


def _check_picture(picture: object, name: str, folder: Path) -> None:
    if not isinstance(picture, str):
        raise Refusal(f'「{name}」の画像は {{"picture": "印影.png"}} の形にしてください。')
    try:
        path = folder / picture
        readable = path.is_file()
        size = path.stat().st_size if readable else 0
    except (OSError, ValueError):
        readable = False
    if not readable:
        raise Refusal(
            f"「{name}」の画像「{picture}」がありません。値のファイルから見た場所を確かめてください。"
        )
    if size > _MOST_PICTURE:
        raise Refusal(
            f"「{name}」の画像「{picture}」は大きすぎます(上限10MB)。小さくしてください。"
        )
