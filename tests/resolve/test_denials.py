"""Denials: in the words of what is denied, pointing back to it, and how far a negation reaches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from kg.cli.pipeline import extract_articles
from kg.encoder import Judged
from kg.rdf import Names
from kg.resolve.explain import likeness
from kg.resolve.linking import Linked, link_articles
from schemas import Article

Make = Callable[..., Article]


def _raise(error: Exception) -> None:
    raise error


def linked(make: Make, text: str, **fields: object) -> Linked:
    article = make(text, published="2024-03-05", **fields)
    return link_articles(extract_articles([article], "grammar", 1, _raise), Names())


def contradicted(found: Linked) -> list[tuple[set[str], str]]:
    """The words of the two sources of each contradiction, and its reason."""
    sources = {one.iri: one.source for one in found.statements}
    return [
        ({sources[link.left], sources[link.right]}, link.reason) for link in found.claims if link.kind == "contradicts"
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال المدير سامي حداد إن المصنع يلوث النهر القريب. ونفت ناديا خوري أن المصنع يلوث النهر القريب.", "ar"),
        (
            "Orrin Zabel said the factory had poisoned the river. Nadia Khoury denied that the factory had poisoned "
            "the river.",
            "en",
        ),
    ],
)
def test_what_is_denied_in_the_same_words_is_contradicted(make: Make, text: str, language: str) -> None:
    ((_, reason),) = contradicted(linked(make, text, language=language))
    assert reason == "one denies word for word what the other affirms"


def test_a_short_denial_is_of_what_shares_a_word_with_it(make: Make) -> None:
    text = (
        "قالت المقاومة إن مقاتليها سيطروا على البوابة الشمالية. وقال شاهد إن المطر هطل طوال الليل. "
        "ونفت قيادة الجيش سقوط البوابة."
    )
    ((sources, _),) = contradicted(linked(make, text))
    assert sources == {"المقاومة", "قيادة الجيش"}


def test_a_short_denial_of_something_else_contradicts_nobody(make: Make) -> None:
    text = "قال مدرس الفيزياء أشرف زكي إن السؤال السابع صعب. ونفت غرفة العمليات وقوع أي تسريب."
    assert not contradicted(linked(make, text))


def test_a_denial_of_this_is_of_what_was_told_before_it(make: Make) -> None:
    text = "Orrin Zabel said the factory had poisoned the river. Nadia Khoury, the owner, denied this."
    ((sources, _),) = contradicted(linked(make, text, language="en"))
    assert "Orrin Zabel" in sources


def test_a_negation_does_not_reach_beyond_because(make: Make) -> None:
    found = linked(make, "قال سامي حداد إنه لن يعلق الآن لأن المحادثات مستمرة.")
    (said,) = found.statements
    assert "talks" in said.about
    assert "talks" not in said.denied


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال الصليب الأحمر إن السد انهار ليلا. ونفت وزارة الداخلية انهيار السد.", "ar"),
        ("Orrin Zabel said the dam had burst at night. Nadia Khoury denied that the dam had collapsed.", "en"),
        ("قال سامي حداد إن في بعلبك أسلحة كثيرة. وقالت ناديا خوري إن بعلبك خالية من السلاح.", "ar"),
    ],
)
def test_one_meaning_affirmed_and_denied_in_other_words_is_a_contradiction(
    make: Make, text: str, language: str
) -> None:
    ((_, reason),) = contradicted(linked(make, text, language=language))
    assert reason.startswith("one affirms and one denies")


ACCUSED = (
    "نفى الناطق باسم الجيش السوداني نبيل عبد الله سقوط سنار. وقال الجيش السوداني إنه استعاد سنار. "
    "وقالت قوات الدعم السريع إنها سيطرت على سنار."
)


def test_a_spokesman_with_his_name_speaks_for_the_body(make: Make) -> None:
    ((sources, _),) = contradicted(linked(make, ACCUSED))
    assert "قوات الدعم السريع" in sources


def test_who_rejects_quarrels_and_who_denies_rejecting_does_not_deny_a_quarrel(make: Make) -> None:
    rejects, denies = linked(make, "قال سامي حداد إنه يرفض الخطة. ونفت ناديا خوري أن تكون رفضت الخطة.").statements
    assert {"reject", "quarrel"} <= rejects.about
    assert denies.denied == {"reject", "plan"} or denies.denied == {"reject"}


class Scripted:
    """An encoder that finds every pair to disagree, and all texts alike."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        return [Judged("disagree", 0.9)] * len(pairs)

    def vectors(self, texts: Sequence[str]) -> object:
        return np.array([[0.6, 0.8]] * len(texts))


def test_what_the_encoder_makes_of_two_claims_is_told(make: Make) -> None:
    found = linked(make, "قال سامي حداد إن المصنع مغلق. وقالت ناديا خوري إن المصنع مفتوح.")
    left, right = found.statements
    (name, said), *_ = likeness(left, right, Scripted())
    assert name == "encoder"
    assert said.startswith("disagree 0.90 | disagree 0.90; likeness 1.00")
