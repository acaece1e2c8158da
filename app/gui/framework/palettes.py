"""The colours of the window, light and dark: one accent, every text at least 4.5 to 1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Named by what they are for.  ``paper`` lies under lists and fields, ``window`` around."""

    window: str
    paper: str
    stripe: str
    text: str
    quiet: str
    line: str
    frame: str
    accent: str
    on_accent: str
    accent_pressed: str
    chosen: str
    on_chosen: str
    problem: str
    warning: str
    good: str
    side: str


LIGHT = Colours(
    window="#f6f7f7",
    paper="#ffffff",
    stripe="#f4f7f8",
    text="#1d2427",
    quiet="#56626a",
    line="#d5dbde",
    frame="#7d8a92",
    accent="#0b5f73",
    on_accent="#ffffff",
    accent_pressed="#084958",
    chosen="#cfe8ee",
    on_chosen="#10242b",
    problem="#b3261e",
    warning="#7a4b00",
    good="#1c683b",
    side="#e9eef0",
)

DARK = Colours(
    window="#1d2124",
    paper="#262b2f",
    stripe="#2a3034",
    text="#e8ecee",
    quiet="#aeb8be",
    line="#3b4449",
    frame="#87939a",
    accent="#74c9db",
    on_accent="#0c2127",
    accent_pressed="#9adbe8",
    chosen="#24505c",
    on_chosen="#f2fafc",
    problem="#ffa79e",
    warning="#f1c977",
    good="#90d9a8",
    side="#171a1d",
)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
