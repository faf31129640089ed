"""English claims: who says what, in every order that news prose has; names and quotations in Arabic stay whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.claims.english import find_english_claims
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft
from schemas import Article, SpeechAct

Make = Callable[..., Article]


def claims_of(make: Make, text: str, title: str | None = None) -> list[ClaimDraft]:
    return find_english_claims(Document(make(text, language="en", title=title)), ())


def shown(make: Make, text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Source, cue and contents of each claim as text."""
    return [
        (
            text[slice(*claim.source)] if claim.source else None,
            text[slice(*claim.cue)] if claim.cue else None,
            tuple(text[slice(*part)] for part in claim.content),
        )
        for claim in claims_of(make, text)
    ]


CASES = {
    "a count raised": (
        "The health ministry in عدن raised its figure to 90 from 80.",
        [("The health ministry in عدن", "raised", ("its figure to 90 from 80",))],
    ),
    "a count that another relays": (
        "The health ministry's figure, relayed by the World Health Organization, stood at 705.",
        [
            ("The health ministry", "figure", ("stood at 705",)),
            ("the World Health Organization", "relayed", ("stood at 705",)),
        ],
    ),
    "a source that relays a count": (
        "According to the UN office, which relays the count kept by the ministry, 40 people had died.",
        [
            ("the UN office", "According to", ("40 people had died",)),
            ("the ministry", "relays", ("40 people had died",)),
        ],
    ),
    "a number given": (
        "A doctor gave the number of dead as 19.",
        [("A doctor", "gave", ("the number of dead as 19",))],
    ),
    "terms rejected": (
        "Angola rejected the target it was given.",
        [("Angola", "rejected", ("the target it was given",))],
    ),
    "that-clause": (
        "The minister said that the talks in القاهرة had failed.",
        [("The minister", "said", ("the talks in القاهرة had failed",))],
    ),
    "a denial of what was just said": (
        "The mayor said that صنعاء was safe. Residents dispute that. The army, the group he blames, denies this.",
        [
            ("The mayor", "said", ("صنعاء was safe",)),
            ("Residents", "dispute", ("صنعاء was safe",)),
            ("The army, the group he blames", "denies", ("صنعاء was safe",)),
        ],
    ),
    "a denial, and more said": (
        "The mayor said that صنعاء was safe. The army denied this and said that it was late.",
        [
            ("The mayor", "said", ("صنعاء was safe",)),
            ("The army", "denied", ("صنعاء was safe",)),
            (None, "said", ("it was late",)),
        ],
    ),
    "a count in the perfect": (
        "The ministry has recorded at least 90 deaths in صنعاء.",
        [("The ministry", "recorded", ("at least 90 deaths in صنعاء",))],
    ),
    "bare clause": (
        "Two officials who spoke on condition of anonymity said the road to صنعاء was closed.",
        [("Two officials who spoke on condition of anonymity", "said", ("the road to صنعاء was closed",))],
    ),
    "apposition": (
        "Matt Miller, a spokesman for the State Department, said Washington would respond to حماس.",
        [("Matt Miller, a spokesman for the State Department", "said", ("Washington would respond to حماس",))],
    ),
    "quotation first": (
        '"We will not leave غزة," the mayor said.',
        [("the mayor", "said", ("We will not leave غزة",))],
    ),
    "inversion": (
        "“The bridge is gone,” said Salma Haddad (سلمى حداد), an engineer from Homs.",
        [("Salma Haddad (سلمى حداد), an engineer from Homs", "said", ("The bridge is gone",))],
    ),
    "interrupted": (
        '"The bridge," said Haddad, "will be rebuilt by شركة النيل."',
        [("Haddad", "said", ("The bridge", "will be rebuilt by شركة النيل"))],
    ),
    "continued in the next sentence": (
        'He was late. "The bridge is gone," Haddad said. "شركة النيل will rebuild it."',
        [("Haddad", "said", ("The bridge is gone", "شركة النيل will rebuild it"))],
    ),
    "unquoted, attribution last": (
        "At least 20 people died in حلب, the ministry said on Monday.",
        [("the ministry", "said", ("At least 20 people died in حلب",))],
    ),
    "unquoted, attribution inside": (
        "The strikes, Davis said, destroyed two tunnels near الموصل.",
        [("Davis", "said", ("The strikes", "destroyed two tunnels near الموصل"))],
    ),
    "addressee": (
        "The envoy told reporters in عمّان that aid would resume.",
        [("The envoy", "told", ("aid would resume",))],
    ),
    "according to, last": (
        "The market in إدلب was hit twice, according to two witnesses.",
        [("two witnesses", "according to", ("The market in إدلب was hit twice",))],
    ),
    "according to, first": (
        "According to Al Nahar (النهار), the cabinet will resign.",
        [("Al Nahar (النهار", "According to", ("the cabinet will resign",))],
    ),
    "denial": (
        "The company denied dumping waste in دجلة.",
        [("The company", "denied", ("dumping waste in دجلة",))],
    ),
    "accusation": (
        "Residents accused the army of shelling درعا.",
        [("Residents", "accused", ("shelling درعا",))],
    ),
    "demand": (
        "The council urged both sides to open the crossing at معبر رفح.",
        [("The council", "urged", ("to open the crossing at معبر رفح",))],
    ),
    "passive order": (
        "Families were told to leave بلدة القصير.",
        [(None, "told", ("to leave بلدة القصير",))],
    ),
    "headline": (
        "Minister Karim Aziz: “No talks with العدو before winter”",
        [("Minister Karim Aziz", None, ("No talks with العدو before winter",))],
    ),
    "role, name, no closing comma": (
        "Malaysia's Prime Minister, Najib Razak said the ship had reached عدن.",
        [("Malaysia's Prime Minister, Najib Razak", "said", ("the ship had reached عدن",))],
    ),
    "origin and age": (
        "Salma Haddad, 42, of Homs (حمص), said the road was open.",
        [("Salma Haddad, 42, of Homs (حمص", "said", ("the road was open",))],
    ),
    "list": (
        "Iraq, Kuwait (الكويت) and Oman said they would cut output.",
        [("Iraq, Kuwait (الكويت) and Oman", "said", ("they would cut output",))],
    ),
    "dateline": (
        "BEIRUT, Nov. 3 (Reuters) - Two dams near درنة gave way, the mayor said on Sunday.",
        [("the mayor", "said", ("Two dams near درنة gave way",))],
    ),
    "parenthesis between verb and clause": (
        "The paper reported on Sunday, after a week of silence, that دمشق had agreed.",
        [("The paper", "reported", ("دمشق had agreed",))],
    ),
    "who says it is a relative": (
        "There are economists who argue that the ليرة will recover.",
        [("economists", "argue", ("the ليرة will recover",))],
    ),
    "as experts have said": (
        "As many tax experts, including سامي نصر, have pointed out, the minister is free to resign.",
        [("many tax experts", "pointed out", ("the minister is free to resign",))],
    ),
    "an abbreviation before a comma": (
        "“The veto on مجلس الأمن will stand,” Senator Mitch Hall, R-Ky., said Tuesday.",
        [("Senator Mitch Hall, R-Ky", "said", ("The veto on مجلس الأمن will stand",))],
    ),
    "attribution inside, in a report": (
        "The poorest paid 9 percent in اليمن, the agency said in a June report, and the rich paid less.",
        [("the agency", "said", ("The poorest paid 9 percent in اليمن", "and the rich paid less"))],
    ),
    "colon without a verb of saying": (
        "A third delegate was less certain: “Ask me again in آذار.”",
        [("A third delegate", None, ("Ask me again in آذار",))],
    ),
    "named": (
        'The secretary called the ruling on الضفة "dangerous".',
        [("The secretary", "called", ('the ruling on الضفة "dangerous',))],
    ),
    "figure": (
        "ACLED, a research group, put the toll in الخرطوم above 1,800.",
        [("ACLED, a research group", "put", ("the toll in الخرطوم above 1,800",))],
    ),
    "partial quotation": (
        'The bank said the ruling "will force us to leave بيروت at once".',
        [("The bank", "said", ('the ruling "will force us to leave بيروت at once',))],
    ),
    "hearsay": (
        "The commander is believed to have left الرقة.",
        [(None, "believed", ("The commander", "to have left الرقة"))],
    ),
    "adverb": (
        "Allegedly, the guards of سجن صيدنايا took bribes.",
        [(None, "Allegedly", ("the guards of سجن صيدنايا took bribes",))],
    ),
    "quoted as saying": (
        "The emir was quoted as saying that the talks in الدوحة would go on.",
        [("The emir", "quoted as saying", ("the talks in الدوحة would go on",))],
    ),
    "noun": (
        "The rumour that عدن had fallen spread quickly.",
        [(None, "rumour", ("عدن had fallen spread quickly",))],
    ),
}


