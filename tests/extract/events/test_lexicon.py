"""Trigger tables, conditions and a user's own triggers."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest

from kg.extract.local.document import Document
from kg.extract.local.events import Trigger, TriggersError, find_events, read_happenings, triggers_from_tables
from kg.extract.local.events.conditions import parse_conditions
from kg.extract.local.events.lexicon import lexicon, read_triggers
from schemas import EventType


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_type_has_triggers(language: str) -> None:
    forms = [form for forms in lexicon(language).by_word.values() for form in forms]
    assert {form.trigger.type for form in forms} == set(EventType)
    assert all(form.trigger.weight in (1, 2, 3) for form in forms)


def test_a_condition_decides_between_two_senses(document: Callable[..., Document]) -> None:
    def types(text: str, language: str) -> set[EventType]:
        return {one.type for one in find_events(document(text, language), (), ())}

    assert EventType.ASSAULT in types("هاجم مسلحون القرية وقتلوا ثلاثة.", "ar")
    assert EventType.ACCUSE in types("هاجم النائب سياسة الحكومة في مقال لاذع.", "ar")
    assert EventType.PROTEST in types("The nurses' union began a strike over wages.", "en")
    assert EventType.ASSAULT in types("Israeli jets carried out a strike on militants.", "en")


@pytest.mark.parametrize(
    ("text", "language", "kind", "other"),
    [
        ("ودعت الوزيرة السكان إلى الهدوء.", "ar", EventType.REQUEST, EventType.OTHER),
        ("قدم المحامي بلاغا إلى النائب العام ضد الشركة.", "ar", EventType.LEGAL, EventType.ACCUSE),
        ("قتل ثلاثة عمال في انهيار رافعة بالميناء.", "ar", EventType.HARM, EventType.ASSAULT),
        ("سحبت الحكومة قواتها من الجزيرة.", "ar", EventType.RETREAT, EventType.COERCE),
        ("Police opened an inquiry into the regatta.", "en", EventType.LEGAL, EventType.OTHER),
        ("The charity distributed blankets to poor families.", "en", EventType.AID, EventType.OTHER),
    ],
)
def test_a_words_company_and_clitics_decide_its_type(
    document: Callable[..., Document], text: str, language: str, kind: EventType, other: EventType
) -> None:
    found, _ = read_happenings(document(text, language), (), ())
    types = {one.candidate.trigger.type for one in found}
    assert kind in types
    assert other not in types


def test_no_row_is_empty_or_stands_twice() -> None:
    table = files("kg.extract.local.events").joinpath("data/triggers_ar.tsv").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if not line.startswith("#")]
    assert all(trigger.verb or trigger.nouns for trigger in read_triggers(table, "ar"))
    assert len(rows) == len(set(rows))


def test_conditions_say_what_is_wrong() -> None:
    assert parse_conditions("!next:النار|نار;near:قوات*")[1].beginnings == ("قوات",)
    with pytest.raises(ValueError, match="not a condition"):
        parse_conditions("beside:النار")


def test_user_triggers_go_before_the_packages_own(document: Callable[..., Document]) -> None:
    mine = triggers_from_tables(
        tomllib.loads("""
        [[trigger]]
        type = "MOBILIZE"
        language = "ar"
        verb = "تموضع/يتموضع"
        nouns = ["تموضع"]

        [[trigger]]
        type = "COERCE"
        language = "en"
        verb = "kettle"
        when = "near:police"
        """)["trigger"]
    )
    text = "تموضعت وحدات الجيش قرب الحدود."
    assert [one.type for one in find_events(document(text), (), (), mine)] == [EventType.MOBILIZE]
    english = "Police kettled the crowd in Leeds."
    found = find_events(document(english, "en"), (), (), mine)
    assert english[slice(*found[0].trigger)] == "kettled"
    assert isinstance(mine[0], Trigger)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[trigger]]\ntype = "WAR"\nlanguage = "ar"\nnouns = ["حرب"]', "trigger 1: 'WAR' is no event type"),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "fr"\nnouns = ["vote"]', 'language must be "ar" or "en"'),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "ar"', "give a verb, nouns or forms"),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "ar"\nnouns = "اقتراع"', "nouns must be a list"),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "ar"\nnouns = ["اقتراع"]\nwight = 3', "unknown key 'wight'"),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "ar"\nnouns = ["اقتراع"]\nweight = 9', "weight must be"),
        ('[[trigger]]\ntype = "VOTE"\nlanguage = "ar"\nnouns = ["اقتراع"]\nwhen = "x:y"', "not a condition"),
        ("trigger = 3", r"\[\[trigger\]\]"),
    ],
)
def test_a_wrong_file_is_told_where(text: str, message: str) -> None:
    with pytest.raises(TriggersError, match=message):
        triggers_from_tables(tomllib.loads(text).get("trigger", []))


def test_frustration_is_no_event_and_foiling_is(document: Callable[..., Document]) -> None:
    text = "وسط الإحباط الداخلي المتزايد، عبر الموظفون عن إحباط كبير."
    assert not find_events(document(text), (), ())
    foiled = find_events(document("أحبطت القوات محاولة تهريب في الميناء."), (), ())
    assert EventType.REJECT in {one.type for one in foiled}
