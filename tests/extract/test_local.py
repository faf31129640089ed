"""Grammar and encoder together: who wins where, with an encoder that says what a test wants; and without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import pytest

from kg.encoder import Encoder, Judged, Words
from kg.errors import EncoderError
from kg.extract.local import GrammarExtractor, LocalExtractor, assembly
from kg.extract.local.assembly import read
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.extract.local.entities import find_entities
from schemas import Article

Make = Callable[..., Article]
TASKS = ("entity", "source", "cue", "content", "event", "clitic")


class Scripted:
    """An encoder that labels words as it is told, each task by word, and all else as nothing."""

    tasks = dict.fromkeys(TASKS, ())

    def __init__(self, chance: float = 0.9, naming: float = 0.0, **labels: Mapping[str, str]) -> None:
        self.told, self.chance, self.naming = labels, chance, naming

    def label(self, sentences: Sequence[Sequence[str]]) -> list[Words]:
        return [self._words(words) for words in sentences]

    def _words(self, words: Sequence[str]) -> Words:
        labels, beyond = {}, {}
        for task in TASKS:
            told = self.told.get(task, {})
            nothing = "0" if task == "clitic" else "O"
            labels[task] = [Judged(told.get(word, nothing), self.chance) for word in words]
            other = self.naming if task == "entity" else 0.0
            beyond[task] = [Judged(told.get(word, "B-OTHER"), self.chance if word in told else other) for word in words]
        return Words(labels, beyond)


def named(make: Make, text: str, encoder: Scripted, **fields: object) -> dict[str, EntityDraft]:
    document = Document(make(text, **fields), cast(Encoder, encoder))
    return {one.name: one for one in find_entities(document)}


def test_a_name_that_only_the_encoder_sees_is_a_name(make: Make) -> None:
    text = "وصل قرمزان صباحا إلى المدرسة."
    assert not named(make, text, Scripted())
    found = named(make, text, Scripted(entity={"قرمزان": "B-person"}))
    assert [(one.type, one.mentions[0].start) for one in found.values()] == [("person", text.index("قرمزان"))]
    assert not named(make, text, Scripted(chance=0.4, entity={"قرمزان": "B-person"}))


def test_letters_before_a_name_are_left_out(make: Make) -> None:
    found = named(make, "ذهب ولقرمزان بيت.", Scripted(entity={"ولقرمزان": "B-person"}, clitic={"ولقرمزان": "2"}))
    assert list(found) == ["قرمزان"]


def test_a_known_name_stands_against_an_encoder_that_sees_none(make: Make) -> None:
    assert "كوريا الجنوبية" in named(make, "وصل إلى كوريا الجنوبية أمس.", Scripted(naming=0.0))


def test_a_ministry_stands_against_an_encoder_that_sees_none(make: Make) -> None:
    assert "وزارة الخارجية" in named(make, "وصل الموظفون إلى وزارة الخارجية أمس.", Scripted(naming=0.0))


def test_a_word_that_may_be_a_place_needs_a_little_chance(make: Make) -> None:
    text = "وقع الحادث في القاهرة أمس."
    assert not named(make, text, Scripted(naming=0.0))
    assert "القاهرة" in named(make, text, Scripted(naming=0.05))


def test_a_longer_name_stands_against_a_shorter_one(make: Make) -> None:
    text = "قالت وزارة الصحة المصرية إن العدد ارتفع."
    assert "وزارة الصحة المصرية" in named(make, text, Scripted(entity={"الصحة": "B-organization"}))


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("وقع الحادث في شارع السعدون أمس.", {"السعدون": "B-place"}, "السعدون"),
        ("أعلن بنك النجاح التجاري أرباحه.", {"بنك": "B-organization", "النجاح": "I-organization"}, "بنك النجاح"),
    ],
)
def test_of_a_name_that_no_list_knows_the_encoder_may_doubt_a_word(
    make: Make, text: str, told: dict[str, str], name: str
) -> None:
    assert name in named(make, text, Scripted(entity=told))
    whole = named(make, text, Scripted(entity=told, naming=0.5))
    assert name not in whole
    assert any(name in longer for longer in whole)


def test_the_encoder_types_what_no_list_knows_and_a_city_that_is_a_club(make: Make) -> None:
    text = "فاز برشلونة في المباراة."
    found = named(make, text, Scripted(entity={"برشلونة": "B-organization"}))
    assert [str(one.type) for one in found.values()] == ["organization"]


def test_one_name_has_one_type(make: Make) -> None:
    text = "Ms Quill met Orrin Zabel. Zabel left."
    told = {"Orrin": "B-person", "Zabel": "I-person"}
    found = named(make, text, Scripted(entity=told), language="en")
    assert {str(one.type) for name, one in found.items() if "Zabel" in name} == {"person"}


def test_the_adjective_of_a_body_named_before_is_no_name(make: Make) -> None:
    told = {"الأممي": "B-organization"}
    text = "قال مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية إن العدد ارتفع. وأورد المكتب الأممي الرقم نفسه."
    found = named(make, text, Scripted(entity=told, naming=0.5))
    assert "الأممي" not in found
    assert any(text[one.start : one.end] == "المكتب" for entity in found.values() for one in entity.mentions)
    assert "الأممي" in named(make, "وأورد المكتب الأممي الرقم نفسه.", Scripted(entity=told))


@pytest.mark.parametrize(
    ("text", "told", "fields"),
    [
        ("انهار سدان فوق المدينة ليلا.", {"المدينة": "B-place"}, {}),
        ("لكل منهما وزارة للصحة.", {"وزارة": "B-organization", "للصحة": "I-organization"}, {}),
        ("They left for the north.", {"the": "B-place"}, {"language": "en"}),
    ],
)
def test_what_anybody_of_a_kind_is_called_is_no_name(
    make: Make, text: str, told: dict[str, str], fields: dict[str, str]
) -> None:
    assert not named(make, text, Scripted(entity=told), **fields)


def test_what_a_word_beside_it_calls_a_medium_is_one(make: Make) -> None:
    told = {"Marsad": "B-person", "al-Difaf": "I-person"}
    found = named(make, "The Arabic news site Marsad al-Difaf left.", Scripted(entity=told), language="en")
    assert [str(one.type) for one in found.values()] == ["outlet"]


SAID = "صاح المراقب فوق السطح بأن المطر سيهطل غدا."


def test_an_attribution_that_only_the_encoder_sees_is_a_claim(make: Make) -> None:
    assert not read(Document(make(SAID)))["claims"]
    content = ("المطر", "سيهطل", "غدا")
    encoder = Scripted(
        cue={"صاح": "B"}, source={"المراقب": "B"}, content={word: "I" if at else "B" for at, word in enumerate(content)}
    )
    (claim,) = read(Document(make(SAID), cast(Encoder, encoder)))["claims"]
    assert claim["source"]["text"] == "المراقب"
    assert claim["cue"]["text"] == "صاح"
    assert [part["text"] for part in claim["content"]] == ["المطر سيهطل غدا"]
    assert claim["confidence"] == 0.9


def test_an_attribution_without_a_source_is_left_to_the_grammar(make: Make) -> None:
    encoder = Scripted(cue={"صاح": "B"}, content={"المطر": "B", "سيهطل": "I"})
    assert not read(Document(make(SAID), cast(Encoder, encoder)))["claims"]


def test_the_rest_of_a_clause_and_a_lone_preposition_are_no_claim(make: Make) -> None:
    lone = Scripted(cue={"في": "B"}, source={"المراقب": "B"}, content={"المطر": "B", "سيهطل": "I", "غدا": "I"})
    text = "صاح المراقب في السطح المطر سيهطل غدا."
    assert not read(Document(make(text), cast(Encoder, lone)))["claims"]
    rest = Scripted(cue={"chirped": "B"}, source={"Guards": "B"}, content={"part": "B", "of": "I"})
    english = make("Guards chirped for cash, part of a plan.", language="en")
    assert not read(Document(english, cast(Encoder, rest)))["claims"]


def test_a_claim_of_the_grammar_is_not_told_twice(make: Make) -> None:
    text = "قال الوزير إن المطر سيهطل غدا."
    encoder = Scripted(cue={"قال": "B"}, source={"الوزير": "B"}, content={"المطر": "B", "سيهطل": "I", "غدا": "I"})
    alone, both = read(Document(make(text))), read(Document(make(text), cast(Encoder, encoder)))
    assert len(both["claims"]) == len(alone["claims"]) == 1


def test_a_part_of_what_a_source_said_is_not_told_again(make: Make) -> None:
    text = "Orrin Zabel said five members died in a crash, one more than somebody had reported."
    told = dict.fromkeys(["members", "died", "in", "a", "crash"], "I") | {"five": "B"}
    encoder = Scripted(cue={"reported": "B"}, source={"Orrin": "B", "Zabel": "I"}, content=told)
    both = read(Document(make(text, language="en"), cast(Encoder, encoder)))
    assert [claim["cue"]["text"] for claim in both["claims"]] == ["said"]


def test_within_what_a_source_said_a_cue_speaks_only_of_what_follows_it(make: Make) -> None:
    text = "Orrin Zabel said five members died in a crash, one more than Nadia Khoury had reported."
    told = dict.fromkeys(["members", "died", "in", "a", "crash"], "I") | {"five": "B"}
    encoder = Scripted(cue={"reported": "B"}, source={"Nadia": "B", "Khoury": "I"}, content=told)
    both = read(Document(make(text, language="en"), cast(Encoder, encoder)))
    assert [claim["cue"]["text"] for claim in both["claims"]] == ["said"]


def test_a_trigger_that_only_the_encoder_sees_is_an_event(make: Make) -> None:
    text = "جندل المسلحون ثلاثة رجال في البصرة."
    assert not any(event["trigger"]["text"] == "جندل" for event in read(Document(make(text)))["events"])
    encoder = Scripted(event={"جندل": "B-ASSAULT"}, chance=0.95)
    events = read(Document(make(text), cast(Encoder, encoder)))["events"]
    assert [(event["type"], event["trigger"]["text"]) for event in events] == [("ASSAULT", "جندل")]


def test_a_word_that_may_be_a_trigger_is_weighed_though_it_is_likelier_none(make: Make) -> None:
    encoder = Scripted(event={"جندل": "B-ASSAULT"}, chance=0.4)
    tags = Document(make("جندل المسلحون ثلاثة رجال."), cast(Encoder, encoder)).tags
    assert [(tag.kind, tag.chance) for tag in tags.events] == [("ASSAULT", 0.4)]
    assert not Document(
        make("جندل المسلحون."), cast(Encoder, Scripted(event={"جندل": "B-LEGAL"}, chance=0.1))
    ).tags.events


def test_a_headline_tells_in_english_and_gives_way_in_arabic(make: Make) -> None:
    arabic = "انفجار في البصرة\n\nقتل ثلاثة جنود في انفجار وقع في البصرة أمس."
    english = "Explosion in Basra\n\nThree soldiers died in an explosion in Basra on Monday."
    (first,) = [e for e in read(Document(make(arabic)))["events"] if e["trigger"]["text"] == "انفجار"]
    assert first["trigger"]["start"] > arabic.index("\n")
    found = [e for e in read(Document(make(english, language="en")))["events"] if "xplosion" in e["trigger"]["text"]]
    assert [event["trigger"]["start"] for event in found] == [0]


def test_a_trigger_of_the_word_lists_keeps_its_type(make: Make) -> None:
    text = "قتل مسلحون ثلاثة رجال في البصرة."
    encoder = Scripted(event={"قتل": "B-LEGAL"}, chance=0.95)
    alone, both = read(Document(make(text))), read(Document(make(text), cast(Encoder, encoder)))
    assert [event["type"] for event in both["events"]] == [event["type"] for event in alone["events"]] == ["ASSAULT"]


def test_without_its_weights_the_grammar_reads_and_says_so(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Encoder:
        raise EncoderError("the encoder's weights are missing")

    monkeypatch.setattr(assembly, "shipped", fails)
    with pytest.warns(RuntimeWarning, match="weights are missing; reading by grammar alone"):
        extractor = LocalExtractor()
    article = make("قال وزير الخارجية في القاهرة إن ثلاثة قتلوا.")
    assert extractor.name == "grammar"
    assert extractor.extract(article) == GrammarExtractor().extract(article)


def test_the_local_extractor_gives_the_same_every_time(make: Make) -> None:
    article = make('قالت وزارة الصحة في غزة إن "أكثر من 4 آلاف" قتلوا، بحسب رويترز.')
    extractor = LocalExtractor()
    assert extractor.name == "local"
    assert extractor.extract(article) == extractor.extract(article) == LocalExtractor().extract(article)


def test_a_text_too_long_for_the_encoder_is_read_by_grammar_and_that_is_told(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.extract.local.document.MOST_TAGGED", 20)
    article = make("وصل قرمزان إلى القاهرة. " * 10)
    encoder = cast(Encoder, Scripted(entity={"قرمزان": "B-person"}))
    found = read(Document(article, encoder))
    assert [drop["reason"] for drop in found["dropped"]] == ["longer than 50000 words: read by grammar alone"]
    assert {**found, "dropped": []} == read(Document(article))
