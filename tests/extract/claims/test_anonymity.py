"""Who is left unnamed: a person without a name is anonymous, a body, a text and a named person are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.claims import find_claims
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft
from kg.extract.local.entities import find_entities
from schemas import Article

Make = Callable[..., Article]


def claims_of(make: Make, text: str, language: str) -> tuple[ClaimDraft, ...]:
    document = Document(make(text, language=language))
    return find_claims(document, find_entities(document))


ENGLISH = {
    "Two officials familiar with the draft said the talks in القاهرة failed.": True,
    "A person familiar with Brazil's position said it would wait.": True,
    "One of them said the road to صنعاء was closed.": True,
    "Some of the residents said water was short.": True,
    "A third delegate said the vote was lost.": True,
    "A former ambassador who knows several of those present said the mood was raw.": True,
    "An official who asked not to be named said the road was closed.": True,
    "A spokesman for the ministry, Salem Haddad, said the road was closed.": False,
    "The Libyan Red Crescent said 20 people had died.": False,
    "A committee of human rights lawyers said 20 people had died.": False,
}

ARABIC = {
    "وقال أحد الناجين إن الماء ارتفع.": True,
    "وقال محامٍ مقرّب من أحد المحتجزين إن موكله بريء.": True,
    "وترى باحثة في معهد للدراسات أن الأزمة طويلة.": True,
    "وقال متحدث باسم الجمعية إنها لم تنشر الأرقام.": True,
    "وقال ثلاثة مندوبين إن التصويت تأجل.": True,
    "وقالت نقابة أطباء السودان إن القصف مستمر.": False,
    "وقال الهلال الأحمر الليبي إن القتلى كثيرون.": False,
    "وقال البيان المشترك إن الاتفاق قابل للتمديد.": False,
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_sources_without_a_name(make: Make, text: str) -> None:
    (claim,) = claims_of(make, text, "en")
    assert claim.anonymous is ENGLISH[text]
    assert claim.source is not None
    assert claim.source[0] == 0


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_sources_without_a_name(make: Make, text: str) -> None:
    (claim,) = claims_of(make, text, "ar")
    assert claim.anonymous is ARABIC[text]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A teacher said the school was closed. She added that nobody came.", "en"),
        ("قال موظف في الوزارة إن اللقاء عقد. وأكد الموظف أن الوزير حضر.", "ar"),
    ],
)
def test_who_goes_on_is_as_anonymous_as_when_introduced(make: Make, text: str, language: str) -> None:
    assert [claim.anonymous for claim in claims_of(make, text, language)] == [True, True]


PLEAS = {
    "She asked not to be named.": "en",
    "An official requested anonymity.": "en",
    "The teacher asked for her name to be withheld.": "en",
    "وطلب المصدر عدم ذكر اسمه لأنه غير مخول بالحديث إلى الإعلام.": "ar",
    "وطالب الموظف بعدم نشر اسمه.": "ar",
}


@pytest.mark.parametrize("text", PLEAS)
def test_a_plea_not_to_be_named_is_no_claim(make: Make, text: str) -> None:
    assert claims_of(make, text, PLEAS[text]) == ()
