"""Candidates for names in an Arabic text: gazetteer, titles, type nouns and quoted names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.extract.local.names_ar import ArabicNameGrammar
from kg.extract.local.organizations_ar import ArabicHeadGrammar
from kg.gazetteer import LOOK_AHEAD, Entry, Match, arabic_words, gazetteer, word_classes
from kg.text import Quote, Reading
from schemas import EntityType

_OFFICE_REACH = 9
_QUOTED_WORDS = 4
_MOST_ADJECTIVES = 3
_NO_NOUNS = frozenset({"التي", "الذي", "الذين", "اليوم", "الان"})
_ALSO_ADJECTIVES = frozenset({"السعوديه", "العربيه", "الاسلاميه"})
_REPEATED = frozenset({EntityType.OUTLET, EntityType.ORGANIZATION})


def arabic_candidates(document: Document, row: Row) -> list[Candidate]:
    """All possible names of ``document``; overlaps are not settled."""
    return list(_ArabicReader(document, row).candidates())


class _ArabicReader:
    """Reads one document from its first token to its last."""

    def __init__(self, document: Document, row: Row) -> None:
        self._document = document
        self._tokens = document.tokens
        self._row = row
        self._gazetteer = gazetteer()
        self._words = arabic_words()
        self._titles = word_classes("titles_ar")
        self._never = word_classes("ordinary_ar")["never"]
        self._saying = word_classes("ordinary_ar")["saying"]
        self._matches = [self._known(at) for at in range(len(self._tokens))]
        self._names = ArabicNameGrammar(self._row)
        self._heads = ArabicHeadGrammar(self._row, self._names, self._known_end)

    def candidates(self) -> Iterator[Candidate]:
        """Candidates of every rule."""
        titled = self._titled_starts()
        yield from self._known_names()
        for at in range(len(self._tokens)):
            headed = self._heads.at(at)
            if headed:
                yield headed
            person = self._person(at, titled.get(at))
            if person:
                yield person
        for quote in self._document.quotes:
            quoted = self._quoted(quote, titled)
            if quoted:
                yield quoted

    def _known_names(self) -> Iterator[Candidate]:
        """What the gazetteer knows; a doubtful medium or body counts everywhere once a type noun has announced it."""
        doubtful: list[Candidate] = []
        announced: set[str] = set()
        for at, match in enumerate(self._matches):
            candidate = self._from_gazetteer(at, *match) if match else None
            if candidate is None:
                continue
            if candidate.weight < 0:
                doubtful.append(candidate)
                continue
            if candidate.entry and candidate.roles:
                announced.add(candidate.entry.key)
            yield candidate
        for candidate in doubtful:
            if candidate.entry and candidate.entry.key in announced:
                yield replace(candidate, weight=1)

    def _known(self, at: int) -> tuple[Reading, tuple[Match, ...]] | None:
        """The longest known name that begins at a token, with the reading of its first word."""
        token = self._tokens[at]
        best: tuple[Reading, tuple[Match, ...]] | None = None
        if not token.is_word:
            return None
        row: list[str] | None = None
        for reading in self._row.readings[at] or (Reading("", token.start, token.norm),):
            if row is None:
                row = self._row.after(at, LOOK_AHEAD)
            matches = self._gazetteer.find(reading.word, row)
            if not matches or (best and matches[0].words <= best[1][0].words):
                continue
            if reading.prefix and matches[0].words == 1 and self._words.has(token.norm):
                continue
            best = reading, matches
        return best

    def _known_end(self, at: int) -> tuple[int, EntityType] | None:
        match = self._matches[at]
        if match is None or match[0].prefix or all(m.weak for m in match[1]):
            return None
        return at + match[1][0].words - 1, match[1][0].entry.type

    def _from_gazetteer(self, at: int, reading: Reading, matches: tuple[Match, ...]) -> Candidate | None:
        last = at + matches[0].words - 1
        end = self._tokens[last].end
        before = at - 1 if at and (self._row.joined[at] or self._is_quote(at - 1)) else -1
        if before >= 0 and self._is_quote(before):
            before -= 1
        if reading.word in _ALSO_ADJECTIVES and at == last and self._follows_definite(at):
            return None
        exact = [m for m in matches if not m.exact or self._document.text[reading.start : end] == m.exact]
        cued = [] if reading.prefix else [m for m in exact if self._heads.announces(before, m.entry.type)]
        match = next(
            iter(cued + [m for m in exact if not m.weak] + [m for m in exact if m.entry.type in _REPEATED]), None
        )
        if match is None:
            return None
        words = self._row.words(reading, at, last)
        noun = frozenset() if reading.prefix else self._heads.noun(before)
        weight = 4 if cued else -1 if match.weak else 3
        return Candidate(reading.start, end, at, last, match.entry.type, words, match.entry, noun, weight)

    def _follows_definite(self, at: int) -> bool:
        """Whether a definite noun stands right before, whose adjective the word then is: الحكومة |السعودية."""
        if not at or not self._row.joined[at]:
            return False
        words = [reading.word for reading in self._row.readings[at - 1]]
        return any(word.startswith("ال") and len(word) > 4 for word in words) and words[0] not in _NO_NOUNS

    def _is_quote(self, at: int) -> bool:
        return self._tokens[at].text in "\"'«»“”‘’„"

    def _titled_starts(self) -> dict[int, frozenset[str]]:
        """Tokens before which a person's title stands, with the title's words."""
        out: dict[int, frozenset[str]] = {}
        for at, token in enumerate(self._tokens):
            if not token.is_arabic:
                continue
            words = {reading.word for reading in self._row.readings[at]}
            direct, office = words & self._titles["direct"], words & self._titles["office"]
            if direct:
                self._open_title(out, self._after_adjectives(at + 1), frozenset(direct))
            if words & self._titles["nation"] and self._is_pair(at + 1):
                self._open_title(out, at + 1, frozenset())
            start = self._after_complement(at) if office else None
            if start:
                self._open_title(out, start, frozenset(office))
        return out

    def _open_title(self, out: dict[int, frozenset[str]], at: int, title: frozenset[str]) -> None:
        if at < len(self._tokens) and self._is_quote(at):
            at += 1
        elif at < len(self._tokens) and not self._row.joined[at]:
            return
        if at < len(self._tokens):
            out[at] = out.get(at, frozenset()) | title

    def _is_pair(self, at: int) -> bool:
        """Whether two foreign words stand at ``at``: الفرنسي |ديدييه ديشان."""
        if not self._row.free(at) or not self._row.free(at + 1) or self._matches[at]:
            return False
        pair = (self._tokens[at].norm, self._tokens[at + 1].norm)
        return all(not word.startswith(("ال", "و")) and self._names.looks_foreign(word) for word in pair)

    def _after_adjectives(self, at: int) -> int:
        """Where the name begins after a title and its adjectives: الرئيس المصري |محمد حسني مبارك."""
        start = at
        while start - at < _MOST_ADJECTIVES and self._row.free(start) and self._tokens[start].norm.startswith("ال"):
            if self._row.free(start + 1) and self._names.begins(start + 1, titled=False):
                return start + 1
            start += 1
        return at

    def _after_complement(self, at: int) -> int | None:
        """Where a name may begin after an office and its complement: وزير الخارجية الأمريكي |جون كيري."""
        i = at + 1
        while i < len(self._tokens) and i - at <= _OFFICE_REACH:
            token = self._tokens[i]
            if self._is_quote(i):
                return i + 1 if i + 1 < len(self._tokens) else None
            if not self._row.joined[i] or not token.is_arabic:
                return None
            known = self._known_end(i)
            if known and known[1] is EntityType.PERSON:
                return i
            if known:
                i = known[0] + 1
                continue
            if i > at + 1 or not token.norm.startswith("ال"):
                reading = self._names.begins(i, titled=True)
                if reading and not self._goes_on(i):
                    return i
            if not self._goes_on(i):
                return None
            i += 1
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a word may belong to an office's complement: definite, a type noun, or a noun in construct."""
        norm = self._tokens[at].norm
        if norm in (
            "باسم",
            "في",
            "لدي",
            "شوون",
            "مجلس",
            "وزاره",
            "هييه",
            "شركه",
            "حزب",
            "حركه",
            "منطقه",
            "قوات",
            "علي",
        ):
            return True
        if norm in ("التي", "الذي", "الي", "ان", "الان", "اليوم"):
            return False
        if norm.startswith(("ال", "وال", "لل", "بال")):
            return True
        head = self._heads.announces(at, EntityType.ORGANIZATION) or self._heads.announces(at, EntityType.PLACE)
        return head or (
            norm not in word_classes("ordinary_ar")["never"] and norm in word_classes("complements_ar")["construct"]
        )

    def _person(self, at: int, title: frozenset[str] | None) -> Candidate | None:
        if title and title <= self._titles["doubtful"]:
            title = None
        match = self._matches[at]
        if title is None and match and not match[1][0].weak and match[1][0].entry.type is not EntityType.PERSON:
            return None
        reading = self._names.begins(at, titled=title is not None)
        if reading is None:
            return self._quoted_speaker(at)
        royal = title is not None and bool(title & self._titles["royal"])
        last = self._names.end(at, titled=title is not None, royal=royal)
        if title is None and not self._names.believed(reading, at, last):
            return self._quoted_speaker(at)
        known = match[1][0] if match and match[1][0].entry.type is EntityType.PERSON else None
        if known and not known.weak and known.words > 1 and not self._names.links(at + known.words):
            last = at + known.words - 1
        whole = known is not None and last == at + known.words - 1
        entry = known.entry if known and whole and (title is not None or not known.weak) else None
        return self._named(reading, at, last, entry, title or frozenset(), 2 if title is None else 4)

    def _quoted_speaker(self, at: int) -> Candidate | None:
        """A single foreign or common name right after a verb of saying: وأضاف فينغر أن."""
        match = self._matches[at]
        if not at or not self._row.free(at) or (match and match[1][0].entry.type is not EntityType.PERSON):
            return None
        word = self._tokens[at].norm
        says = any(reading.word in self._saying for reading in self._row.readings[at - 1])
        if not says or word in self._never or word.startswith("ال"):
            return None
        common = self._names.is_common(word) and word not in self._titles["office"]
        if not match and not self._names.looks_foreign(word) and not common:
            return None
        entry = match[1][0].entry if match and match[1][0].words == 1 else None
        return self._named(Reading("", self._tokens[at].start, word), at, at, entry, frozenset(), 1)

    def _named(
        self, reading: Reading, at: int, last: int, entry: Entry | None, roles: frozenset[str], weight: int
    ) -> Candidate:
        words, end = self._row.words(reading, at, last), self._tokens[last].end
        return Candidate(reading.start, end, at, last, EntityType.PERSON, words, entry, roles, weight)

    def _quoted(self, quote: Quote, titled: dict[int, frozenset[str]]) -> Candidate | None:
        """A short quotation that is a name by the word before it: موقع "المونيتور"، الوزير "بلينكن"."""
        inside = self._document.tokens_in(quote.inner_start, quote.inner_end)
        if not inside or len(inside) > _QUOTED_WORDS or not all(token.is_word for token in inside):
            return None
        first, last = inside[0].index, inside[-1].index
        before = first - 2
        words = tuple(token.norm for token in inside)
        plain = Candidate(inside[0].start, inside[-1].end, first, last, EntityType.PERSON, words, weight=5)
        if before >= 0 and self._reports(before, words):
            return replace(plain, type=EntityType.OUTLET)
        if before >= 0:
            for type_ in (EntityType.OUTLET, EntityType.ORGANIZATION, EntityType.PLACE):
                if self._heads.announces(before, type_):
                    return replace(plain, type=type_)
        if first in titled and self._names.begins(first, titled=True):
            return replace(plain, roles=titled[first])
        return None

    def _reports(self, before: int, words: tuple[str, ...]) -> bool:
        """Whether a quoted name is that of a medium: one is called so, and a word of reporting stands before it."""
        row = self._gazetteer.find(words[0], words[1:])
        medium = any(match.words == len(words) and match.entry.type is EntityType.OUTLET for match in row)
        reporting = word_classes("ordinary_ar")["reporting"]
        return medium and any(reading.word in reporting for reading in self._row.readings[before])
