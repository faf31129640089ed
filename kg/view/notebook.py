"""The page inside a notebook."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.view.links import Link
from kg.view.page import page
from schemas import Extraction


@dataclass(frozen=True, slots=True)
class Explorer:
    """Extractions that a notebook shows as the explorer page; ``height`` is in pixels.

    The page sits in a frame of its own and keeps its own policy: it can neither run what a text brings along nor reach
    the notebook around it.
    """

    extractions: Sequence[Extraction]
    title: str = ""
    language: Literal["ar", "en"] | None = None
    links: Sequence[Link] = ()
    height: int = 760

    def _repr_html_(self) -> str:
        inside = page(self.extractions, title=self.title, language=self.language, links=self.links)
        return (
            f'<iframe srcdoc="{html.escape(inside)}" sandbox="allow-scripts allow-downloads allow-popups" '
            f'width="100%" height="{int(self.height)}" style="border:1px solid #ddd"></iframe>'
        )
