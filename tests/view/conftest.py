"""A browser without a network, and articles small enough to check by eye."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from kg.cli.link import shown_links
from kg.cli.pipeline import extract_article
from kg.errors import ExtractorError
from kg.rdf import DEFAULT_BASE, Names
from kg.read import read_articles
from kg.resolve.linking import link_articles
from kg.view import Link, page, write
from schemas import (
    Article,
    Claim,
    Entity,
    Event,
    Extraction,
    ExtractorInfo,
    Location,
    Mention,
    Participant,
    Quantity,
    Source,
    Span,
    Time,
)

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_BROWSER = (
    "the tests of the page need Chromium: install it with `apt-get install chromium fonts-noto-core` "
    "or set RIWAYA_CHROMIUM to an executable"
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Chromium, cut off from any network. Missing it is an error: the page would go out untested."""
    executable = os.environ.get("RIWAYA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not executable:
        raise RuntimeError(NO_BROWSER)
    with sync_playwright() as playwright:
        profile = str(tmp_path_factory.mktemp("profile"))
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=executable,
            headless=True,
            args=list(FLAGS),
            offline=True,
            accept_downloads=True,
            viewport={"width": 1440, "height": 900},
            reduced_motion="reduce",
        )
        yield context
        context.close()


@dataclass
class Opened:
    """A page in the browser and everything it did that a page of ours must not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def faults(self) -> list[str]:
        """What was fetched, what the policy blocked, and what the console or a dialog said, until now."""
        fetched = [url for url in self.requests if not url.startswith(("file:", "blob:"))]
        return [*fetched, *self.page.evaluate("window.violations"), *self.complaints]

    def pardon(self) -> None:
        """Forget the faults of a page that was made to have them."""
        self.page.evaluate("window.violations = []")
        self.requests.clear()
        self.complaints.clear()


@pytest.fixture
def show(browser: BrowserContext, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML from a file; at the end of the test nothing may have been fetched and nothing complained of."""
    opened: list[Opened] = []

    def open_page(html: str, fragment: str = "", **viewport: int) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        write(path, html)
        own = Opened(browser.new_page())
        own.page.set_default_timeout(60000)
        opened.append(own)
        own.page.on("request", lambda request: own.requests.append(request.url))
        own.page.on("console", lambda message: own.complaints.append(f"{message.type}: {message.text}"))
        own.page.on("pageerror", lambda error: own.complaints.append(str(error)))
        own.page.on("dialog", lambda dialog: (own.complaints.append(dialog.message), dialog.dismiss()))
        own.page.add_init_script(
            "window.violations = [];"
            "document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective));"
        )
        own.page.set_viewport_size({"width": viewport.get("width", 1440), "height": viewport.get("height", 900)})
        own.page.goto(path.as_uri() + fragment)
        own.page.wait_for_selector("html[data-ready]", state="attached")
        return own

    yield open_page
    for own in opened:
        assert own.faults() == []
        own.page.close()


@pytest.fixture(scope="session")
def linked_seeds(repository: Path) -> tuple[list[Extraction], list[Link]]:
    """What the grammar finds in the sample articles, and how ``kg build`` links them."""
    found = [extract_article(article, "grammar") for article in read_articles([str(repository / "seeds")])]
    extractions = [one for one in found if not isinstance(one, ExtractorError)]
    assert len(extractions) == len(found)
    return extractions, shown_links(link_articles(extractions, Names(DEFAULT_BASE)))


@pytest.fixture(scope="session")
def linked_page(linked_seeds: tuple[list[Extraction], list[Link]]) -> str:
    """The page of the sample articles, as ``kg build seeds`` writes it."""
    extractions, links = linked_seeds
    return page(extractions, links=links)