@pytest.mark.parametrize("case", sorted(CASES))
def test_source_cue_and_content(make: Make, case: str) -> None:
    text, expected = CASES[case]
    assert shown(make, text) == expected


def test_a_verb_joined_on_keeps_the_speaker(make: Make) -> None:
    text = "Karim Aziz said the port of اللاذقية was open and added that ships were waiting."
    first, second = claims_of(make, text)
    assert text[slice(*first.content[0])] == "the port of اللاذقية was open"
    assert second.source is None
    assert second.source_text == "Karim Aziz"


def test_a_participle_takes_the_subject_of_its_sentence(make: Make) -> None:
    text = "Karim Aziz said the port of اللاذقية was open, adding that ships were waiting."
    first, second = claims_of(make, text)
    assert text[slice(*second.source or (0, 0))] == "Karim Aziz"
    assert text[slice(*first.content[0])] == "the port of اللاذقية was open"


def test_citing_somebody_makes_that_somebody_the_inner_source(make: Make) -> None:
    text = "Sky News Arabia (سكاي نيوز عربية) reported that the envoy had left, citing three officials."
    outer, inner = claims_of(make, text)
    assert text[slice(*inner.source or (0, 0))] == "three officials"
    assert inner.content == outer.content
    assert inner.anonymous


def test_quoting_somebody_as_saying_is_a_relay(make: Make) -> None:
    text = "Last week the newspaper النهار quoted an army source as saying that no aircraft had taken off."
    outer, inner = claims_of(make, text)
    assert text[slice(*outer.source or (0, 0))] == "the newspaper النهار"
    assert text[slice(*inner.source or (0, 0))] == "an army source"
    assert inner.via == outer.id
    assert inner.content == outer.content


