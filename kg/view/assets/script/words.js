// Words of the interface, in both languages.

const WORDS = {
  ar: {
    title: "رواية: الادعاءات والأحداث", map: "الخريطة", claims: "الادعاءات", reader: "القارئ", search: "ابحث عن اسم أو عبارة ( / )", views: "طرق العرض",
    settings: "الإعدادات", otherLanguage: "English", dark: "داكن", light: "فاتح", legend: "ما يظهر في الخريطة",
    fit: "الكل", zoomIn: "تقريب", zoomOut: "إبعاد", structure: "المشاركون والأماكن", close: "إغلاق",
    article: "مقالة", person: "شخص", organization: "جهة", outlet: "وسيلة إعلام", place: "مكان", group: "جماعة",
    product: "منتَج", other: "اسم آخر", unnamed: "مصدر غير مسمّى", worded: "مصدر بعبارة النص", claim: "ادعاء", event: "حدث",
    columnArticle: "المقالة", columnOutlet: "نقلا عن", columnSpeaker: "المتحدث", columnClaim: "الادعاء",
    columnEvent: "الحدث", columnOther: "المعنيّون",
    said: "قال", deniedEdge: "نفى", about: "بشأن", relays: "نقل", published: "نشر", contradicts: "يناقض",
    corroborates: "يعضد", agent: "فاعل", patient: "مفعول به", recipient: "متلقٍّ", instrument: "أداة", placeEdge: "في",
    addressee: "مخاطَب", source: "المصدر", cue: "لفظ الإسناد", content: "المضمون", sentence: "الجملة",
    chain: "سلسلة النقل", evidence: "الشاهد من النص", kind: "الصيغة", direct: "نقل حرفي", indirect: "نقل بالمعنى",
    mixed: "حرفي وبالمعنى", polarity: "الموقف", affirms: "إثبات", denies: "نفي", deniesThat: "ينفي:", modality: "الجزم", asserted: "جازم",
    hedged: "متحفّظ", possible: "محتمل", hypothetical: "افتراضي", act: "فعل القول", date: "التاريخ", figures: "الأرقام",
    where: "الموضع في النص", extractor: "المستخرِج", confidence: "الثقة", hearsay: "لا مصدر مذكور",
    openReader: "اقرأ في المقالة", openSource: "المقالة الأصلية", previous: "السابق", next: "التالي",
    contradicted: "يناقضه", corroborated: "يعضده", sameEvent: "ادعاءات أخرى عن الحدث نفسه", sameFigure: "من أورد الرقم نفسه", highestFirst: "الأعلى أولا", whoSays: "من يقول ماذا",
    mentions: "المواضع في المقالات", type: "النوع", realis: "الوقوع", actual: "وقع", planned: "مخطط له", negated: "لم يقع",
    participants: "المشاركون", when: "الزمن", says: "ما قاله", takesPart: "أحداث شارك فيها", relayed: "ما نقله عن غيره",
    wikidata: "ويكي بيانات", authors: "الكاتب", sample: "مقالة نموذجية", dropped: "ما أُسقط",
    noHits: "لا نتيجة", hits: "نتائج", more: "المزيد", csv: "تنزيل CSV", words: "النص", via: "عبر", event_: "الحدث",
    linked: "الروابط", start: "اختر ادعاءً أو متحدثا أو حدثا لترى نصه وسلسلة نقله.", articles: "المقالات",
    summary: "في هذا الملف", speakers: "أكثر من يُنقل عنهم", events: "أحداث", denials: "ادعاءات نفي", mapLabel: "خريطة من قال ماذا؛ جدول الادعاءات يحوي المعلومات نفسها",
    overrides: "في النص محارف تغيّر اتجاه الكتابة.", firstHand: "من المصدر نفسه", secondHand: "عبر ناقل",
    saidOn: "زمن القول", publishedOn: "تاريخ النشر", noDate: "بلا تاريخ", showing: "المعروض", of: "من", sortBy: "رتّب حسب",
    denied: "نفي", noClaims: "لا ادعاءات تطابق هذا الاختيار.", contradictionOf: "تناقض", filter: "تصفية",
    any: "الكل", outletFilter: "الوسيلة", speakerFilter: "المتحدث", eventFilter: "نوع الحدث", voice: "النقل",
    from: "من", until: "إلى", onlyDenied: "النفي فقط", onlyContradicted: "المتناقض فقط", reset: "إلغاء التصفية",
    timeline: "الخط الزمني", entities: "أسماء", placeFilter: "المكان", print: "طباعة", png: "صورة PNG", svg: "رسم SVG",
    moreThan: "أكثر من", atLeast: "على الأقل", atMost: "على الأكثر", brush: "اسحب على المحور لتحديد مدة",
    widen: "وسّع الجوار", narrow: "ضيّق الجوار", otherNames: "أسماء أخرى", inView: "مقالة في مجال الرؤية؛ البقية", badLink: "في الرابط ما ليس في هذا الملف؛ يظهر ما أمكن إظهاره.", badDate: "اكتب التاريخ هكذا: 2023-09-12",
  },
  en: {
    title: "riwaya: claims and events", map: "Map", claims: "Claims", reader: "Reader", search: "Search names and words ( / )", views: "Views",
    settings: "Settings", otherLanguage: "العربية", dark: "Dark", light: "Light", legend: "Shown in the map",
    fit: "Fit all", zoomIn: "Zoom in", zoomOut: "Zoom out", structure: "Participants and places", close: "Close",
    article: "Article", person: "Person", organization: "Organisation", outlet: "News outlet", place: "Place", group: "Group",
    product: "Product", other: "Other name", unnamed: "Unnamed source", worded: "Named in words", claim: "Claim", event: "Event",
    columnArticle: "Article", columnOutlet: "Relayed from", columnSpeaker: "Who speaks", columnClaim: "Claim",
    columnEvent: "Event", columnOther: "Involved",
    said: "said", deniedEdge: "denied", about: "about", relays: "relays", published: "published", contradicts: "contradicts",
    corroborates: "corroborates", agent: "agent", patient: "patient", recipient: "recipient", instrument: "instrument", placeEdge: "in",
    addressee: "addressee", source: "Source", cue: "Cue", content: "Content", sentence: "Sentence",
    chain: "Attribution chain", evidence: "Evidence in the text", kind: "Form", direct: "quoted word for word", indirect: "paraphrased",
    mixed: "partly quoted", polarity: "Stance", affirms: "affirms", denies: "denies", deniesThat: "denies:", modality: "Certainty", asserted: "asserted",
    hedged: "hedged", possible: "possible", hypothetical: "hypothetical", act: "Speech act", date: "Date", figures: "Figures",
    where: "Place in the text", extractor: "Extractor", confidence: "Confidence", hearsay: "no source given",
    openReader: "Read in the article", openSource: "Original article", previous: "Previous", next: "Next",
    contradicted: "Contradicted by", corroborated: "Corroborated by", sameEvent: "Other claims about the same event", sameFigure: "Who else gives this figure", highestFirst: "highest first", whoSays: "Who says what",
    mentions: "Where it is mentioned", type: "Type", realis: "Status", actual: "happened", planned: "planned", negated: "did not happen",
    participants: "Participants", when: "When", says: "What they said", takesPart: "Takes part in", relayed: "Relayed from others",
    wikidata: "Wikidata", authors: "By", sample: "Sample article", dropped: "Dropped",
    noHits: "Nothing found", hits: "results", more: "Show more", csv: "Download CSV", words: "Words", via: "Via", event_: "Event",
    linked: "Links", start: "Choose a claim, a speaker or an event to see its words and who passed them on.", articles: "Articles",
    summary: "In this file", speakers: "Quoted most", events: "Events", denials: "Denials", mapLabel: "Map of who said what; the claims table holds the same information",
    overrides: "This text contains characters that change its direction.", firstHand: "First-hand", secondHand: "Relayed",
    saidOn: "Said", publishedOn: "Published", noDate: "undated", showing: "Showing", of: "of", sortBy: "Sort by",
    denied: "denial", noClaims: "No claim fits this choice.", contradictionOf: "Contradictions", filter: "Filter",
    any: "All", outletFilter: "Outlet", speakerFilter: "Speaker", eventFilter: "Event type", voice: "Relay",
    from: "From", until: "Until", onlyDenied: "Denials only", onlyContradicted: "Contradicted only", reset: "Clear filters",
    timeline: "Timeline", entities: "Names", placeFilter: "Place", print: "Print", png: "PNG image", svg: "SVG drawing",
    moreThan: "more than", atLeast: "at least", atMost: "at most", brush: "Drag along the axis to choose a period",
    widen: "Widen", narrow: "Narrow", otherNames: "Also named", inView: "articles in view; more", badLink: "The link names something that is not in this file; what could be shown is shown.", badDate: "Write the date like this: 2023-09-12",
  },
};

