"""One page with an attack in every field a text or an extractor can fill: everything in it is opened and saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from kg.view import Link, page
from schemas import Drop, Extraction, ExtractorInfo, Quantity, Time

ATTACK = "\"><img src=x onerror='window.hit=1'></script><script>window.hit=1</script> \u202eتقرير"
SCRIPT_ADDRESS = "javascript:window.hit=1"


@pytest.fixture
def hostile(writer: type) -> Extraction:
    """An extraction whose every field that holds words or ids holds an attack."""
    text = f"قال {ATTACK} إن «{ATTACK} 300» في {ATTACK}."
    amount = {"min": 300, "max": 300, "unit": ATTACK, "measures": ATTACK}
    time = Time(start="2024-03-01", end="2024-03-05", text=ATTACK, basis=ATTACK, granularity=ATTACK)
    build = writer(
        text,
        id=ATTACK,
        title=ATTACK,
        outlet=ATTACK,
        authors=(ATTACK,),
        language="ar",
        published="2024-03-09",
        url=SCRIPT_ADDRESS,
    )
    counted = (Quantity.model_validate({"span": build.span(f"{ATTACK} 300"), **amount}),)
    build.entity(f"e{ATTACK}", "person", ATTACK).entity("e2", "organization", ATTACK, "Q7")
    build.event(f"v{ATTACK}", "STATE", ATTACK, agent=f"e{ATTACK}", place="e2", time=time, quantities=counted)
    known = {"about": (f"v{ATTACK}",), "quantities": counted, "time": time}
    build.claim(f"c{ATTACK}", f"{ATTACK} 300", ATTACK, ATTACK, entity=f"e{ATTACK}", **known)
    build.claim("c2", f"{ATTACK} 300", ATTACK, ATTACK, via=f"c{ATTACK}", polarity="denies", **known)
    dropped = (Drop(what=ATTACK, reason=ATTACK, quote=ATTACK),)
    info = ExtractorInfo(name=ATTACK, version=ATTACK)
    return build.done().model_copy(update={"dropped": dropped, "extractor": info})


def page_of(extraction: Extraction) -> str:
    """Two copies, so that filters are offered, and a link with an attack for a reason."""
    other = extraction.article.model_copy(update={"id": f"other {ATTACK}", "outlet": f"other {ATTACK}"})
    first, second = extraction.article.id, other.id
    link = Link("contradicts", (first, f"c{ATTACK}"), (second, "c2"), ATTACK)
    return page([extraction, extraction.model_copy(update={"article": other})], title=ATTACK, links=[link])


CENSUS = """() => ({
  hit: window.hit ?? null,
  scripts: document.scripts.length,
  foreign: document.querySelectorAll('img, iframe, object, embed, link, base, form, [src]').length,
  addresses: document.querySelectorAll('a[href^="javascript" i]').length,
  handlers: [...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((a) => /^on/i.test(a))).length,
  styled: document.querySelectorAll('body style').length,
})"""
CLEAN = {"hit": None, "scripts": 4, "foreign": 0, "addresses": 0, "handlers": 0, "styled": 0}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_on_a_hostile_page_can_be_looked_at(hostile: Extraction, show: Callable, language: str) -> None:
    opened = show(page_of(hostile), f"#lang={language}").page
    keys = opened.evaluate(
        """() => {
          const { nodes, articles } = JSON.parse(document.getElementById('dossier').textContent);
          const part = (n) => articles[n.article]?.id + (n.kind === 'article' ? '' : `/${n.id}`);
          return nodes.map((n) => n.key ?? `${n.kind}/${part(n)}`);
        }"""
    )
    assert {key.split("/")[0] for key in keys} >= {"article", "claim", "event", "entity", "wikidata"}
    for key in keys:
        opened.evaluate("at => { location.hash = new URLSearchParams({ at }) }", key)
        opened.wait_for_selector("#panel .close")
        assert not opened.locator("#notice").is_visible()
        for view in ("claims", "reader", "map"):
            opened.click(f'#views [data-view="{view}"]')
        opened.click("#panel .widen")
        opened.click("#panel .close")
        assert opened.evaluate(CENSUS) == CLEAN
    for chosen in ("outlet", "speaker", "figure"):
        select = opened.locator(f'select[data-filter="{chosen}"]')
        if select.count():
            select.select_option(index=1)
            assert opened.evaluate(CENSUS) == CLEAN
    opened.click("#reset")
    opened.fill("#search", "onerror")
    assert opened.locator("#hits li").count() > 2
    assert opened.evaluate(CENSUS) == CLEAN


def test_what_is_saved_from_a_hostile_page_is_only_words(hostile: Extraction, show: Callable) -> None:
    opened = show(page_of(hostile), "#lang=en").page
    opened.wait_for_selector("html[data-drawn]", state="attached")
    with opened.expect_download() as drawn:
        opened.click("#camera >> text=SVG")
    root = ElementTree.fromstring(Path(drawn.value.path()).read_text(encoding="utf-8"))  # noqa: S314 (our own)
    assert {element.tag.split("}")[-1] for element in root.iter()} <= {"svg", "g", "rect", "path", "text", "tspan"}
    assert not [
        name for element in root.iter() for name in element.attrib if re.match("on|.*href", name, re.IGNORECASE)
    ]
    opened.click('#views [data-view="claims"]')
    with opened.expect_download() as listed:
        opened.click("text=Download CSV")
    lines = Path(listed.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 4
    assert not re.search(r'(^|,)"?[=+@\t-]', "\n".join(lines[1:]), re.MULTILINE)


@pytest.mark.parametrize(
    "fragment",
    [
        f"at={quote(ATTACK)}",
        f"lang={quote(ATTACK)}&theme={quote(ATTACK)}&view={quote(ATTACK)}&sort={quote(ATTACK)}&doc={quote(ATTACK)}",
        f"outlet={quote(ATTACK)}&speaker={quote(ATTACK)}&figure={quote(ATTACK)}&from={quote(ATTACK)}&hide={quote(ATTACK)}",
        "sort=__proto__.down&figure=__proto__&event=constructor&hide=__proto__.toString&view=claims",
        "at=__proto__&doc=constructor",
        "%E0%A4%A&=&&&at",
    ],
)
def test_an_address_is_hostile_too(arabic: Extraction, show: Callable, fragment: str) -> None:
    opened = show(page([arabic]), f"#{fragment}").page
    for view in ("claims", "reader", "map"):
        opened.click(f'#views [data-view="{view}"]')
    assert opened.evaluate(CENSUS) == CLEAN


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (lambda html: html.replace("<body>", "<body><script>window.hit = 1</script>"), "script-src-elem"),
        (lambda html: html.replace("<body>", '<body><p style="color: red">'), "style-src-attr"),
        (lambda html: html.replace("<body>", '<body><img src="http://127.0.0.1:9/x.png" alt="">'), "img-src"),
        (
            lambda html: re.sub("<meta http-equiv=.*?>", "", html, count=1).replace(
                "<body>", '<body><img src="http://127.0.0.1:9/x.png" alt="">'
            ),
            "http://127.0.0.1:9/x.png",
        ),
        (
            lambda html: re.sub("<meta http-equiv=.*?>", "", html, count=1).replace(
                "<body>", "<body><script>setTimeout(() => { throw new Error('broken') })</script>"
            ),
            "broken",
        ),
    ],
    ids=["script", "style", "picture", "request", "error"],
)
def test_these_tests_see_what_a_broken_page_does(
    arabic: Extraction, show: Callable, broken: Callable[[str], str], fault: str
) -> None:
    opened = show(broken(page([arabic])))
    opened.page.wait_for_timeout(100)
    assert any(fault in one for one in opened.faults())
    opened.pardon()
