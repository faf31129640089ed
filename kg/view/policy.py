"""What keeps a page of hostile text harmless: data that cannot leave its element, and a policy of hashes.

The Content-Security-Policy names the hash of every script and style in the page and allows nothing else, so text that
did reach markup could neither run nor fetch. ``frame-ancestors`` and ``sandbox`` have no effect in a meta element.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def embedded_json(value: Any) -> Markup:
    """``value`` as JSON that may stand inside a script element of any type."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - no character that ends or opens markup is left


def embedded_script(source: str) -> Markup:
    """JavaScript of ours or of a library's, with no sequence that would end its element; hash what this returns."""
    return Markup(source.replace("</script", "<\\/script").replace("<!--", "<\\!--"))  # noqa: S704 - package data


def embedded_style(source: str) -> Markup:
    """A style sheet of ours."""
    return Markup(source.replace("</style", "<\\/style"))  # noqa: S704 - package data


def content_security_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A policy that runs exactly ``scripts``, applies exactly ``styles`` and fetches nothing."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_source_hash, scripts)),
            "style-src " + " ".join(map(_source_hash, styles)),
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _source_hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