def test_a_statement_after_a_colon_runs_over_its_paragraphs(make: Make) -> None:
    text = "The minister, Sami Nasr, said:\n\nWe condemn the attack on عدن.\n\nIt was a crime."
    (claim,) = claims_of(make, text)
    assert claim.kind == "direct"
    assert text[slice(*claim.content[0])] == "We condemn the attack on عدن.\n\nIt was a crime"


def test_a_quotation_of_several_paragraphs_stays_with_its_speaker(make: Make) -> None:
    text = "“The bridge is gone,” Haddad said.\n\n“شركة النيل will rebuild it.”\n\nIt rained."
    (claim,) = claims_of(make, text)
    assert [text[slice(*part)] for part in claim.content] == ["The bridge is gone", "شركة النيل will rebuild it"]


def test_a_pronoun_stands_for_the_last_source_that_fits(make: Make) -> None:
    text = "Mr Karim Aziz said the port of صور was open. The report said it was closed. He said the report was wrong."
    *_, last = claims_of(make, text)
    assert last.source_text == "Mr Karim Aziz"


def test_kinds(make: Make) -> None:
    kinds = [
        claims_of(make, text)[0].kind
        for text in (
            '"We will not leave غزة," the mayor said.',
            "The mayor said nobody would leave غزة.",
            'The mayor said the plan for غزة was "quite dead".',
        )
    ]
    assert kinds == ["direct", "indirect", "mixed"]


def test_a_topic_before_a_colon_is_no_speaker(make: Make) -> None:
    assert claims_of(make, "Syria war: thousands leave حلب on buses") == []


def test_what_was_not_said_is_no_claim(make: Make) -> None:
    assert claims_of(make, "The general did not say that الرقة had been taken.") == []
    assert claims_of(make, "The general declined to comment on الرقة.") == []


def test_titles_and_scare_quotes_are_no_claims(make: Make) -> None:
    assert claims_of(make, 'The so-called "معركة الكرامة" operation ended in June.') == []


def test_speech_act_polarity_and_modality(make: Make) -> None:
    (denial,) = claims_of(make, "Tehran denied that طهران had sent arms.")
    assert (denial.speech_act, denial.polarity) == (SpeechAct.DENY, "denies")
    (belief,) = claims_of(make, "Analysts believe the دينار will fall.")
    assert (belief.speech_act, belief.modality, belief.anonymous) == (SpeechAct.BELIEVE, "hedged", True)


def test_every_span_lies_in_its_evidence(make: Make) -> None:
    text = "\n\n".join(text for text, _ in CASES.values())
    found = claims_of(make, text)
    assert len(found) >= len(CASES)
    for claim in found:
        for start, end in [*claim.content, *filter(None, (claim.source, claim.cue))]:
            assert claim.evidence[0] <= start < end <= claim.evidence[1]


@pytest.mark.parametrize(
    "text", ['"' * 3000, "said " * 3000, "he said that " * 1500, "(" * 3000, '"a," he said. ' * 500]
)
def test_hostile_text_is_read_to_its_end(make: Make, text: str) -> None:
    for claim in claims_of(make, text + " قال"):
        assert all(0 <= start < end <= len(text) + 4 for start, end in claim.content)
