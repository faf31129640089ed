"""Extractions to test with: two written by hand on invented outlets, and any that the contract allows (hypothesis)."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from schemas import EntityType, EventType, Extraction, Realis, Span, SpeechAct

ARABIC_TEXT = (
    "قالت صحيفة «الشراع» إن وزارة الصحة في بلدة السدرة أعلنت أمس مقتل أكثر من 40 شخصًا في قصف على الميناء.\n"
    'وأضافت الوزارة: "لن نسكت". ونفى متحدث باسم الجيش وقوع القصف.'
)
ENGLISH_TEXT = (
    'The Harbour Post said on 3 May 2024 that the army shelled the port of Sidra. "We did not fire," '
    "army spokesman Sami Haddad said. Rescue workers counted 38 dead."
)


def span_of(text: str, words: str, nth: int = 0) -> dict[str, Any]:
    """The ``nth`` place in ``text`` where ``words`` stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def article(text: str, **fields: Any) -> dict[str, Any]:
    """An article's fields around ``text``."""
    return {"text": text, "sha256": sha256(text.encode()).hexdigest(), **fields}


def arabic_extraction(**changes: Any) -> Extraction:
    """A chain (outlet → ministry), a denial, a lower bound and a place, in Arabic."""

    def at(words: str, nth: int = 0) -> dict[str, Any]:
        return span_of(ARABIC_TEXT, words, nth)

    figure = {"span": at("أكثر من 40 شخصًا"), "min": 40, "min_exclusive": True, "unit": "person", "measures": "deaths"}
    told = at("قالت صحيفة «الشراع» إن وزارة الصحة في بلدة السدرة أعلنت أمس مقتل أكثر من 40 شخصًا في قصف على الميناء")
    value = {
        "article": article(
            ARABIC_TEXT,
            id="sample-ar",
            title="قصف الميناء: روايتان",
            language="ar",
            published="2024-05-03",
            published_basis="given",
            url='https://example.org/خبر?a=1&b="2"',
            outlet="صوت المرفأ",
            authors=("ليلى حداد", "سامي ناصر"),
            sample=True,
        ),
        "entities": [
            {
                "id": "e1",
                "type": "outlet",
                "name": "الشراع",
                "mentions": [{"span": at("الشراع")}],
            },
            {
                "id": "e2",
                "type": "organization",
                "name": "وزارة الصحة",
                "mentions": [{"span": at("وزارة الصحة")}, {"span": at("الوزارة"), "kind": "nominal"}],
            },
            {"id": "e3", "type": "place", "name": "السدرة", "mentions": [{"span": at("السدرة")}], "wikidata": "Q1"},
            {"id": "e4", "type": "organization", "name": "الجيش", "mentions": [{"span": at("الجيش")}]},
        ],
        "events": [
            {
                "id": "v1",
                "type": "ASSAULT",
                "trigger": at("قصف"),
                "participants": [{"role": "patient", "span": at("الميناء")}],
                "place": {"entity": "e3", "span": at("السدرة")},
                "time": {
                    "start": "2024-05-02",
                    "end": "2024-05-02",
                    "text": "أمس",
                    "basis": "published",
                    "granularity": "day",
                },
                "quantities": [figure],
                "evidence": told,
            }
        ],
        "claims": [
            {
                "id": "c1",
                "source": {"entity": "e1", "span": at("صحيفة «الشراع»"), "text": "صحيفة «الشراع»"},
                "cue": at("قالت"),
                "content": [at("وزارة الصحة في بلدة السدرة أعلنت أمس مقتل أكثر من 40 شخصًا في قصف على الميناء")],
                "speech_act": "report",
                "about": ["v1"],
                "evidence": told,
                "confidence": 0.9,
            },
            {
                "id": "c2",
                "source": {"entity": "e2", "span": at("وزارة الصحة في بلدة السدرة"), "text": "وزارة الصحة"},
                "cue": at("أعلنت"),
                "content": [at("مقتل أكثر من 40 شخصًا في قصف على الميناء")],
                "speech_act": "announce",
                "via": "c1",
                "about": ["v1"],
                "time": {"text": "أمس", "start": "2024-05-02", "end": "2024-05-02"},
                "quantities": [figure],
                "evidence": told,
            },
            {
                "id": "c3",
                "source": {"entity": "e2", "span": at("الوزارة"), "text": "الوزارة"},
                "cue": at("أضافت"),
                "content": [at("لن نسكت")],
                "kind": "direct",
                "evidence": at('وأضافت الوزارة: "لن نسكت"'),
            },
            {
                "id": "c4",
                "source": {"span": at("متحدث باسم الجيش"), "text": "متحدث باسم الجيش", "anonymous": True},
                "cue": at("نفى"),
                "content": [at("وقوع القصف")],
                "speech_act": "deny",
                "polarity": "denies",
                "about": ["v1"],
                "evidence": at("نفى متحدث باسم الجيش وقوع القصف"),
                "confidence": 0.75,
            },
        ],
        "dropped": [{"what": "claim", "reason": "content not in the text", "quote": "لن نصمت"}],
        "extractor": {"name": "grammar", "version": "0.1"},
    }
    return Extraction.model_validate({**value, **changes})


