"""Arabic claims: who says what, in the frames that news Arabic has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.claims import find_claims
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft
from kg.extract.local.entities import find_entities
from schemas import Article, SpeechAct

Make = Callable[..., Article]
Shown = tuple[str | None, str | None, tuple[str, ...]]


def claims_of(make: Make, text: str) -> tuple[ClaimDraft, ...]:
    document = Document(make(text, language="ar"))
    return find_claims(document, find_entities(document))


def shown(text: str, claim: ClaimDraft) -> Shown:
    """Source, cue and contents of a claim as text; a source that is not spoken stands in brackets."""
    unspoken = None if claim.source_text is None else f"({claim.source_text})"
    return (
        text[slice(*claim.source)] if claim.source else unspoken,
        text[slice(*claim.cue)] if claim.cue else None,
        tuple(text[slice(*part)] for part in claim.content),
    )


SPOKESMAN = "المتحدث باسم الجيش السوداني العميد نبيل عبد الله"

CASES: dict[str, tuple[str, list[Shown]]] = {
    "verb, subject, clause; participle": (
        f"قال {SPOKESMAN} في بيان إن القوات استعادت مقر الإذاعة، مضيفا أن العمليات مستمرة.",
        [
            (SPOKESMAN, "قال", ("القوات استعادت مقر الإذاعة",)),
            (SPOKESMAN, "مضيفا", ("العمليات مستمرة",)),
        ],
    ),
    "the reporter sets the words against others'": (
        "قال الوزير إن اللقاءات ثلاثة، خلافا لما تداولته وسائل إعلام.",
        [("الوزير", "قال", ("اللقاءات ثلاثة",))],
    ),
    "the reporter says where a figure was taken from": (
        "وأورد المكتب أن 300 شخص قتلوا، ناسبا الرقم إلى الجمعية.",
        [("المكتب", "أورد", ("300 شخص قتلوا",)), ("الجمعية", "ناسبا", ("300 شخص قتلوا",))],
    ),
    "a count": (
        "وتحصي النقابة، من جهتها، أكثر من 60 جريحا.",
        [("النقابة", "تحصي", ("أكثر من 60 جريحا",))],
    ),
    "a count estimated": (
        "وقدرت الوزارة عدد الجرحى بنحو 60 شخصا.",
        [("الوزارة", "قدرت", ("عدد الجرحى بنحو 60 شخصا",))],
    ),
    "contrary to what another said": (
        "قال الوزير إن الطريق مفتوح، خلافا لما أعلنته البلدية عن إغلاق طريقين.",
        [("الوزير", "قال", ("الطريق مفتوح",)), ("البلدية", "أعلنته", ("إغلاق طريقين",))],
    ),
    "a title that looks like an accusative plural": (
        "قال الرئيس قيس سعيد إن البلاد بخير. ودعا الأمين العام للاتحاد نور الدين الطبوبي إلى إضراب عام.",
        [
            ("الرئيس قيس سعيد", "قال", ("البلاد بخير",)),
            ("الأمين العام للاتحاد نور الدين الطبوبي", "دعا", ("إضراب عام",)),
        ],
    ),
    "subject before the verb": (
        "لكن حركة حماس قالت إن إسرائيل تعرقل الاتفاق، وإن المفاوضات متوقفة.",
        [("حركة حماس", "قالت", ("إسرائيل تعرقل الاتفاق، وإن المفاوضات متوقفة",))],
    ),
    "subject and an insertion before the verb": (
        "غير أن مسؤولا في الوزارة، رفض الكشف عن هويته، أكد أن الخطة قائمة.",
        [("مسؤولا في الوزارة", "أكد", ("الخطة قائمة",))],
    ),
    "elided subject": (
        'وقال نتنياهو: "سنواصل الحرب حتى النهاية". وأضاف: "لا توجد قوة ستوقفنا".',
        [
            ("نتنياهو", "قال", ("سنواصل الحرب حتى النهاية",)),
            ("(نتنياهو)", "أضاف", ("لا توجد قوة ستوقفنا",)),
        ],
    ),
    "object without a preposition": (
        "أعلنت وزارة الصحة الفلسطينية في غزة ارتفاع حصيلة القتلى إلى 1200 شخص، بينهم 300 طفل.",
        [
            (
                "وزارة الصحة الفلسطينية في غزة",
                "أعلنت",
                ("ارتفاع حصيلة القتلى إلى 1200 شخص، بينهم 300 طفل",),
            )
        ],
    ),
    "prepositions": (
        "شدد وزير الخارجية الأردني أيمن الصفدي على ضرورة وقف إطلاق النار، وحذر من اتساع الصراع.",
        [
            ("وزير الخارجية الأردني أيمن الصفدي", "شدد", ("ضرورة وقف إطلاق النار",)),
            ("(وزير الخارجية الأردني أيمن الصفدي)", "حذر", ("اتساع الصراع",)),
        ],
    ),
    "accused and called upon are no sources": (
        "واتهمت قوات الدعم السريع الجيش السوداني، الأربعاء، بخرق الهدنة، ودعت المجتمع الدولي إلى التدخل.",
        [
            ("قوات الدعم السريع", "اتهمت", ("خرق الهدنة",)),
            ("(قوات الدعم السريع)", "دعت", ("التدخل",)),
        ],
    ),
    "an attitude's content": (
        "وأعرب الأمين العام للأمم المتحدة أنطونيو غوتيريش عن أمله في أن تتوقف الحرب.",
        [("الأمين العام للأمم المتحدة أنطونيو غوتيريش", "أعرب", ("تتوقف الحرب",))],
    ),
    "relay": (
        'ونقلت صحيفة "واشنطن بوست" عن مسؤولين أمريكيين قولهم إن الإدارة تدرس إرسال قوات.',
        [
            ('صحيفة "واشنطن بوست', "نقلت", ("الإدارة تدرس إرسال قوات",)),
            ("مسؤولين أمريكيين", "قولهم", ("الإدارة تدرس إرسال قوات",)),
        ],
    ),
    "relay by a phrase": (
        "وذكرت القناة 12 الإسرائيلية نقلا عن مصدر سياسي أن الحكومة ستصوت غدا.",
        [
            ("القناة 12 الإسرائيلية", "ذكرت", ("الحكومة ستصوت غدا",)),
            ("مصدر سياسي", "نقلا", ("الحكومة ستصوت غدا",)),
        ],
    ),
    "according to, before": (
        'وبحسب وكالة الأنباء السعودية "واس"، بحث الجانبان سبل التعاون.',
        [('وكالة الأنباء السعودية "واس', "بحسب", ("بحث الجانبان سبل التعاون",))],
    ),
    "according to, after": (
        "ارتفعت أسعار النفط بنسبة 3 في المئة، وفقا لبيانات إدارة معلومات الطاقة الأميركية.",
        [("بيانات إدارة معلومات الطاقة الأميركية", "وفقا", ("ارتفعت أسعار النفط بنسبة 3 في المئة",))],
    ),
    "broken-off quotation": (
        '"لن نتراجع عن مطالبنا مهما كلف الأمر"، يقول أحمد الحسن، أحد المتظاهرين، "وسنبقى في الساحات حتى النهاية".',
        [
            (
                "أحمد الحسن، أحد المتظاهرين",
                "يقول",
                ("لن نتراجع عن مطالبنا مهما كلف الأمر", "وسنبقى في الساحات حتى النهاية"),
            )
        ],
    ),
    "document": (
        "وجاء في البيان أن الطرفين اتفقا على تشكيل لجنة.",
        [("البيان", "جاء", ("الطرفين اتفقا على تشكيل لجنة",))],
    ),
    "headline": (
        "الرئيس التونسي: لن نسمح بالمساس بأمن الدولة",
        [("الرئيس التونسي", None, ("لن نسمح بالمساس بأمن الدولة",))],
    ),
    "hearsay": (
        "ويتوقع أن يصل سعر الدولار إلى 50 جنيها.",
        [(None, "يتوقع", ("يصل سعر الدولار إلى 50 جنيها",))],
    ),
    "negation in the complementiser is content": (
        "وكان الرئيس جو بايدن قد دعا إسرائيل إلى ألا تنساق وراء الغضب.",
        [("الرئيس جو بايدن", "دعا", ("ألا تنساق وراء الغضب",))],
    ),
    "an-clause in an adverbial": (
        "وقال بلير قبل أن يعود إلى لندن إن القرار نهائي.",
        [("بلير", "قال", ("القرار نهائي",))],
    ),
    "what the reporter adds": (
        'وأوضح الوزير للصحفيين "لقد قلنا كل شيء في الرد" في إشارة إلى المذكرة الأخيرة.',
        [("الوزير", "أوضح", ("لقد قلنا كل شيء في الرد",))],
    ),
    "what is denied by somebody else": (
        "وقالت إسرائيل إنها استهدفت مقرا في المدينة، وهو ما نفته الحركة.",
        [
            ("إسرائيل", "قالت", ("استهدفت مقرا في المدينة",)),
            ("الحركة", "نفته", ("استهدفت مقرا في المدينة",)),
        ],
    ),
    "spokesman": (
        "أما الاتحاد الدولي للصليب الأحمر فأعلن، على لسان مسؤوله تامر رمضان، أن المفقودين بالآلاف.",
        [
            ("الاتحاد الدولي للصليب الأحمر", "أعلن", ("المفقودين بالآلاف",)),
            ("مسؤوله تامر رمضان", "على لسان", ("المفقودين بالآلاف",)),
        ],
    ),
    "prayer and call": (
        "وسأل معاليه الله أن يحفظ البلاد، داعيا الجميع إلى التعاون.",
        [
            ("معاليه", "سأل", ("يحفظ البلاد",)),
            ("معاليه", "داعيا", ("التعاون",)),
        ],
    ),
    "both halves of an account": (
        "وتراجعت الأسعار، بحسب وكالة رويترز، إلى أدنى مستوى في عام.",
        [("وكالة رويترز", "بحسب", ("تراجعت الأسعار", "إلى أدنى مستوى في عام"))],
    ),
    "initials do not end a sentence": (
        'صرح مدير المستشفى د. محمد زقوت لـ"الجزيرة نت" أن المستشفى خرج عن الخدمة.',
        [("مدير المستشفى د. محمد زقوت", "صرح", ("المستشفى خرج عن الخدمة",))],
    ),
    "speech that a colon opens": (
        "وأضاف الوزير: تم افتتاح المركز الجديد. وسيستقبل المراجعين قريبا.",
        [("الوزير", "أضاف", ("تم افتتاح المركز الجديد. وسيستقبل المراجعين قريبا",))],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_finds_source_cue_and_content(make: Make, name: str) -> None:
    text, expected = CASES[name]
    assert [shown(text, claim) for claim in claims_of(make, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "يشار إلى أن المعارك اندلعت في نيسان الماضي.",
        "يذكر أن اللاعب انضم إلى الفريق قبل عامين.",
        "ولم يؤكد الجيش هذه الأنباء. ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
        "ويبلغ عدد سكان المدينة أكثر من مليون نسمة.",
        "وأعرب الوزير عن شكره للمنظمين.",
    ],
    ids=["narration", "narration by mention", "nothing said", "to reach, not to report", "thanks"],
)
def test_the_publishers_own_words_are_no_claim(make: Make, text: str) -> None:
    assert claims_of(make, text) == ()


def test_a_denial_denies_and_an_unnamed_source_is_anonymous(make: Make) -> None:
    text = "ونفى مصدر أمني رفيع طلب عدم الكشف عن هويته صحة الأنباء عن انسحاب القوات."
    claim = claims_of(make, text)[0]
    assert shown(text, claim) == (
        "مصدر أمني رفيع طلب عدم الكشف عن هويته",
        "نفى",
        ("صحة الأنباء عن انسحاب القوات",),
    )
    assert (claim.polarity, claim.speech_act, claim.anonymous) == ("denies", SpeechAct.DENY, True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('"سنواصل العمل حتى النهاية"', "direct"),
        ('إن العمل "مستمر حتى النهاية ولن يتوقف" في المدينة', "mixed"),
        ("إن العمل مستمر", "indirect"),
    ],
)
def test_kind_tells_whose_words_they_are(make: Make, content: str, kind: str) -> None:
    assert [claim.kind for claim in claims_of(make, f"وقال وزير النقل {content}.")] == [kind]


def test_the_medium_that_is_told_is_the_addressee_and_no_source(make: Make) -> None:
    text = 'وأكدت لـ"الحياة" مصادر مطلعة أن القرار سيصدر قريبا.'
    claim = claims_of(make, text)[0]
    assert shown(text, claim) == ("مصادر مطلعة", "أكدت", ("القرار سيصدر قريبا",))
    assert claim.addressee is not None
    assert text[slice(*claim.addressee)] == "الحياة"


def test_hedges_and_expectations_are_told_by_modality(make: Make) -> None:
    text = "وزعم الجيش أن الموقع كان خاليا. ورجح خبراء أن تستمر الأزمة."
    assert [claim.modality for claim in claims_of(make, text)] == ["hedged", "possible"]
