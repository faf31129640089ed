"""Words of happening that tell none, and words that are a verb in one place and a noun in another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.document import Document
from kg.extract.local.events import read_happenings
from kg.extract.local.events.lexicon import Trigger
from schemas import EventType

Make = Callable[..., Document]


def tellings(document: Document) -> list[tuple[str, str]]:
    """Type and words of everything that may be told, kept or not."""
    found, _ = read_happenings(document, (), ())
    mentions = [(one.candidate, one.candidate.trigger) for happening in found for one in happening.tellings]
    return sorted((_type(trigger), document.text[one.start : one.end]) for one, trigger in mentions)


def _type(trigger: Trigger) -> str:
    return trigger.type.value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وقال مسؤول، طلب عدم ذكر اسمه، إن المياه باردة.", "ar"),
        ("وقال مسؤول رفض الكشف عن هويته إن المياه باردة.", "ar"),
        ("وقال مسؤول لم يشأ الكشف عن هويته إن المياه باردة.", "ar"),
        ("An aide who asked not to be named said the water was cold.", "en"),
        ("An aide who declined to be identified said the water was cold.", "en"),
        ("She asked for her name to be withheld.", "en"),
    ],
)
def test_who_wants_to_stay_unnamed_demands_nothing(text: str, language: str, document: Make) -> None:
    kinds = {kind for kind, _ in tellings(document(text, language))}
    assert not kinds & {EventType.REQUEST.value, EventType.REJECT.value, EventType.COERCE.value}


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [("طلب الوزير من الشركة ذكر الأسعار.", "ar", "طلب"), ("She asked the firm to name its price.", "en", "asked")],
)
def test_other_demands_are_told(text: str, language: str, trigger: str, document: Make) -> None:
    assert (EventType.REQUEST.value, trigger) in tellings(document(text, language))


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("أعلنت الوزارة ارتفاع عدد القتلى إلى مئة.", "ar", "ارتفاع"),
        ("The deaths rose to a hundred.", "en", "rose"),
    ],
)
def test_a_count_of_victims_that_moves_is_told_by_the_victims(
    text: str, language: str, count: str, document: Make
) -> None:
    found = tellings(document(text, language))
    assert EventType.HARM.value in {kind for kind, _ in found}
    assert count not in {words for _, words in found}


@pytest.mark.parametrize(
    ("text", "language", "text_told", "verb"),
    [
        ("وجاء في تقرير نشره المكتب أن الأسعار مستقرة.", "ar", "تقرير", "نشره"),
        ("In a letter published online he gave his reasons.", "en", "letter", "published"),
    ],
)
def test_a_text_and_its_publication_are_one_happening(
    text: str, language: str, text_told: str, verb: str, document: Make
) -> None:
    words = {words for _, words in tellings(document(text, language))}
    assert text_told in words
    assert verb not in words


def test_no_verb_follows_a_preposition(document: Make) -> None:
    text = "عقد لقاءين مع رئيس البلاد في وزارته."
    assert "زارته" not in {words for _, words in tellings(document(text))}
    assert "زارته" in {words for _, words in tellings(document("عاد المفاوض بعدما زارته شخصيات من طرف رئيس البلاد."))}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It called the bombing a revenge attack on the town.", "noun"),
        ("The rebels attack the town every night.", "base"),
        ("They vowed to attack the town.", "base"),
    ],
)
def test_a_plain_english_form_is_verb_or_noun_by_what_stands_before_it(text: str, kind: str, document: Make) -> None:
    found, _ = read_happenings(document(text, "en"), (), ())
    kinds = [
        one.candidate.kind
        for happening in found
        for one in happening.tellings
        if text[one.candidate.start : one.candidate.end] == "attack"
    ]
    assert kinds == [kind]