def english_extraction() -> Extraction:
    """A speaker with a direct denial, an outlet's report and an unsourced figure, in English."""

    def at(words: str, nth: int = 0) -> dict[str, Any]:
        return span_of(ENGLISH_TEXT, words, nth)

    return Extraction.model_validate(
        {
            "article": article(
                ENGLISH_TEXT,
                id="sample-en",
                title="Port shelled",
                language="en",
                published="2024-05",
                outlet="Coast Daily",
                sample=True,
            ),
            "entities": [
                {
                    "id": "e1",
                    "type": "outlet",
                    "name": "The Harbour Post",
                    "mentions": [{"span": at("The Harbour Post")}],
                },
                {"id": "e2", "type": "person", "name": "Sami Haddad", "mentions": [{"span": at("Sami Haddad")}]},
                {"id": "e3", "type": "place", "name": "Sidra", "mentions": [{"span": at("Sidra")}], "wikidata": "Q1"},
                {"id": "e4", "type": "organization", "name": "army", "mentions": [{"span": at("the army")}]},
            ],
            "events": [
                {
                    "id": "v1",
                    "type": "ASSAULT",
                    "trigger": at("shelled"),
                    "participants": [
                        {"role": "agent", "entity": "e4", "span": at("the army")},
                        {"role": "patient", "span": at("the port of Sidra")},
                    ],
                    "place": {"entity": "e3", "span": at("Sidra")},
                    "time": {"start": "2024-05-03", "end": "2024-05-03", "text": "3 May 2024"},
                    "evidence": at("the army shelled the port of Sidra"),
                },
                {
                    "id": "v2",
                    "type": "HARM",
                    "trigger": at("dead"),
                    "quantities": [
                        {"span": at("38 dead"), "min": 38, "max": 38, "unit": "person", "measures": "deaths"}
                    ],
                    "evidence": at("Rescue workers counted 38 dead"),
                },
            ],
            "claims": [
                {
                    "id": "c1",
                    "source": {"entity": "e1", "span": at("The Harbour Post"), "text": "The Harbour Post"},
                    "cue": at("said"),
                    "content": [at("the army shelled the port of Sidra")],
                    "speech_act": "report",
                    "about": ["v1"],
                    "evidence": at("The Harbour Post said on 3 May 2024 that the army shelled the port of Sidra"),
                },
                {
                    "id": "c2",
                    "source": {"entity": "e2", "span": at("army spokesman Sami Haddad"), "text": "Sami Haddad"},
                    "cue": at("said", 1),
                    "content": [at("We did not fire")],
                    "kind": "direct",
                    "polarity": "denies",
                    "about": ["v1"],
                    "evidence": at('"We did not fire," army spokesman Sami Haddad said'),
                },
                {
                    "id": "c3",
                    "source": {"span": at("Rescue workers"), "text": "Rescue workers", "anonymous": True},
                    "cue": at("counted"),
                    "content": [at("38 dead")],
                    "about": ["v2"],
                    "quantities": [
                        {"span": at("38 dead"), "min": 38, "max": 38, "unit": "person", "measures": "deaths"}
                    ],
                    "evidence": at("Rescue workers counted 38 dead"),
                },
            ],
            "extractor": {"name": "grammar", "version": "0.1"},
        }
    )


# Letters of both scripts, marks, bidi controls, every control character, quotation marks, line ends, astral planes.
_HOSTILE = st.sampled_from(
    "\x00\x01\t\n\r\x1b\x7f\x85\u061c\u200b\u200f\u202b\u202e\u2028\u2066\u2069\ufeff\ufffe\uffff"
    "\"'\\<>{}|^`«»ًّـأإةى١٢😀𐎀\U0010ffff"
)
TEXTS = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), _HOSTILE), min_size=1, max_size=80)
_WORDS = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), _HOSTILE), max_size=12)
_NAMES = _WORDS.filter(bool)
_DATES = st.dates().map(str)


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Span(start=start, end=end, text=text[start:end])


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def _times(draw: st.DrawFn) -> dict[str, Any]:
    first, last = sorted([draw(_DATES), draw(_DATES)])
    return {
        "start": draw(st.sampled_from([None, first])),
        "end": draw(st.sampled_from([None, first, last])),
        "text": draw(_NAMES),
        "basis": draw(_WORDS),
        "granularity": draw(_WORDS),
    }


