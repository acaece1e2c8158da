"""What is learned about the reading of a name while an input method writes it.

An input method shows what is being composed (the preedit text: kana, then kanji) and commits
it.  The kana last seen before the conversion is the reading of what is committed.  That is a
guess, and these cases make it a doubtful one: prediction (more is committed than was typed),
live conversion (kanji appear while kana are still typed), re-conversion of text that stood
there, text that was pasted, and text of which a part was rubbed out.

Nothing here knows Qt: ``NameEdit`` feeds it.  Every real input method has to be tried by hand;
what to try: MS-IME, Google 日本語入力, ATOK, macOS (with and without live conversion),
ibus-mozc and fcitx5-mozc, each with typing, prediction, F7, re-conversion, partial commits.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.gui.widgets.readings import composing, hiragana, is_kana, kana_tail, plausible


@dataclass(slots=True)
class _Piece:
    """A stretch of the text with one reading; ``missing`` characters were cut from it.

    ``open`` marks a part that was committed while the rest of its composition went on.
    """

    text: str
    reading: str
    sure: bool
    missing: int = 0
    open: bool = False


class ReadingCapture:
    """Follows the text of one field, piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._forget_composition()

    def _forget_composition(self) -> None:
        self._kana = ""
        self._before = ""
        self._drifted = False
        self._replaced: str | None = None

    @property
    def text(self) -> str:
        """The text as far as it is known here."""
        return "".join(piece.text for piece in self._pieces)

    @property
    def reading(self) -> str:
        """What is known of the reading, in hiragana."""
        return "".join(piece.reading for piece in self._pieces).strip()

    @property
    def sure(self) -> bool:
        """Whether nothing about the reading is doubtful."""
        return all(piece.sure for piece in self._pieces)

    def reset(self, text: str) -> None:
        """Take over a text that was put there by the program."""
        self._pieces = [_plain(text)] if text else []
        self._forget_composition()

    def edited(self, text: str) -> None:
        """Take over what was typed without an input method, pasted, or rubbed out."""
        self._change(text, None)

    def input_method(self, commit: str, preedit: str, text: str) -> None:
        """Take one event of the input method, and the text as it is after it."""
        if commit:
            self._commit(commit, preedit, text)
        elif text != self.text:
            self._replaced = self._change(text, None)
        self._compose(preedit, fresh=bool(commit))

    def _commit(self, commit: str, preedit: str, text: str) -> None:
        reading, sure, unfinished = self._reading_of(commit, preedit)
        self._change(text, _Piece(commit, reading, sure, open=unfinished))
        if not unfinished:
            self._kana = ""
            self._drifted = False
            self._replaced = None

    def _reading_of(self, commit: str, preedit: str) -> tuple[str, bool, bool]:
        """Return the reading of a commit, whether it is sure, and whether it goes on."""
        if is_kana(commit):
            return _plain(commit).reading, True, False
        if not self._kana:
            return self._replaced or "", False, False
        if preedit and self._before != commit:
            rest = composing(preedit)
            if rest and self._kana.endswith(rest) and rest != self._kana:
                reading = self._kana.removesuffix(rest)
                return reading, plausible(commit, reading) and not self._drifted, False
            if self._before == commit + preedit:
                return "", False, True
        return self._kana, plausible(commit, self._kana) and not self._drifted, False

    def _compose(self, preedit: str, *, fresh: bool) -> None:
        """Note what is being composed now."""
        if not preedit:
            self._close(self._kana)
            self._forget_composition()
            return
        kana = composing(preedit)
        if kana is None:
            tail = kana_tail(preedit)
            self._drifted = self._drifted or (bool(self._kana) and not self._kana.endswith(tail))
        elif kana or not self._kana or fresh or len(preedit) == 1:
            if self._kana.endswith(kana):
                self._close(self._kana.removesuffix(kana))
            self._kana = kana
            self._drifted = False
        self._before = preedit

    def _close(self, reading: str) -> None:
        """Give a part whose composition went on the reading that turned out to be its own."""
        for piece in self._pieces:
            if piece.open:
                piece.open = False
                piece.reading = reading
                piece.sure = plausible(piece.text, reading)

    def _change(self, text: str, arrived: _Piece | None) -> str | None:
        """Bring the pieces in step with the text; return the reading of what went."""
        old = self.text
        if text == old:
            return None
        start, removed = _difference(old, text, arrived.text if arrived else "")
        inserted = text[start : start + len(text) - len(old) + removed]
        gone = self._cut(start, start + removed)
        if inserted:
            fits = arrived is not None and arrived.text == inserted
            self._insert(start, arrived if arrived and fits else _plain(inserted))
        return gone

    def _cut(self, start: int, end: int) -> str:
        """Take out a stretch of the text; return the readings of the pieces that went whole."""
        kept: list[_Piece] = []
        gone: list[str] = []
        at = 0
        for piece in self._pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            at += len(piece.text)
            if first >= last:
                kept.append(piece)
            elif last - first == len(piece.text):
                gone.append(piece.reading)
            else:
                kept.append(_shortened(piece, first, last))
        self._pieces = kept
        return "".join(gone)

    def _insert(self, position: int, new: _Piece) -> None:
        at = 0
        for number, piece in enumerate(self._pieces):
            end = at + len(piece.text)
            touches = at <= position <= end
            if touches and (at < position < end or _joins(piece, new)):
                _join(piece, new, position - at)
                return
            if position <= at:
                self._pieces.insert(number, new)
                return
            at = end
        self._pieces.append(new)


def _plain(text: str) -> _Piece:
    """Return a piece nothing was composed for: kana read as themselves, blanks have none."""
    if not text.strip():
        return _Piece(text, text, sure=True)
    if is_kana(text):
        return _Piece(text, hiragana(text), sure=True)
    return _Piece(text, "", sure=False)


def _shortened(piece: _Piece, first: int, last: int) -> _Piece:
    rest = piece.text[:first] + piece.text[last:]
    if is_kana(piece.text):
        return _plain(rest)
    return _Piece(rest, piece.reading, sure=False, missing=piece.missing + last - first)


def _joins(piece: _Piece, new: _Piece) -> bool:
    """Say whether a new piece belongs to one it stands beside.

    Either it goes on where a partial commit left off, or it fills the place of characters that
    were rubbed out, as when 渡辺 is mended to 渡邊 by one character with another reading.
    """
    return piece.open or 0 < len(new.text) <= piece.missing


def _join(piece: _Piece, new: _Piece, position: int) -> None:
    piece.text = piece.text[:position] + new.text + piece.text[position:]
    if piece.open:
        piece.reading, piece.open = new.reading, new.open
        piece.sure = plausible(piece.text, piece.reading)
    else:
        piece.missing = max(piece.missing - len(new.text), 0)
        piece.sure = piece.sure and not new.text.strip()


def _difference(old: str, new: str, arrived: str) -> tuple[int, int]:
    """Return where the texts part, and how many characters of the old one went there."""
    removed = len(old) + len(arrived) - len(new)
    if arrived and removed >= 0:
        for start in range(len(old) - removed + 1):
            if old[:start] + arrived + old[start + removed :] == new:
                return start, removed
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end - start