class Writer:
    """Builds an extraction from quotes: every span is found in the text, none is counted by hand."""

    def __init__(self, text: str, **article: object) -> None:
        self.text = text
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.article = Article.model_validate({"id": "a", "text": text, "sha256": digest, **article})
        self.entities: list[Entity] = []
        self.events: list[Event] = []
        self.claims: list[Claim] = []

    def span(self, quote: str, occurrence: int = 1) -> Span:
        start = -1
        for _ in range(occurrence):
            start = self.text.index(quote, start + 1)
        return Span(start=start, end=start + len(quote), text=quote)

    def sentence(self, span: Span) -> Span:
        start = max(self.text.rfind(end, 0, span.start) for end in (". ", "\n", "؟ ")) + 1
        ends = [place for end in (".", "\n", "؟") if (place := self.text.find(end, span.end)) >= 0]
        end = min(ends) + 1 if ends else len(self.text)
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return self.span(self.text[start:end].rstrip())

    def entity(self, local: str, kind: str, name: str, wikidata: str | None = None) -> Writer:
        mention = Mention(span=self.span(name))
        own = {"id": local, "type": kind, "name": name, "mentions": (mention,), "wikidata": wikidata}
        self.entities.append(Entity.model_validate(own))
        return self

    def event(
        self,
        local: str,
        kind: str,
        trigger: str,
        agent: str | None = None,
        place: str | None = None,
        figure: str | None = None,
        days: tuple[str, str] | None = None,
        **more: object,
    ) -> Writer:
        span = self.span(trigger)
        known = {entity.id: entity for entity in self.entities}
        own: dict[str, object] = {"id": local, "type": kind, "trigger": span, "evidence": self.sentence(span), **more}
        if agent:
            own["participants"] = (Participant(role="agent", entity=agent, span=known[agent].mentions[0].span),)
        if place:
            own["place"] = Location(entity=place, span=known[place].mentions[0].span)
        if figure:
            own["quantities"] = (Quantity(span=self.span(figure), min=4000, min_exclusive=True, unit="person"),)
        if days:
            own["time"] = Time(start=days[0], end=days[1], text="الأسبوع")
        self.events.append(Event.model_validate(own))
        return self

    def claim(
        self, local: str, content: str, source: str | None = None, cue: str | None = None, **more: object
    ) -> Writer:
        span = self.span(content)
        entity = more.pop("entity", None)
        named = Source.model_validate({"entity": entity, "span": self.span(source) if source else None})
        own = {
            "id": local,
            "source": named,
            "cue": self.span(cue) if cue else None,
            "content": (span,),
            "evidence": self.sentence(span),
            **more,
        }
        self.claims.append(Claim.model_validate(own))
        return self

    def done(self) -> Extraction:
        return Extraction(
            article=self.article,
            entities=tuple(self.entities),
            events=tuple(self.events),
            claims=tuple(self.claims),
            extractor=ExtractorInfo(name="hand", version="1"),
        )


@pytest.fixture
def writer() -> type[Writer]:
    """The builder of extractions."""
    return Writer


@pytest.fixture
def arabic() -> Extraction:
    """An outlet that relays another outlet, which relays a ministry; and a denial."""
    text = (
        "قالت صحيفة المرصد إن وزارة الصحة في مدينة الميناء أعلنت أن الانفجار أسفر عن مقتل أكثر من 4 آلاف شخص. "
        "ونفى المتحدث سليم الخوري أن يكون الانفجار قد أوقع هذا العدد.\n"
        "وقال مصدر مطلع إن «التحقيق بدأ أمس»."
    )
    return (
        Writer(text, id="ar-1", title="انفجار الميناء", outlet="الجريدة الأولى", language="ar", published="2024-03-05")
        .entity("e1", "outlet", "المرصد")
        .entity("e2", "organization", "وزارة الصحة", "Q100")
        .entity("e3", "person", "سليم الخوري", "Q200")
        .entity("e4", "place", "مدينة الميناء")
        .event("v1", "DISASTER", "الانفجار", place="e4", days=("2024-03-01", "2024-03-03"))
        .event("v2", "HARM", "مقتل", figure="أكثر من 4 آلاف شخص")
        .event("v3", "LEGAL", "التحقيق")
        .claim(
            "c1",
            "وزارة الصحة في مدينة الميناء أعلنت أن الانفجار أسفر عن مقتل أكثر من 4 آلاف شخص",
            "صحيفة المرصد",
            "قالت",
            entity="e1",
            about=("v1",),
        )
        .claim(
            "c2",
            "الانفجار أسفر عن مقتل أكثر من 4 آلاف شخص",
            "وزارة الصحة",
            "أعلنت",
            entity="e2",
            via="c1",
            about=("v1", "v2"),
        )
        .claim(
            "c3",
            "الانفجار قد أوقع هذا العدد",
            "المتحدث سليم الخوري",
            "نفى",
            entity="e3",
            about=("v1",),
            polarity="denies",
            speech_act="deny",
        )
        .claim("c4", "التحقيق بدأ أمس", "مصدر مطلع", "قال", about=("v3",), kind="direct")
        .done()
    )


@pytest.fixture
def english() -> Extraction:
    """The same story in English: one shared name, one of its own."""
    text = (
        "Spokesman Salim al-Khoury denied that thousands had died in the blast. "
        "“We counted every bed,” said nurse Hana Darwish on Monday."
    )
    return (
        Writer(text, id="en-1", title="Port blast", outlet="The Harbour Post", language="en", published="2024-03")
        .entity("e1", "person", "Salim al-Khoury", "Q200")
        .entity("e2", "person", "Hana Darwish")
        .event("v1", "DISASTER", "blast")
        .claim(
            "c1",
            "thousands had died in the blast",
            "Spokesman Salim al-Khoury",
            "denied",
            entity="e1",
            about=("v1",),
            polarity="denies",
        )
        .claim("c2", "We counted every bed", "nurse Hana Darwish", "said", entity="e2", kind="direct")
        .done()
    )