const EVENT_TYPES = {
  AGREE: ["اتفاق", "agreement"], CONSULT: ["لقاء وتشاور", "consultation"], SUPPORT: ["تأييد", "support"],
  CONCEDE: ["تنازل", "concession"], COOPERATE: ["تعاون", "cooperation"], AID: ["مساعدة", "aid"],
  RETREAT: ["انسحاب", "retreat"], REQUEST: ["طلب", "request"], ACCUSE: ["اتهام", "accusation"], REJECT: ["رفض", "rejection"],
  THREATEN: ["تهديد", "threat"], PROTEST: ["احتجاج", "protest"], SANCTION: ["عقوبات", "sanctions"],
  MOBILIZE: ["حشد", "mobilisation"], COERCE: ["إكراه", "coercion"], ASSAULT: ["هجوم", "assault"],
  APPOINT: ["تعيين واستقالة", "appointment"], VOTE: ["اقتراع", "vote"], LEGAL: ["قضاء", "legal"], DISASTER: ["كارثة", "disaster"],
  HARM: ["ضحايا وأضرار", "harm"], ECONOMY: ["اقتصاد", "economy"], MOVE: ["تنقل", "movement"], STATE: ["بيان", "statement"],
  OTHER: ["آخر", "other"],
};

const SPEECH_ACTS = {
  say: ["قال", "says"], report: ["أورد", "reports"], announce: ["أعلن", "announces"], confirm: ["أكد", "confirms"],
  deny: ["نفى", "denies"], accuse: ["اتهم", "accuses"], demand: ["طالب", "demands"], warn: ["حذّر", "warns"],
  promise: ["وعد", "promises"], ask: ["سأل", "asks"], expect: ["توقّع", "expects"], believe: ["يعتقد", "believes"],
  describe: ["وصف", "describes"], write: ["كتب", "writes"],
};

