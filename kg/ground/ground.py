"""From a proposal to an extraction whose every span is in the article.

A proposal comes from anybody: a grammar, a model, a third party's package. Each entity, event and claim is placed and
checked by itself; what does not hold is left out and becomes a Drop with its reason, so that the rest can stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from kg.ground.locate import Locator, NotInTextError
from schemas import Article, Claim, Drop, Entity, Event, Extraction, ExtractorInfo
from schemas.models import Model, Span

_Item = TypeVar("_Item", Entity, Event, Claim)
_SPAN_FIELDS = {"span", "trigger", "cue", "evidence"}
_QUOTING_FIELDS = {"source", "time"}
_LONGEST_QUOTE = 200
"""Code points of a dropped quote that are kept."""


def ground(article: Article, proposal: Mapping[str, Any], extractor: ExtractorInfo) -> Extraction:
    """The part of ``proposal`` that the article bears out, and a Drop for each part that it does not."""
    grounder = _Grounder(article)
    entities = grounder.items(Entity, "entity", proposal.get("entities"))
    events = grounder.items(Event, "event", proposal.get("events"))
    claims = grounder.items(Claim, "claim", proposal.get("claims"))
    entity_ids = {entity.id for entity in entities}
    event_ids = {event.id for event in events}
    events = [grounder.with_known(event, "event", entity_ids) for event in events]
    claims = [grounder.with_known(claim, "claim", entity_ids) for claim in claims]
    claims = grounder.chained(claims, event_ids)
    grounder.keep_drops(proposal.get("dropped"))
    return Extraction(
        article=article,
        entities=tuple(entities),
        events=tuple(events),
        claims=tuple(claims),
        dropped=tuple(grounder.drops),
        extractor=extractor,
    )


class _Grounder:
    """Places the spans of one article's proposal and collects what was dropped on the way."""

    def __init__(self, article: Article) -> None:
        self.locator = Locator(article.text)
        self.drops: list[Drop] = []

    def drop(self, what: str, reason: str, quote: object = "") -> None:
        self.drops.append(Drop(what=what, reason=reason, quote=_storable(str(quote))[:_LONGEST_QUOTE]))

    def items(self, model: type[_Item], what: str, proposed: object) -> list[_Item]:
        if proposed is None:
            return []
        if not isinstance(proposed, Sequence) or isinstance(proposed, str | bytes):
            self.drop(what, f"a list is needed, not a {type(proposed).__name__}")
            return []
        out: dict[str, _Item] = {}
        for value in proposed:
            item = self.item(model, what, value)
            if item is None:
                continue
            if item.id in out:
                self.drop(what, f"the id {_storable(item.id)!r} is used twice", item.id)
                continue
            out[item.id] = item
        return list(out.values())

    def item(self, model: type[_Item], what: str, value: object) -> _Item | None:
        if not isinstance(value, Mapping):
            self.drop(what, f"an object is needed, not a {type(value).__name__}")
            return None
        try:
            return model.model_validate(self.placed(value, model is Entity))
        except NotInTextError as error:
            self.drop(what, str(error), _first_quote(value))
        except ValidationError as error:
            first = error.errors()[0]
            reason = f"{'.'.join(map(str, first['loc'])) or what}: {first['msg']}"
            self.drop(what, _storable(reason), _first_quote(value))
        except RecursionError:
            self.drop(what, "nested too deeply")
        return None

    def placed(self, value: Mapping[str, Any], is_entity: bool) -> dict[str, Any]:
        """``value`` with all its spans placed; an entity loses the mentions that cannot be, not itself."""
        evidence = self.span(value.get("evidence"), None)
        within = evidence if isinstance(evidence, Span) else None
        out = {key: self.field(key, item, within) for key, item in value.items() if key not in ("evidence", "mentions")}
        if "evidence" in value:
            out["evidence"] = evidence
        if "mentions" in value:
            out["mentions"] = self.mentions(value["mentions"])
            if is_entity and not out["mentions"]:
                raise NotInTextError("no mention of it is in the text")
        return out

    def mentions(self, mentions: object) -> list[Any]:
        if not isinstance(mentions, Sequence) or isinstance(mentions, str | bytes):
            return []
        out = []
        for mention in mentions:
            try:
                out.append(self.field("mention", mention, None))
            except NotInTextError as error:
                self.drop("mention", str(error), _first_quote(mention))
        return out

    def field(self, name: str, value: object, within: Span | None) -> object:
        """The value of the contract's field ``name`` with the spans in it placed."""
        if isinstance(value, Model):
            value = value.model_dump(mode="json")
        if name in _SPAN_FIELDS:
            return self.span(value, within)
        if name == "content" and isinstance(value, list | tuple):
            return [self.span(item, within) for item in value]
        if isinstance(value, Mapping):
            out = {key: self.field(key, item, within) for key, item in value.items()}
            quoted = out.get("text")
            if name in _QUOTING_FIELDS and isinstance(quoted, str):
                out["text"] = self.quoted(quoted, name, within)
            return out
        if isinstance(value, list | tuple):
            return [self.field(name, item, within) for item in value]
        return value

    def span(self, value: object, within: Span | None) -> object:
        if isinstance(value, Span):
            return self.locator.place(value.text, value.start)
        if isinstance(value, Mapping) and isinstance(value.get("text"), str):
            start = value.get("start")
            return self.locator.place(value["text"], start if isinstance(start, int) else None, within)
        return value

    def quoted(self, text: str, name: str, within: Span | None) -> str:
        """``text`` as the article has it: a source's or a time's words must stand there too."""
        try:
            return self.locator.place(text, None, within).text
        except NotInTextError as error:
            raise NotInTextError(f"{name}: {error}") from error

    def with_known(self, item: _Item, what: str, entities: set[str]) -> _Item:
        """``item`` without references to entities that are not there."""
        dumped = item.model_dump()
        missing: list[str] = []
        cleaned = _without_unknown(dumped, entities, missing)
        if not missing:
            return item
        for entity in missing:
            self.drop(f"{what} reference", f"the entity {entity!r} is not there", item.id)
        return type(item).model_validate(cleaned)

    def chained(self, claims: list[Claim], events: set[str]) -> list[Claim]:
        """``claims`` whose ``via`` and ``about`` lead somewhere, and whose chains have no loop."""
        parents = {claim.id: claim.via for claim in claims}
        out = []
        for claim in claims:
            about = tuple(event for event in claim.about if event in events)
            for event in claim.about:
                if event not in events:
                    self.drop("claim reference", f"the event {event!r} is not there", claim.id)
            via = claim.via
            if via is not None and via not in parents:
                self.drop("claim reference", f"the claim {via!r} is not there", claim.id)
                via = None
            elif via is not None and _loops(claim.id, parents):
                self.drop("claim reference", f"the chain through {via!r} leads back to itself", claim.id)
                via = parents[claim.id] = None
            out.append(claim.model_copy(update={"about": about, "via": via}))
        return out

    def keep_drops(self, dropped: object) -> None:
        """What the extractor itself says it left out."""
        if not isinstance(dropped, Sequence) or isinstance(dropped, str | bytes):
            return
        for value in dropped:
            try:
                self.drops.append(Drop.model_validate(value))
            except ValidationError:
                self.drop("drop", "the extractor's own drop is malformed")


def _first_quote(value: object) -> str:
    """Some words of a rejected value, for the reader of the drop."""
    if isinstance(value, Mapping):
        for key in ("text", "name"):
            if isinstance(value.get(key), str):
                return str(value[key])
        for key in ("trigger", "content", "span", "mentions", "evidence"):
            if found := _first_quote(value.get(key)):
                return found
    if isinstance(value, list | tuple):
        return next((found for item in value if (found := _first_quote(item))), "")
    return ""


def _without_unknown(value: Any, known: set[str], missing: list[str]) -> Any:
    if isinstance(value, dict):
        out = {}
        for key, item in value.items():
            if key == "entity" and item is not None and item not in known:
                missing.append(item)
                item = None
            out[key] = _without_unknown(item, known, missing)
        return out
    if isinstance(value, list | tuple):
        return [_without_unknown(item, known, missing) for item in value]
    return value


def _loops(start: str, parents: Mapping[str, str | None]) -> bool:
    seen, at = {start}, parents.get(start)
    while at is not None:
        if at in seen:
            return at == start
        seen.add(at)
        at = parents.get(at)
    return False


def _storable(text: str) -> str:
    """``text`` without halves of surrogate pairs, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
