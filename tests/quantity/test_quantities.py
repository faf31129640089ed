"""Figures with their bounds, units and what they measure."""

from __future__ import annotations

import pytest
from babel import Locale

from kg.quantity import QuantityValue, find_quantities, to_schema


def only(text: str, language: str) -> QuantityValue:
    found = find_quantities(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expression", "low", "high", "exclusive", "unit", "measures"),
    [
        ("مقتل أكثر من 4 آلاف شخص", "أكثر من 4 آلاف شخص", 4000, None, True, "person", "deaths"),
        ("ما لا يقل عن ٢٠٤ قتلى", "ما لا يقل عن ٢٠٤ قتلى", 204, None, False, "person", "deaths"),
        ("مقتل ستة وعشرين شخصا", "ستة وعشرين شخصا", 26, 26, False, "person", "deaths"),
        ("وإصابة 30 آخرين بجروح", "30 آخرين", 30, 30, False, "person", "injured"),
        ("نزوح خمسة وعشرين ألفا", "خمسة وعشرين ألفا", 25000, 25000, False, "person", "displaced"),
        ("اعتقال شخصين في المدينة", "شخصين", 2, 2, False, "person", "arrested"),
        ("لا يزال 12 مفقودا", "12 مفقودا", 12, 12, False, "person", "missing"),
        ("عشرات القتلى سقطوا", "عشرات القتلى", 20, None, False, "person", "deaths"),
        ("مئات المدنيين في الشوارع", "مئات المدنيين", 200, None, False, "person", None),
        ("ثمانية عراقيين في السجن", "ثمانية عراقيين", 8, 8, False, "person", None),
        ("مئتا جندي", "مئتا جندي", 200, 200, False, "person", None),
        ("نحو 14 مليار دولار", "نحو 14 مليار دولار", 14e9, 14e9, False, "USD", None),
        ("بلغت الخسائر 1.3 مليار دولار أمريكي", "1.3 مليار دولار أمريكي", 1.3e9, 1.3e9, False, "USD", "damage"),
        ("ثلاثة ملايين ونصف دينار كويتي", "ثلاثة ملايين ونصف دينار كويتي", 3.5e6, 3.5e6, False, "KWD", None),
        ("بسعر 4ر12 درهم", "4ر12 درهم", 12.4, 12.4, False, "dirham", "price"),
        ("بين 100 و180 ألف نازح", "بين 100 و180 ألف نازح", 100_000, 180_000, False, "person", "displaced"),
        ("بين ألفين وثلاثة آلاف جندي", "بين ألفين وثلاثة آلاف جندي", 2000, 3000, False, "person", None),
        ("نسبة 12,5 في المئة", "12,5 في المئة", 12.5, 12.5, False, "percent", None),
        ("أطلق 70 صاروخا", "70 صاروخا", 70, 70, False, "rocket", None),
        ("على بعد 15 كيلومترا", "15 كيلومترا", 15, 15, False, "kilometer", None),
    ],
)
def test_arabic(
    text: str, expression: str, low: float, high: float | None, exclusive: bool, unit: str, measures: str | None
) -> None:
    found = only(text, "ar")
    assert (found.text, found.min, found.max, found.min_exclusive, found.unit, found.measures) == (
        expression, low, high, exclusive, unit, measures
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expression", "low", "high", "unit", "measures"),
    [
        ("At least 20 people were killed", "At least 20 people", 20, None, "person", "deaths"),
        ("killing 107 in Mecca", "107", 107, 107, "person", "deaths"),
        ("30 were wounded", "30", 30, 30, "person", "injured"),
        ("3,000 Afghan refugees", "3,000 Afghan refugees", 3000, 3000, "person", "displaced"),
        ("two men were arrested", "two men", 2, 2, "person", "arrested"),
        ("£3.2bn deal", "£3.2bn", 3.2e9, 3.2e9, "GBP", "value"),
        ("$14 million in aid", "$14 million", 14e6, 14e6, "USD", "aid"),
        ("up to 300 Russian soldiers", "up to 300 Russian soldiers", None, 300, "person", None),
        ("some 2.5 per cent", "some 2.5 per cent", 2.5, 2.5, "percent", None),
        ("15 to 20 percent", "15 to 20 percent", 15, 20, "percent", None),
        ("dozens of civilians", "dozens of civilians", 24, None, "person", None),
        ("fired 70 rockets", "70 rockets", 70, 70, "rocket", None),
        ("twenty-five Egyptian pounds", "twenty-five Egyptian pounds", 25, 25, "EGP", None),
    ],
)
def test_english(
    text: str, expression: str, low: float | None, high: float | None, unit: str, measures: str | None
) -> None:
    found = only(text, "en")
    assert (found.text, found.min, found.max, found.unit, found.measures) == (expression, low, high, unit, measures)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أحد المسؤولين قال يوم الأحد", "ar"),
        ("في عام 2023 ومنذ 2011 وفي 12/3/2025", "ar"),
        ("يوم 12 مارس الساعة 8:30", "ar"),
        ("القرار رقم 242", "ar"),
        ("كميات كبيرة ولست أظن", "ar"),
        ("بعد ثلاثة أيام و25 من الشهر", "ar"),
        ("on March 12, 2023 at 8:30", "en"),
        ("In 2011 a 25-year-old man", "en"),
        ("Resolution 242 of https://example.org/305", "en"),
        ("for three days", "en"),
    ],
)
def test_what_is_no_figure(text: str, language: str) -> None:
    assert find_quantities(text, language) == []