// Units and what is counted; a word that is not here is shown as the extractor gives it.
const MEASURES = {
  person: ["شخص", "people"], deaths: ["قتلى", "deaths"], injured: ["جرحى", "injured"], missing: ["مفقودون", "missing"],
  displaced: ["نازحون", "displaced"], rescued: ["ناجون", "rescued"], arrested: ["معتقلون", "arrested"],
  abducted: ["مخطوفون", "abducted"], released: ["مفرج عنهم", "released"], percent: ["%", "%"], barrel: ["برميل", "barrels"],
  "barrel-per-day": ["برميل يوميا", "barrels a day"], tonne: ["طن", "tonnes"], kilogram: ["كلغ", "kg"], kilometer: ["كلم", "km"],
  meter: ["متر", "m"], mile: ["ميل", "miles"], hectare: ["هكتار", "hectares"], "square-kilometer": ["كلم مربع", "km²"],
  "square-meter": ["متر مربع", "m²"], USD: ["دولار", "US dollars"], EUR: ["يورو", "euros"], GBP: ["جنيه إسترليني", "pounds sterling"],
  price: ["سعر", "price"], value: ["قيمة", "value"], cost: ["كلفة", "cost"], damage: ["أضرار", "damage"], debt: ["دين", "debt"],
  aid: ["مساعدات", "aid"], loan: ["قرض", "loan"], budget: ["موازنة", "budget"], investment: ["استثمار", "investment"],
  deficit: ["عجز", "deficit"], compensation: ["تعويضات", "compensation"], country: ["دولة", "countries"], company: ["شركة", "companies"],
  meeting: ["لقاء", "meetings"], vote: ["صوت", "votes"],
};

function measure(word) {
  return (Object.hasOwn(MEASURES, word) ? MEASURES[word] : [word, word])[state.language === "ar" ? 0 : 1];
}

function t(key) {
  return WORDS[state.language][key] ?? key;
}

function eventType(type) {
  return (EVENT_TYPES[type] ?? [type, type])[state.language === "ar" ? 0 : 1];
}

function speechAct(act) {
  return (SPEECH_ACTS[act] ?? [act, act])[state.language === "ar" ? 0 : 1];
}
