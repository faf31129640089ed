"""Labels for a canvas: broken into lines, and each line isolated from the direction of its surroundings."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_RIGHT_TO_LEFT_ISOLATE, _LEFT_TO_RIGHT_ISOLATE, _POP_ISOLATE = "\u2067", "\u2066", "\u2069"


def clean(text: str) -> str:
    """``text`` on one line without control and format characters, bidi overrides among them."""
    kept = (" " if char.isspace() else char for char in text)
    return " ".join("".join(c for c in kept if c == " " or unicodedata.category(c) not in ("Cc", "Cf")).split())


def lines(text: str, width: int, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines of about ``width`` letters, an ellipsis where it is cut.

    Marks above and below letters take no width. A word longer than a line is cut.
    """
    cut = len(text) > width * most * 4
    rows: list[list[str]] = [[]]
    used = 0
    for word in clean(text[: width * most * 4]).split(" "):
        size = _width(word)
        if size > width:
            word, size = word[: width - 1] + ELLIPSIS, width
        if rows[-1] and used + 1 + size > width:
            if len(rows) == most:
                cut = True
                break
            rows.append([])
            used = 0
        used += size + bool(rows[-1])
        rows[-1].append(word)
    made = [" ".join(row) for row in rows if any(row)]
    if cut and made and not made[-1].endswith(ELLIPSIS):
        made[-1] += " " + ELLIPSIS
    return tuple(made)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is a right-to-left one (rules P2 and P3 of UAX 9)."""
    return next((d != "L" for c in text if (d := unicodedata.bidirectional(c)) in ("L", "R", "AL")), False)


def isolated(rows: tuple[str, ...]) -> str:
    """Lines for the canvas, each inside its own direction isolate: vis draws line by line."""
    opening = _RIGHT_TO_LEFT_ISOLATE if is_right_to_left(" ".join(rows)) else _LEFT_TO_RIGHT_ISOLATE
    return "\n".join(f"{opening}{row}{_POP_ISOLATE}" for row in rows)


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) - sum(map(bool, map(unicodedata.combining, text)))
