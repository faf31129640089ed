"""Which claim conveys which, in both languages."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.local.claims import find_claims
from kg.extract.local.claims.chains import chained
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, MentionDraft, Range
from kg.extract.local.entities import find_entities
from schemas import Article, EntityType

Make = Callable[..., Article]


def via_by_cue(make: Make, text: str) -> dict[str, str | None]:
    """For each claim's cue, the cue of the claim that conveys it."""
    document = Document(make(text))
    claims = find_claims(document, find_entities(document))
    cues = {claim.id: text[slice(*claim.cue)] for claim in claims if claim.cue}
    return {cues[claim.id]: cues[claim.via] if claim.via else None for claim in claims}


def draft(name: str, cue: Range, *content: Range, entity: str | None = None) -> ClaimDraft:
    return ClaimDraft(name, None, entity, None, cue, content, "indirect")


def test_a_claim_inside_anothers_content_is_conveyed_by_it(make: Make) -> None:
    text = "قالت صحيفة الحياة إن وزارة الصحة ذكرت أن 12 شخصا أصيبوا، وفق مصادرها."
    assert via_by_cue(make, text)["ذكرت"] == "قالت"


def test_a_relayed_claim_is_conveyed_by_the_relay(make: Make) -> None:
    text = "ونقلت وكالة رويترز عن مسؤول قوله إن الاتفاق قريب."
    assert via_by_cue(make, text) == {"نقلت": None, "قوله": "نقلت"}


def test_whom_a_medium_cites_by_a_definite_noun_is_conveyed_by_it(make: Make) -> None:
    text = "وذكرت الصحيفة نقلا عن الهلال الأحمر أن القتلى كثيرون."
    assert via_by_cue(make, text) == {"ذكرت": None, "نقلا": "ذكرت"}


def test_who_is_quoted_by_a_medium_is_conveyed_by_it(make: Make) -> None:
    text = "An official quoted by the newspaper Al-Hayat denied that any draft existed."
    document = Document(make(text, language="en"))
    outer, inner = find_claims(document, find_entities(document))
    assert [text[slice(*claim.source)] for claim in (outer, inner) if claim.source] == [
        "the newspaper Al-Hayat",
        "An official",
    ]
    assert inner.via == outer.id
    assert outer.polarity == inner.polarity == "denies"


def test_an_article_that_retells_a_report_conveys_the_rest_through_it(make: Make) -> None:
    text = (
        'قال موقع "المونيتور" إن الوزير التقى موظفين. وقال الموقع في تقرير له إن الاجتماعات مستمرة. '
        'وأكد المسؤولون الحاجة إلى الهدوء. وأشار "المونيتور" إلى أن الخلاف كبير.'
    )
    document = Document(make(text))
    outlet = EntityDraft(
        "e1", EntityType.OUTLET, "المونيتور", tuple(MentionDraft(at, at + 9) for at in _places(text, "المونيتور"))
    )
    said = text.index("وقال الموقع") + 1
    claims = [
        draft("a1", (0, 3), (text.index("الوزير"), text.index("موظفين") + 6), entity="e1"),
        draft("a2", (said, said + 3), (text.index("الاجتماعات"), text.index("مستمرة") + 6), entity="e1"),
        draft("a3", (text.index("أكد"), text.index("أكد") + 3), (text.index("الحاجة"), text.index("الهدوء") + 6)),
        draft("a4", (text.index("أشار"), text.index("أشار") + 4), (text.index("الخلاف"), len(text) - 1), entity="e1"),
    ]
    assert [claim.via for claim in chained(document, (outlet,), claims)] == [None, None, "a2", None]


def test_what_a_medium_published_is_conveyed_by_it_and_so_is_what_follows(make: Make) -> None:
    text = 'وفي رسالة حصلت عليها رويترز، أقر بلينكن بأن الوقت صعب. وأضاف: "دعونا نتحدث بصراحة عن ذلك".'
    assert via_by_cue(make, text) == {"حصلت": None, "أقر": "حصلت", "أضاف": "حصلت"}


def test_what_is_said_to_another_medium_is_not_retold(make: Make) -> None:
    text = (
        "ذكرت وكالة رويترز في تقرير أن الوزير استقال. وأكد موظف لصحيفة الحياة أن الخبر صحيح. "
        "وأضاف أن القرار مفاجئ. وأشارت رويترز إلى أن الأسباب مجهولة."
    )
    assert via_by_cue(make, text) == {"ذكرت": None, "أكد": None, "أضاف": None, "أشارت": None}


def _places(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


def test_chains_never_run_in_circles(make: Make) -> None:
    document = Document(make("قال فلان إن علانا قال شيئا في القاهرة"))
    first, second = draft("a1", (0, 3), (10, 30)), draft("a2", (12, 14), (0, 9))
    vias = {claim.id: claim.via for claim in chained(document, (), [first, second])}
    assert sorted(filter(None, vias.values())) in (["a1"], ["a2"])


def test_ids_follow_the_text_and_links_follow_the_ids(make: Make) -> None:
    document = Document(make("The Daily Beast said that Reuters reported that Cairo (القاهرة) agreed.", language="en"))
    claims = find_claims(document, find_entities(document))
    assert [claim.id for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    assert {claim.via for claim in claims} <= {None, *(claim.id for claim in claims)}
