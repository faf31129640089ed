"""Closed classes of words that bound phrases and clauses, folded."""

from __future__ import annotations

from kg.text import fold


def words(text: str) -> frozenset[str]:
    """The words of ``text``, which are parted by spaces, folded."""
    return frozenset(fold(word) for word in text.split())


PREPOSITIONS_AR = words(
    "في من على إلى عن مع بين حول خلال بعد قبل منذ حتى ضد لدى عند تحت فوق أمام وراء بسبب نتيجة عبر إثر عقب نحو باتجاه"
    " دون بدون حسب بحسب وفق وفقا ضمن داخل خارج قرب أثناء طوال رغم ازاء تجاه لصالح بشأن بخصوص بهدف بغية لأجل علي الي"
    " لدي فى بينهم بينها سوى باستثناء قبيل بعيد جنوب شمال شرق غرب وسط جنوبي شمالي شرقي غربي بواسطة مقابل عليه عليها"
    " عليهم فيه فيها منه منها منهم به بها بهم له لها لهم إليه إليها معه معها معهم عنه عنها لديه لديها اليوم"
)
"""Prepositions, and adverbs of place that take a noun; some with a pronoun."""

CONJUNCTIONS_AR = words(
    "أو ثم لكن ولكن كما بل إذ حيث بينما فيما أن إن بأن لأن كي لكي إذا لو عندما حين حينما كلما لما ان بان وأن وإن فإن"
    " أنه أنها أنهم إنه إنها إنهم بأنه بأنها بأنهم لأنه لأنها وأنه وأنها انه انها ما مما وما هل"
    " الذي التي الذين اللذين"
    " اللتين اللذان اللواتي والذي والتي والذين الا إلا غير هذا هذه ذلك تلك هو هي هم وهو وهي وهم هناك"
)
RELATIVES_AR = words("الذي التي الذين اللذين اللتين اللذان اللتان والذي والتي والذين اللي")
COMPLEMENTISERS_AR = words(
    "أن إن بأن أنه أنها أنهم إنه إنها إنهم بأنه بأنها بأنهم لأن لأنه لأنها فإن وأن وإن وأنه وأنها ان بان انه انها"
)
AUXILIARIES_AR = words(
    "قد لقد وقد فقد لم لن لا ما سوف ولم ولن ولا وسوف كان كانت كانوا وكان وكانت يكون تكون بات باتت"
    " أصبح أصبحت ظل ليس ليست"
    " فلم فلن فلا سبق ما زال مازال لايزال يزال تزال بدأ بدأت يبدأ تبدأ واصل واصلت يواصل تواصل"
    " استطاع تمكن تمكنت يعتزم تعتزم"
    " حاول حاولت يحاول تحاول يستعد تستعد عاد عادت كاد أيضا"
)
SPEECH_AR = words(
    "قال قالت قالوا وقال وقالت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت أوضح أوضحت وأوضح وأوضحت أشار أشارت وأشار"
    " وأشارت أعلن أعلنت وأعلن وأعلنت ذكر ذكرت وذكر وذكرت أفاد أفادت وأفاد وأفادت كشف كشفت وكشف"
    " وكشفت صرح صرحت وصرح بين"
    " يقول تقول ويقول وتقول اعتبر اعتبرت واعتبر واعتبرت نقل نقلت ونقلت يذكر يشار تابع تابعت وتابع لفت ولفت رأى ورأى"
)
TIMES_AR = words(
    "أمس اليوم غدا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم مساء صباح فجر ظهر ليل ليلة حاليا"
    " مؤخرا سابقا لاحقا مجددا أيضا كذلك رسميا الماضي المقبل الجاري عام سنة شهر أسبوع الأسبوع الليلة فورا صباحا مساءا"
)
STOPS_AR = PREPOSITIONS_AR | CONJUNCTIONS_AR | AUXILIARIES_AR | SPEECH_AR | TIMES_AR

AGENTS_AR = words(
    "قوات جيش شرطة سلطات حكومة وزارة محكمة مسلحون مسلحين طائرات مقاتلات طيران عناصر جنود مقاتلو"
    " مقاتلون رئيس وزير أمير"
    " ملك مجلس هيئة لجنة شركة بنك اتحاد منظمة جماعة تنظيم حزب حركة إدارة أمانة بلدية جهات جهاز"
    " نيابة قاض قاضي متظاهرون"
    " محتجون مجهولون مجهول إرهابيون متمردون مليشيات ميليشيات انتحاري دوريات فرق رجال خبراء باحثون علماء نواب وفد"
    " مسؤول مسؤولون متحدث ناطق سفير مدير محافظ قائد نائب أعضاء برلمان جمعية فريق منتخب نادي صحيفة قناة دول دولة"
    " المقاومة الاحتلال التحالف المعارضة الأمن الحوثيون الكونجرس الأمم"
)
"""Heads of phrases that act; who stands alone after a verb like قتل and is none of these was acted upon."""

OWN_WAW_AR = tuple(
    sorted(
        words(
            "وزير وزار وزرا وكال وكيل وفد وفود وحدة وحدات وحده وسائل والي ولي ولاي وثيق وثائق واشنطن وسط ورش وضع وقت"
            " وطن وقف وصول واقع واجب وجه وعد وفا ورق ورد وظيف وظائف واحد والد ولد وسيط وساط وجود وقوع"
            " وقود وسام وصف وديع وليد وائل"
        )
    )
)
"""Beginnings of words whose first letter is no conjunction."""

OWN_BA_LAM_AR = tuple(
    sorted(
        words(
            "بيان بلد بلاد بنك بنوك برلمان برنامج برامج بحث باب بعث بطل بطول بلدي بحري باحث بريط"
            " بغداد بيروت بنغ بن بنت بنات"
            " بيت بيوت بيئ بداي بترول بطاق بوار بوابة برج بشار بكين بروكسل باريس بحار بقايا باكستان بلجيك بصر"
            " لجن لجان لقاء لاعب لواء لبنان ليبي لندن لاجي لغ ليل لايح لحظ لون لاريجان لافروف لوزان لقب لحم"
        )
    )
)
"""Beginnings of words whose first letter is no preposition."""

TITLES_AR = words(
    "نائب رئيس وزير مدير أمين قائد سفير مندوب مستشار عضو متحدث ناطق مساعد وكيل محافظ عميد زعيم أستاذ مسؤول مبعوث مفوض"
)
"""Heads of appositions to a name."""

PREPOSITIONS_EN = words(
    "in on at of to for from with by about against between during after before since until over under into through"
    " across near amid among as following toward towards despite within without because around beside behind"
    " outside inside onto off above below beyond upon via per out up down"
)
CONJUNCTIONS_EN = words(
    "and or but that which who whom whose when while where if because although though than as so what how why whether"
    " unless however it he she they we i you there this these those his her their its"
)
AUXILIARIES_EN = words(
    "is are was were be been being am has have had having do does did will would shall should can"
    " could may might must"
    " to not n't never also already just still now recently reportedly allegedly then later soon finally"
)
BE_EN = words("is are was were be been being am get got gets getting")
STOPS_EN = PREPOSITIONS_EN | CONJUNCTIONS_EN | AUXILIARIES_EN | words("said says told say yesterday today tomorrow")
DETERMINERS_EN = words("a an the his her its their our my your this that these those some any all two three several")