def test_a_figure_inside_a_larger_one_is_not_found() -> None:
    assert [found.min for found in find_quantities("14 مليار دولار و4 مليارات دولار", "ar")] == [14e9, 4e9]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("مقتل 7 مدنيين و4 عناصر من الشرطة", "ar", [(7, "deaths"), (4, "deaths")]),
        ("استشهد 15 فلسطينيا بينهم 6 أطفال", "ar", [(15, "deaths"), (6, "deaths")]),
        ("مقتل جندي وإصابة ثلاثة", "ar", [(1, "deaths"), (3, "injured")]),
        ("ارتفع عدد القتلى من 10 إلى 15 قتيلا", "ar", [(10, "deaths"), (15, "deaths")]),
        ("في 2023 قتل 45 شخصا", "ar", [(45, "deaths")]),
        ("the death toll rose from 10 to 15", "en", [(10, "deaths"), (15, "deaths")]),
        ("seven civilians and four police officers were killed", "en", [(7, "deaths"), (4, "deaths")]),
        ("killing 12 and injuring 30", "en", [(12, "deaths"), (30, "injured")]),
    ],
)
def test_what_happened_to_several(text: str, language: str, wanted: list[tuple[int, str]]) -> None:
    assert [(found.min, found.measures) for found in find_quantities(text, language)] == wanted


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "exclusive", "measures"),
    [
        ("وبلغ عدد القتلى في القطاع 471 بحسب الوزارة", "ar", 471, 471, False, "deaths"),
        ("فاق عدد القتلى 4 آلاف", "ar", 4000, None, True, "deaths"),
        ("تجاوز عدد الجرحى في المدينة أربعة آلاف", "ar", 4000, None, True, "injured"),
        ("لم يتجاوز عدد القتلى 20", "ar", None, 20, False, "deaths"),
        ("أما النازحون داخل البلاد فقد تجاوز عددهم المليون", "ar", 1_000_000, None, True, "displaced"),
        ("ارتفعت الحصيلة إلى 4137", "ar", 4137, 4137, False, "deaths"),
        ("وصلت حصيلة ضحايا الزلزال إلى 2900", "ar", 2900, 2900, False, "deaths"),
        ("بلغ عدد السكان 471 ألفا", "ar", 471_000, 471_000, False, None),
        ("The number of people killed by the flood has reached 11,300, it said", "en", 11300, 11300, False, "deaths"),
        ("The death toll from the flood rose on Friday to 4,137", "en", 4137, 4137, False, "deaths"),
        ("the number of displaced people now exceeds 40,000", "en", 40_000, None, True, "displaced"),
        ("The toll has passed 20,000", "en", 20_000, None, True, "deaths"),
        ("lowered its count of people wounded in the city to 3,958", "en", 3958, 3958, False, "injured"),
    ],
)
def test_a_total_stands_apart_from_what_it_counts(
    text: str, language: str, low: int | None, high: int | None, exclusive: bool, measures: str | None
) -> None:
    found = only(text, language)
    assert (found.min, found.max, found.min_exclusive, found.unit, found.measures) == (
        low, high, exclusive, "person", measures
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("إن أربعة من أفراد فريق إنقاذ لقوا حتفهم", "ar", [(4, "deaths")]),
        ("إنقاذ عائلة، وقال إن 11 آخرين أصيبوا", "ar", [(11, "injured")]),
        ("مقتل 20 وإصابة 11 آخرين", "ar", [(20, "deaths"), (11, "injured")]),
        ("5 people were killed and 11 others were injured", "en", [(5, "deaths"), (11, "injured")]),
        ("بلغت الوفيات 3252 وفاة، بزيادة 86 عن اليوم السابق", "ar", [(3252, "deaths"), (86, "increase")]),
        ("It counts 3,252 deaths, 86 more than on Friday", "en", [(3252, "deaths"), (86, "increase")]),
        ("killed 12 more than a week ago", "en", [(12, "deaths")]),
        ("at least 883 deaths, up from 863 last week", "en", [(883, "deaths"), (863, "deaths")]),
        ("سجلت 3800 وفاة، بعد أن كان نحو 3300 قبل أسبوع", "ar", [(3800, "deaths"), (3300, "deaths")]),
        ("the toll rose after at least 20 people were arrested", "en", [(20, "arrested")]),
    ],
)
def test_the_verb_that_governs_a_figure_says_what_happened(
    text: str, language: str, wanted: list[tuple[int, str]]
) -> None:
    assert [(found.min, found.measures) for found in find_quantities(text, language)] == wanted


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("the group, which will have 12 members", "en", "member"),
        ("five members of a relief mission died", "en", "person"),
        ("Three family members survived", "en", "person"),
        ("تضم المنظمة 12 عضوا", "ar", "member"),
        ("مقتل 12 عضوا في الجماعة", "ar", "person"),
    ],
)
def test_members_are_people_where_the_text_says_so(text: str, language: str, unit: str) -> None:
    assert only(text, language).unit == unit


def test_bounds_are_marked() -> None:
    less = only("أقل من 100 شخص", "ar")
    assert (less.min, less.max, less.max_exclusive) == (None, 100, True)
    assert only("نحو 100 شخص", "ar").approximate
    assert only("100 شخص على الأقل", "ar").max is None


def test_schema_keeps_the_span() -> None:
    text = "وصل أكثر من 4 آلاف شخص"
    made = to_schema(only(text, "ar"), text)
    assert (made.span.text, made.min, made.max, made.min_exclusive, made.unit) == (
        "أكثر من 4 آلاف شخص", 4000, None, True, "person"
    )  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("code", ["USD", "EGP", "SAR", "TRY", "MAD", "IQD", "SYP", "GBP"])
def test_currency_names_of_cldr_are_read(code: str, language: str) -> None:
    name = Locale.parse(language).currencies[code]
    assert only(f"5 {name}", language).unit == code
