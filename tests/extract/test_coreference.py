"""Mentions joined into entities, nouns that refer back, and the head of a noun phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.extract.local.entities import find_entities
from schemas import Article

Make = Callable[..., Article]


def mentions(article: Article, name: str) -> list[tuple[str, str]]:
    """The mentions of the entity called ``name``, as text and kind."""
    (entity,) = [e for e in find_entities(Document(article)) if e.name == name]
    return [(article.text[m.start : m.end], m.kind) for m in entity.mentions]


def head(article: Article, phrase: str) -> str | None:
    """The name of the entity that ``phrase`` is about."""
    document = Document(article)
    entities: tuple[EntityDraft, ...] = find_entities(document)
    start = article.text.index(phrase)
    found = head_entity(document, entities, start, start + len(phrase))
    return next((entity.name for entity in entities if entity.id == found), None)


def test_a_surname_joins_the_full_name(make: Make) -> None:
    article = make("التقى الوزير سامح الحمداني الوفد. وقال الحمداني إن اللقاء مثمر. وغادر الوزير مساء.")
    assert mentions(article, "سامح الحمداني") == [
        ("سامح الحمداني", "named"),
        ("الحمداني", "named"),
        ("الوزير", "nominal"),
    ]


def test_a_surname_that_is_a_word_needs_a_cue(make: Make) -> None:
    article = make("قال نبيل العربي إن القمة قريبة. وبحث الملف العربي مع الضيوف. وأضاف العربي أنه متفائل.")
    assert mentions(article, "نبيل العربي") == [("نبيل العربي", "named"), ("العربي", "named")]


def test_two_bearers_of_a_surname_are_not_confused(make: Make) -> None:
    article = make("قال الدكتور خالد الزهراني ذلك. ونفاه الدكتور فهد الزهراني. ثم عاد الزهراني.")
    assert mentions(article, "خالد الزهراني") == [("خالد الزهراني", "named")]
    assert mentions(article, "فهد الزهراني") == [("فهد الزهراني", "named")]


def test_type_nouns_refer_back_to_their_kind(make: Make) -> None:
    article = make("أعلنت وزارة الصحة الخطة، وذكرت صحيفة عكاظ التفاصيل. وقالت الوزارة إنها بدأت. ونقلت الصحيفة ذلك.")
    assert mentions(article, "وزارة الصحة") == [("وزارة الصحة", "named"), ("الوزارة", "nominal")]
    assert mentions(article, "عكاظ") == [("عكاظ", "named"), ("الصحيفة", "nominal")]


def test_a_shorter_name_of_an_organization_joins_the_longer(make: Make) -> None:
    article = make("قالت وزارة الداخلية العراقية شيئا. ونفت وزارة الداخلية غيره.")
    assert len(mentions(article, "وزارة الداخلية العراقية")) == 2


def test_english_names_join(make: Make) -> None:
    article = make(
        "President Joe Biden met the Syrian Observatory for Human Rights (SOHR). Biden left; the president smiled.",
        language="en",
    )
    assert mentions(article, "Joe Biden") == [("Joe Biden", "named"), ("Biden", "named"), ("the president", "nominal")]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("قال وزير الخارجية الأمريكي جون كيري إن", "وزير الخارجية الأمريكي جون كيري", "جون كيري"),
        ("تقول وزارة الصحة التي تديرها حماس إن", "وزارة الصحة التي تديرها حماس", "وزارة الصحة"),
        ("قال متحدث باسم وزارة الخارجية إن", "متحدث باسم وزارة الخارجية", None),
        ("قال مكتب نتنياهو أمس", "مكتب نتنياهو", None),
        ('وذكرت صحيفة "هافينجتون بوست" الأمريكية أن', 'صحيفة "هافينجتون بوست" الأمريكية', "هافينجتون بوست"),
        ("قال مسؤول في حماس إن", "مسؤول في حماس", None),
        ("قالت الولايات المتحدة إن", "الولايات المتحدة", "الولايات المتحدة"),
    ],
)
def test_the_head_of_an_arabic_phrase(make: Make, text: str, phrase: str, expected: str | None) -> None:
    assert head(make(text), phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("The U.S. Secretary of State John Kerry said.", "The U.S. Secretary of State John Kerry", "John Kerry"),
        ("A spokesman for the Foreign Ministry said.", "A spokesman for the Foreign Ministry", None),
        ("Aides in Benjamin Netanyahu's office said.", "Benjamin Netanyahu's office", None),
        ("The Gaza Health Ministry said.", "The Gaza Health Ministry", "Gaza Health Ministry"),
        ("Several US officials said.", "US officials", None),
    ],
)
def test_the_head_of_an_english_phrase(make: Make, text: str, phrase: str, expected: str | None) -> None:
    assert head(make(text, language="en"), phrase) == expected
