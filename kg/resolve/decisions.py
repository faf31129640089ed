"""What people decided about links: same, different, or a link that is wrong; it wins on every run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from kg.errors import InputError
from kg.resolve.links import Link

Verdict = Literal["same", "different", "reject-link"]
_VERDICTS = ("same", "different", "reject-link")
_FIELDS = ("verdict", "a", "b", "who", "when", "why")


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement of a person: ``a`` and ``b`` are the IRIs of two entities or two claims."""

    verdict: Verdict
    a: str
    b: str
    who: str
    when: str
    why: str

    @property
    def pair(self) -> frozenset[str]:
        """The two things, in no order."""
        return frozenset((self.a, self.b))


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, none where there is no file; raises InputError for one that cannot be understood."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    try:
        listed = tomllib.loads(text).get("decision", [])
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: not TOML: {error}") from error
    if not isinstance(listed, list):
        raise InputError(f"{path}: decisions are written as [[decision]], one table each")
    return tuple(_decision(path, number, one) for number, one in enumerate(listed, start=1))


def _decision(path: Path, number: int, one: object) -> Decision:
    where = f"{path}: decision {number}"
    if not isinstance(one, dict):
        raise InputError(f"{where}: decisions are written as [[decision]], one table each")
    missing = [field for field in _FIELDS if not str(one.get(field, "")).strip()]
    if missing:
        raise InputError(f"{where}: says no {', '.join(missing)}; each decision has {', '.join(_FIELDS)}")
    if one["verdict"] not in _VERDICTS:
        raise InputError(f"{where}: verdict {one['verdict']!r} is none of {', '.join(_VERDICTS)}")
    values = [str(one[field]) for field in _FIELDS[1:]]
    return Decision(cast(Verdict, one["verdict"]), *values)


def stale(decisions: Iterable[Decision], known: frozenset[str], made: Iterable[Link]) -> list[Decision]:
    """Decisions that no longer say anything: of things that are gone, or against a link that nobody makes.

    ``made`` are the links as they would be without decisions.
    """
    pairs = {frozenset((link.left, link.right)) for link in made}
    return [
        one for one in decisions if not one.pair <= known or (one.verdict == "reject-link" and one.pair not in pairs)
    ]
