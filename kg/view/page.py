"""The page: projection, layout, carrier and shell put together, the same bytes for the same input."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from kg.view import carrier, labels, policy
from kg.view.dossier import dossier
from kg.view.folding import fold_table
from kg.view.layout import place
from kg.view.links import Link
from kg.view.projection import ARTICLE, CLAIM, EVENT, project
from schemas import Extraction

SCRIPTS = (
    "text",
    "elements",
    "words",
    "model",
    "figures",
    "state",
    "focus",
    "filters",
    "controls",
    "evidence",
    "panel",
    "timeline",
    "graph",
    "drawing",
    "arrangement",
    "painting",
    "beyond",
    "overview",
    "search",
    "table",
    "reader",
    "picture",
    "main",
)
_DEFAULT_TITLE = {"ar": "رواية: الادعاءات والأحداث", "en": "riwaya: claims and events"}
_LINE_WIDTH = {CLAIM: (36, 3), ARTICLE: (26, 3)}
_OTHER_LINE_WIDTH = (26, 2)


def page(
    extractions: Sequence[Extraction],
    *,
    title: str = "",
    language: Literal["ar", "en"] | None = None,
    links: Sequence[Link] = (),
) -> str:
    """One HTML page that shows ``extractions``, complete in itself.

    ``language`` is the interface's at first; without it, that of most articles. Raises ``InputError`` when two
    extractions are of one article or a link names a claim that is not there.
    """
    graph = project(extractions, links)
    spoken = language or _majority_language(extractions)
    rows = {node: _lines(own) for node, own in graph.nodes(data=True)}
    layout = place(graph, {node: len(_lines(own, _words_put_before(own))) for node, own in graph.nodes(data=True)})
    data = dossier(extractions, graph)
    texts = (article["text"] for article in data["articles"])
    data["fold"] = fold_table((*texts, *(label for _, label in graph.nodes(data="label"))))
    data["columns"] = layout.columns
    data["blocks"] = [asdict(block) for block in layout.blocks]
    data["shapes"] = carrier.SHAPES
    if len(graph) > carrier.MOST_NODES:
        data["places"] = [
            round(part) for node in graph for part in (layout.positions[node].x, layout.positions[node].y)
        ]
    data["title"] = labels.clean(title) or None
    library, script, style = policy.embedded_script(carrier.library()), _script(), _style()
    shell = carrier.Shell(
        title=labels.clean(title) or _DEFAULT_TITLE[spoken],
        language=spoken,
        direction="rtl" if spoken == "ar" else "ltr",
        policy=policy.content_security_policy((library, script), (style,)),
        library=library,
        script=script,
        style=style,
        dossier=policy.embedded_json(data),
        defers_library=len(graph) > carrier.MOST_NODES,
    )
    return carrier.render(carrier.network(graph, layout, rows), shell)


def write(path: Path, html: str) -> None:
    """Write the page to ``path`` as UTF-8, whole or not at all. Raises ``OSError`` as writing a file does."""
    target = Path(path)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(html)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _lines(own: Mapping[str, Any], before: str = "") -> tuple[str, ...]:
    return labels.lines(before + own["label"], *_LINE_WIDTH.get(own["kind"], _OTHER_LINE_WIDTH)) or ("?",)


def _words_put_before(own: Mapping[str, Any]) -> str:
    """The longest words the page puts before a label, in either language: they need room whatever it speaks."""
    if own["kind"] == EVENT:
        return "تعيين واستقالة: "
    return "denies: " if own.get("polarity") == "denies" else ""


def _majority_language(extractions: Sequence[Extraction]) -> Literal["ar", "en"]:
    found = Counter("ar" if extraction.article.language.startswith("ar") else "en" for extraction in extractions)
    return "ar" if found["ar"] >= found["en"] else "en"


def _script() -> Markup:
    folder = files("kg.view") / "assets" / "script"
    parts = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return policy.embedded_script('"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n")


def _style() -> Markup:
    return policy.embedded_style((files("kg.view") / "assets" / "style.css").read_text(encoding="utf-8"))
