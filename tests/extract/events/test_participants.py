"""Participants are whole noun phrases or names, or there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.drafts import EventDraft
from schemas import EntityType

Events = Callable[..., dict[str, EventDraft]]
Fillers = Callable[[str, EventDraft, str], list[str]]
PLACE, PERSON, ORGANIZATION = EntityType.PLACE, EntityType.PERSON, EntityType.ORGANIZATION


def test_a_figure_is_taken_with_what_it_counts(events: Events, fillers: Fillers) -> None:
    text = "أدى القصف إلى مقتل أكثر من 4 آلاف شخص منذ أكتوبر."
    assert fillers(text, events(text)["مقتل"], "patient") == ["أكثر من 4 آلاف شخص"]
    english = "The ministry said on Friday that 4,137 people had been killed there."
    assert fillers(english, events(english, "en")["killed"], "patient") == ["4,137 people"]


def test_people_counted_before_a_verb_of_harm_suffer_it(events: Events, fillers: Fillers) -> None:
    text = "ذكرت الوكالة أن 705 أشخاص قتلوا في المدينة."
    event = events(text)["قتلوا"]
    assert fillers(text, event, "patient") == ["705 أشخاص"]
    assert fillers(text, event, "agent") == []


@pytest.mark.parametrize(
    ("text", "trigger", "broken"),
    [
        ("أصدرت اللجنة أمس تقريرا كتبه خبراء.", "تقريرا", "كتبه"),
        ("أعلن جوش بول استقالته يوم الأربعاء اعتراضا على القرار.", "استقالته", "اعتراضا"),
        ("وقال مسؤول، طلب عدم ذكر اسمه، إن الهدنة صامدة.", "طلب", "عدم"),
        ("أوقفت القوات الإسرائيلية خمسة شبان.", "أوقفت", "الإسرائيلية"),
    ],
)
def test_verbs_adverbs_and_adjectives_take_no_part(
    text: str, trigger: str, broken: str, events: Events, fillers: Fillers
) -> None:
    event = events(text).get(trigger)
    if event is not None:  # what names nobody may be too slight to tell
        assert broken not in fillers(text, event, "agent") + fillers(text, event, "patient")


def test_a_country_acts_by_its_adjective(events: Events, fillers: Fillers) -> None:
    text = "قالت إسرائيل إنها ترد. وأدى القصف الإسرائيلي على غزة إلى دمار واسع."
    event = events(text, إسرائيل=PLACE, غزة=PLACE)["القصف"]
    assert fillers(text, event, "agent") == ["إسرائيل"]
    english = "Russia kept silent. A Russian attack on Kharkiv destroyed a school."
    struck = events(english, "en", Russia=PLACE, Kharkiv=PLACE)["attack"]
    assert [role.entity for role in struck.roles if role.role == "agent"] == ["e1"]


def test_both_sides_of_talks_act(events: Events, fillers: Fillers) -> None:
    text = "انطلقت المحادثات بين السعودية وإيران في بغداد."
    event = events(text, السعودية=PLACE, إيران=PLACE, بغداد=PLACE)["المحادثات"]
    assert fillers(text, event, "agent") == ["السعودية", "إيران"]


def test_the_subject_of_an_english_verb_holds_no_other_verb(events: Events, fillers: Fillers) -> None:
    text = (
        "His coach maintains that the new envoy arrived in Geneva. Secretary of State Antony Blinken held two meetings."
    )
    found = events(text, "en", Antony_Blinken=PERSON, Geneva=PLACE)
    assert fillers(text, found["arrived"], "agent") == ["new envoy"]
    assert fillers(text, found["meetings"], "agent") == ["Antony Blinken"]


def test_a_noun_after_li_is_planned_only_after_words_of_intent(
    events: Events,
) -> None:
    told = events("شاهد السكان آثارا لقصف المدينة الليلي، وقتل خمسة مدنيين.")
    assert "planned" not in {event.realis.value for event in told.values()}
