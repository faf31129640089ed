"""Entities of Arabic articles: names, their borders and their types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.document import Document
from kg.extract.local.entities import find_entities
from schemas import Article

Make = Callable[..., Article]


def named(article: Article) -> list[tuple[str, str]]:
    """Named mentions as the text has them, with the type, in the order of the text."""
    found = [
        (mention.start, article.text[mention.start : mention.end], str(entity.type))
        for entity in find_entities(Document(article))
        for mention in entity.mentions
        if mention.kind == "named"
    ]
    return [(text, type_) for _, text, type_ in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الخارجية الأمريكي جون كيري إن الاتفاق قريب.", [("جون كيري", "person")]),
        ("التقى الدكتور عبد الرحمن بن صالح العتيبي وفدا.", [("عبد الرحمن بن صالح العتيبي", "person")]),
        ("صرح المتحدث باسم الشركة فهد الدوسري أمس.", [("فهد الدوسري", "person")]),
        ("استقبل الملك محمد السادس الضيف.", [("محمد السادس", "person")]),
        ("وأضاف رافاران أن فريقه جاهز.", [("رافاران", "person")]),
        ("فاز الفرنسي ديدييه ديشان باللقب.", [("ديدييه ديشان", "person")]),
        ('وقال "بلينكن" إن الوقت صعب.', [("بلينكن", "person")]),
        ("حضر أبو بكر السالمي ومحمد آل مكتوم.", [("أبو بكر السالمي", "person"), ("محمد آل مكتوم", "person")]),
    ],
)
def test_persons_are_named_without_their_titles(make: Make, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(make(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت وزارة الصحة السعودية ذلك.", [("وزارة الصحة السعودية", "organization")]),
        ("وقالت وزارة التعليم العالي والبحث العلمي إن", [("وزارة التعليم العالي والبحث العلمي", "organization")]),
        ("درس في جامعة الملك سعود سنوات.", [("جامعة الملك سعود", "organization")]),
        ("قررت الهيئة العامة للاستثمار فتح الباب.", [("الهيئة العامة للاستثمار", "organization")]),
        ("وقعت شركة أرامكو عقدا.", [("أرامكو", "organization")]),
        ("ذكرت صحيفة الحياة أن", [("الحياة", "outlet")]),
        ('قال موقع "المونيتور" إن', [("المونيتور", "outlet")]),
        ("تحدث قيادي في حركة حماس.", [("حماس", "organization")]),
    ],
)
def test_organizations_take_the_official_type_noun_and_leave_the_describing(
    make: Make, text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(make(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل إلى قطاع غزة مساء.", [("قطاع غزة", "place")]),
        ("نقل إلى مدينة الخبر أمس.", [("الخبر", "place")]),
        ("هذا الخبر غير صحيح.", []),
        ("من الضفة الغربية إلى البيت الأبيض.", [("الضفة الغربية", "place"), ("البيت الأبيض", "place")]),
        ("عاد يوم الخميس من العاصمة.", []),
        ("وجه الرئيس الأمريكي رسالة.", []),
    ],
)
def test_places(make: Make, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(make(text)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وإسرائيل تنفي.", "إسرائيل"),
        ("دعم لإسرائيل كبير.", "إسرائيل"),
        ("موظف بوزارة الخارجية استقال.", "وزارة الخارجية"),
        ("تابع للأمم المتحدة رسميا.", "لأمم المتحدة"),
        ("وبالرياض اجتماع.", "الرياض"),
    ],
)
def test_clitics_stay_outside(make: Make, text: str, name: str) -> None:
    assert [mention for mention, _ in named(make(text))] == [name]


def test_bare_anaphors_and_nationalities_are_no_names(make: Make) -> None:
    assert named(make("قالت الوزارة إن المسؤولين الأمريكيين والإسرائيليين غادروا، وأكدت الشركة والهيئة ذلك.")) == []


def test_an_organ_that_every_body_has_is_no_name(make: Make) -> None:
    assert named(make("أوصى مجلس إدارة البنك بالتوزيع، وقرر مجلس الإدارة صرفه بعد الجمعية العمومية العادية.")) == []
    assert named(make("قرر مجلس الأمن الدولي ذلك.")) == [("مجلس الأمن الدولي", "organization")]


def test_the_preposition_on_is_nobodys_name(make: Make) -> None:
    assert named(make("وقف على السكان أن يتحملوا على مدار الأيام.")) == []


def test_the_label_puts_back_the_article(make: Make) -> None:
    (entity,) = find_entities(Document(make("تابع للأمم المتحدة رسميا.")))
    assert entity.name == "الأمم المتحدة"
    assert entity.wikidata == "Q1065"


@pytest.mark.parametrize(
    "text", ["", " ", "،،،", '"' * 2000, "محمد " * 3000, "وزارة " * 3000, "ال" * 3000, "عبد بن " * 2000]
)
def test_hostile_text_gives_spans_inside_the_text(make: Make, text: str) -> None:
    for entity in find_entities(Document(make(text))):
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)


def test_addresses_name_nobody(make: Make) -> None:
    text = "انظر https://www.al-monitor.com/reuters وكتب @Reuters. وقالت رويترز/فرانس برس ذلك."
    assert named(make(text)) == [("رويترز", "outlet"), ("فرانس برس", "outlet")]


def test_a_quoted_name_after_a_title_is_a_person(make: Make) -> None:
    assert named(make('قال المتحدث باسم وزارة الخارجية "مات ميلر" ذلك.')) == [
        ("وزارة الخارجية", "organization"),
        ("مات ميلر", "person"),
    ]
