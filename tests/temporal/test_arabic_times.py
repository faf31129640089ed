"""Arabic dates, times, durations and sets, in reports published on Sunday 15 October 2023."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale

from kg.temporal import Anchor, TimeValue, find_times

PUBLISHED = Anchor.parse("2023-10-15")


def only(text: str, anchor: Anchor | None = PUBLISHED) -> TimeValue:
    found = find_times(text, "ar", anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expression", "start", "end", "granularity"),
    [
        ("وقع الانفجار في 12 مارس 2025.", "12 مارس 2025", "2025-03-12", "2025-03-12", "day"),
        ("وقع في 12 آذار/مارس 2025", "12 آذار/مارس 2025", "2025-03-12", "2025-03-12", "day"),
        ("في 15 فبراير (شباط) الماضي", "15 فبراير (شباط) الماضي", "2023-02-15", "2023-02-15", "day"),
        ("في ٧ تشرين الأول ٢٠٢٢", "٧ تشرين الأول ٢٠٢٢", "2022-10-07", "2022-10-07", "day"),
        ("يوم الأول من جانفي 2020", "الأول من جانفي 2020", "2020-01-01", "2020-01-01", "day"),
        ("في الحادي والعشرين من غشت 2019", "الحادي والعشرين من غشت 2019", "2019-08-21", "2019-08-21", "day"),
        ("يوم الجمعة الموافق", "يوم الجمعة", "2023-10-13", "2023-10-13", "day"),
        ("قتل الأحد جنديان", "الأحد", "2023-10-15", "2023-10-15", "day"),
        ("قال الخميس الماضي", "الخميس الماضي", "2023-10-12", "2023-10-12", "day"),
        ("سيعقد الاجتماع يوم الخميس", "يوم الخميس", "2023-10-19", "2023-10-19", "day"),
        ("مساء الخميس", "مساء الخميس", "2023-10-12", "2023-10-12", "part-of-day"),
        ("بعد ظهر يوم الجمعة", "بعد ظهر يوم الجمعة", "2023-10-13", "2023-10-13", "part-of-day"),
        ("صباح اليوم", "صباح اليوم", "2023-10-15", "2023-10-15", "part-of-day"),
        ("الساعة الثامنة والنصف مساء أمس", "الساعة الثامنة والنصف مساء أمس", "2023-10-14", "2023-10-14", "time"),
        ("أمس الأول", "أمس الأول", "2023-10-13", "2023-10-13", "day"),
        ("أول من أمس", "أول من أمس", "2023-10-13", "2023-10-13", "day"),
        ("بعد غد", "بعد غد", "2023-10-17", "2023-10-17", "day"),
        ("أمس الجمعة", "أمس الجمعة", "2023-10-13", "2023-10-13", "day"),
        ("هذا الأسبوع", "هذا الأسبوع", "2023-10-15", "2023-10-21", "week"),
        ("الأسبوع الماضي", "الأسبوع الماضي", "2023-10-08", "2023-10-14", "week"),
        ("الشهر المقبل", "الشهر المقبل", "2023-11-01", "2023-11-30", "month"),
        ("العام الماضي", "العام الماضي", "2022-01-01", "2022-12-31", "year"),
        ("قبل ثلاثة أيام", "قبل ثلاثة أيام", "2023-10-12", "2023-10-12", "day"),
        ("قبل عامين", "قبل عامين", "2021-01-01", "2021-12-31", "year"),
        ("قبل نحو عامين", "قبل نحو عامين", "2021-01-01", "2021-12-31", "year"),
        ("بين مارس ويونيو", "بين مارس ويونيو", "2023-03-01", "2023-06-30", "month"),
        ("من نوفمبر إلى مارس 1995", "من نوفمبر إلى مارس 1995", "1994-11-01", "1995-03-31", "month"),
        ("بين 2011 و2015", "بين 2011 و2015", "2011-01-01", "2015-12-31", "year"),
        ("يومي الخميس والجمعة", "يومي الخميس والجمعة", "2023-10-12", "2023-10-13", "day"),
        ("خلال الساعات الـ24 الماضية", "الساعات الـ24 الماضية", "2023-10-14", "2023-10-15", "duration"),
        ("الربع الأخير من العام الماضي", "الربع الأخير من العام الماضي", "2022-10-01", "2022-12-31", "quarter"),
        ("في الخامسة مساء", "الخامسة مساء", "2023-10-15", "2023-10-15", "time"),
        ("أول أيام عيد الفطر", "أول أيام عيد الفطر", "2023-04-21", "2023-04-21", "day"),
        ("في فاتح يونيو", "فاتح يونيو", "2023-06-01", "2023-06-01", "day"),
        ("منذ 2011", "2011", "2011-01-01", "2023-10-15", "year"),
        ("في 25 شوال", "25 شوال", "2023-05-15", "2023-05-15", "day"),
        ("خلال شهر رمضان الماضي", "شهر رمضان الماضي", "2023-03-23", "2023-04-20", "month"),
        ("في وقت سابق من هذا الشهر", "وقت سابق من هذا الشهر", "2023-10-01", "2023-10-15", "month"),
        ("السنة المالية 2014 / 2015", "السنة المالية 2014 / 2015", "2014-01-01", "2015-12-31", "year"),
        ("من 4 إلى 22 سبتمبر", "من 4 إلى 22 سبتمبر", "2023-09-04", "2023-09-22", "day"),
        ("بين عامي 2014 و2018", "عامي 2014 و2018", "2014-01-01", "2018-12-31", "year"),
        ("من الأحد إلى الخميس الماضي", "من الأحد إلى الخميس الماضي", "2023-10-08", "2023-10-12", "day"),
        ("في الستينيات", "الستينيات", "1960-01-01", "1969-12-31", "decade"),
        ("سبعينيات القرن الماضي", "سبعينيات القرن الماضي", "1970-01-01", "1979-12-31", "decade"),
        ("القرن التاسع عشر", "القرن التاسع عشر", "1800-01-01", "1899-12-31", "century"),
        ("الربع الثالث من عام 2022", "الربع الثالث من عام 2022", "2022-07-01", "2022-09-30", "quarter"),
        ("النصف الأول من العام الجاري", "النصف الأول من العام الجاري", "2023-01-01", "2023-06-30", "half"),
        ("مطلع العام المقبل", "مطلع العام المقبل", "2024-01-01", "2024-06-30", "year"),
        ("الأيام الثلاثة الماضية", "الأيام الثلاثة الماضية", "2023-10-12", "2023-10-15", "duration"),
        ("1 محرم 1445 هـ", "1 محرم 1445 هـ", "2023-07-19", "2023-07-19", "day"),
        ("رمضان 1445", "رمضان 1445", "2024-03-11", "2024-04-09", "month"),
        ("لثلاث سنوات ونصف", "ثلاث سنوات ونصف", None, None, "duration"),
        ("كل يوم جمعة", "كل يوم جمعة", None, None, "set"),
        ("للجمعة", "لجمعة", "2023-10-13", "2023-10-13", "day"),
    ],
)
def test_expressions(text: str, expression: str, start: str | None, end: str | None, granularity: str) -> None:
    found = only(text)
    days = (
        None if found.start is None else found.start.isoformat(),
        None if found.end is None else found.end.isoformat(),
    )
    assert (found.text, *days, found.granularity) == (expression, start, end, granularity)


@pytest.mark.parametrize(
    "text",
    [
        "أحد المسؤولين قال",
        "قوى 14 آذار",
        "بعد هجمات 11 سبتمبر",
        "وصل آلان جوبيه",
        "مارس الضغوط عليه",
        "قال رمضان شلح",
        "ثورة الربيع العربي",
        "نحو 2000 شخص",
        "عام 500 قبل الميلاد",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, "ar", PUBLISHED) == []


def test_an_anchor_known_to_the_month_gives_an_interval() -> None:
    found = only("قتل خمسة يوم الجمعة", Anchor.parse("2023-10"))
    assert (found.start, found.end, found.basis) == (date(2023, 9, 29), date(2023, 10, 27), "weekday")
    assert found.value is None
    yesterday = only("أمس", Anchor.parse("2023"))
    assert (yesterday.start, yesterday.end) == (date(2022, 12, 31), date(2023, 12, 30))


def test_without_an_anchor_only_named_years_have_an_interval() -> None:
    assert only("يوم الجمعة", None).start is None
    assert only("في 12 مارس 2025", None).start == date(2025, 3, 12)


def test_the_period_named_last_is_what_the_same_year_means() -> None:
    first, second = find_times("سقط النظام عام 2003 وفي العام نفسه بدأت الحرب", "ar", PUBLISHED)
    assert (second.text, second.start, second.basis) == ("العام نفسه", first.start, "context")


def test_a_distance_from_another_event_is_not_counted_from_the_report() -> None:
    found = only("وقع الحادث بعد ثلاثة أيام من الانتخابات")
    assert (found.value, found.start) == ("P3D", None)


def test_vague_and_open_times_say_so_in_edtf() -> None:
    assert only("منذ 2011").edtf == "2011/.."
    assert only("حتى مارس 2024").edtf == "../2024-03"
    assert only("الستينيات").edtf == "196X"
    assert only("الربع الثالث من عام 2022").edtf == "2022-35"


def test_a_range_holds_its_two_ends() -> None:
    found = only("من 2 أكتوبر إلى 9 أكتوبر 2023")
    assert [part.text for part in found.parts] == ["2 أكتوبر", "9 أكتوبر 2023"]
    assert (found.start, found.end) == (date(2023, 10, 2), date(2023, 10, 9))


@pytest.mark.parametrize("locale", ["ar", "ar_SY", "ar_IQ", "ar_LB", "ar_MA", "ar_DZ", "ar_TN", "ar_SA", "ar_MR"])
def test_every_month_name_of_cldr_is_read(locale: str) -> None:
    names = Locale.parse(locale).months["format"]["wide"]
    for number, name in names.items():
        found = find_times(f"في 7 {name} 2021", "ar", None)
        assert [value.start for value in found] == [date(2021, number, 7)], name


@pytest.mark.parametrize("locale", ["ar", "ar_MA"])
def test_every_weekday_name_of_cldr_is_read(locale: str) -> None:
    for number, name in Locale.parse(locale).days["format"]["wide"].items():
        found = find_times(f"يوم {name}", "ar", PUBLISHED)
        assert [value.start.weekday() for value in found if value.start] == [number], name


@pytest.mark.parametrize(
    "text", ["رجل في الأربعينات من عمره", "امرأة في الثلاثينيات من عمرها", "نساء في الستينات من العمر"]
)
def test_the_decade_of_an_age_is_no_time(text: str) -> None:
    assert find_times(text, "ar", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("بحلول عام 2030", "2030-12-31"),
        ("سيغادرون بحلول الأحد المقبل", "2023-10-22"),
        ("في موعد أقصاه الجمعة", "2023-10-13"),
        ("حتى نهاية مارس 2024", "2024-03-31"),
    ],
)
def test_what_is_so_by_a_day_has_no_start(text: str, end: str) -> None:
    found = only(text)
    assert (found.start, str(found.end), found.modifier) == (None, end, "until")
