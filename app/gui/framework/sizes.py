"""The sizes of text that can be chosen, in points."""

from __future__ import annotations

SMALLEST, DEFAULT, LARGEST = 10, 12, 20