@st.composite
def _quantities(draw: st.DrawFn, text: str) -> dict[str, Any]:
    numbers = st.floats(allow_nan=False, allow_infinity=False)
    low, high = sorted([draw(numbers), draw(numbers)])
    return {
        "span": draw(_spans(text)),
        "min": draw(st.sampled_from([None, low])),
        "max": draw(st.sampled_from([None, high])),
        "min_exclusive": draw(st.booleans()),
        "unit": draw(_maybe(_WORDS)),
        "measures": draw(_maybe(_WORDS)),
    }


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Any extraction that the contract allows, on any text."""
    text = draw(TEXTS)
    span = _spans(text)
    entity_ids = draw(st.lists(_NAMES, unique=True, max_size=3))
    event_ids = draw(st.lists(_NAMES, unique=True, max_size=3))
    claim_ids = draw(st.lists(_NAMES, unique=True, max_size=3))
    some_entity = st.sampled_from([None, *entity_ids])
    few_quantities = st.lists(_quantities(text), max_size=2)

    def entity(local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        mention = st.fixed_dictionaries({"span": span, "kind": st.sampled_from(["named", "nominal", "pronoun"])})
        return st.fixed_dictionaries(
            {
                "id": st.just(local_id),
                "type": st.sampled_from(list(EntityType)),
                "name": _NAMES,
                "mentions": st.lists(mention, max_size=4),
                "wikidata": _maybe(st.integers(1).map("Q{}".format)),
            }
        )

    def event(local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        role = st.sampled_from(["agent", "patient", "recipient", "instrument"])
        participant = st.fixed_dictionaries({"role": role, "entity": some_entity, "span": span})
        return st.fixed_dictionaries(
            {
                "id": st.just(local_id),
                "type": st.sampled_from(list(EventType)),
                "trigger": span,
                "realis": st.sampled_from(list(Realis)),
                "participants": st.lists(participant, max_size=3),
                "place": _maybe(st.fixed_dictionaries({"entity": some_entity, "span": span})),
                "time": _maybe(_times()),
                "quantities": few_quantities,
                "evidence": span,
            }
        )

    def claim(number: int) -> st.SearchStrategy[dict[str, Any]]:
        source = {"entity": some_entity, "span": _maybe(span), "text": _maybe(_WORDS), "anonymous": st.booleans()}
        return st.fixed_dictionaries(
            {
                "id": st.just(claim_ids[number]),
                "source": st.fixed_dictionaries(source),
                "cue": _maybe(span),
                "content": st.lists(span, min_size=1, max_size=3),
                "kind": st.sampled_from(["direct", "indirect", "mixed"]),
                "speech_act": st.sampled_from(list(SpeechAct)),
                "polarity": st.sampled_from(["affirms", "denies"]),
                "modality": st.sampled_from(["asserted", "hedged", "possible", "hypothetical"]),
                "via": st.sampled_from([None, *claim_ids[:number]]),
                "about": st.lists(st.sampled_from(event_ids), max_size=3) if event_ids else st.just([]),
                "addressee": _maybe(st.fixed_dictionaries({"entity": some_entity, "span": span})),
                "time": _maybe(_times()),
                "quantities": few_quantities,
                "evidence": span,
                "confidence": st.floats(0, 1),
            }
        )

    fields = {
        "id": draw(_NAMES),
        "title": draw(_maybe(_WORDS)),
        "language": draw(st.sampled_from(["und", "ar", "en", "ar-EG", "zh-Hant", "ckb"])),
        "published": draw(
            st.one_of(st.none(), _DATES, _DATES.map(lambda day: day[:7]), _DATES.map(lambda day: day[:4]))
        ),
        "published_basis": draw(st.sampled_from(["given", "text", "url", "none"])),
        "url": draw(_maybe(_WORDS)),
        "outlet": draw(_maybe(_WORDS)),
        "authors": draw(st.lists(_WORDS, max_size=3)),
        "sample": draw(st.booleans()),
    }
    drop = st.fixed_dictionaries({"what": _WORDS, "reason": _WORDS, "quote": _WORDS})
    return Extraction.model_validate(
        {
            "article": article(text, **fields),
            "entities": [draw(entity(local_id)) for local_id in entity_ids],
            "events": [draw(event(local_id)) for local_id in event_ids],
            "claims": [draw(claim(number)) for number in range(len(claim_ids))],
            "dropped": draw(st.lists(drop, max_size=2)),
            "extractor": {"name": draw(_WORDS), "version": draw(_WORDS)},
        }
    )
