"""Text that attacks the page: nothing runs, nothing is fetched, and the evidence is still the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from kg.view import Explorer, Link, page

ATTACKS = (
    "</script><script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "<svg onload=window.hit=1>",
    "javascript:window.hit=1",
    "<!--<script>window.hit=1//-->",
    "{{7*7}}{% include 'x' %}",
    "\u202eمرحبا\u202c \u2066abc",
    "a\u0000b\u0008c\u2028d\u2029e\ufffff",
    "href <a href='http://example.invalid/'>x</a>",
    "</style><style>@import url(http://example.invalid/)</style>",
    "=cmd|' /C calc'!A0",
    "__proto__",
    "𝕏" * 40,
    "ـ" * 300,
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_the_text_executes(attack: str, writer: type, show: Callable) -> None:
    text = f"قال {attack} إن «{attack} انتهى» في {attack}."
    content = f"{attack} انتهى"
    build = writer(
        text,
        id=attack[:150],
        title=attack,
        outlet=attack,
        language="ar",
        url="javascript:window.hit=1",
        authors=(attack,),
    )
    build.entity("e1", "person", attack).event("v1", "STATE", attack, agent="e1", place="e1")
    build.claim("c1", content, attack, "قال", entity="e1", about=("v1",)).claim("c2", content, attack, via="c1")
    link = Link("contradicts", (attack[:150], "c1"), (attack[:150], "c2"), attack)
    opened = show(page([build.done()], title=attack, links=[link]))
    body = opened.page
    body.evaluate("key => { location.hash = new URLSearchParams({at: key}) }", f"claim/{attack[:150]}/c1")
    body.wait_for_selector("mark.content")
    assert body.locator("mark.content").text_content() == content
    for view in ("claims", "reader", "map"):
        body.click(f'#views [data-view="{view}"]')
    body.fill("#search", attack[:60])
    body.wait_for_timeout(20)
    assert body.evaluate("window.hit") is None
    assert body.evaluate("document.querySelectorAll('img, iframe, script[src], a[href^=\"javascript\"]').length") == 0
    assert body.evaluate("document.querySelectorAll('script').length") == 4


def test_only_web_addresses_become_links(writer: type, show: Callable) -> None:
    for address, links in (
        ("https://example.invalid/?a=<b>", 1),
        ("http://example.invalid", 1),
        (" JavaScript:alert(1)", 0),
        ("data:text/html,x", 0),
        ("file:///etc/passwd", 0),
    ):
        extraction = writer("قال زيد إن الأمر انتهى.", url=address).claim("c1", "الأمر انتهى", "زيد", "قال").done()
        opened = show(page([extraction]), "#at=claim%2Fa%2Fc1")
        assert opened.page.locator("#panel a.outward").count() == links
        if links:
            relation = opened.page.locator("#panel a.outward").get_attribute("rel")
            assert relation == "noopener noreferrer nofollow"


def test_the_policy_stops_what_would_get_in(writer: type, show: Callable) -> None:
    opened = show(page([writer("قال زيد.").done()]))
    stopped = opened.page.evaluate(
        """async () => {
          const script = document.createElement('script');
          script.textContent = 'window.hit = 1';
          document.body.append(script);
          const fetched = await fetch('http://127.0.0.1:9/').then(() => true, () => false);
          return [window.hit ?? null, fetched];
        }"""
    )
    assert stopped == [None, False]
    assert opened.page.evaluate("window.violations.splice(0).length") >= 2
    opened.complaints.clear()
    opened.requests.clear()


def test_a_direction_override_is_pointed_out_and_stays_inside(writer: type, show: Callable) -> None:
    text = "قال زيد إن «ملف \u202egpj.exe» وصل."
    extraction = writer(text, language="ar").claim("c1", "ملف \u202egpj.exe", "زيد", "قال").done()
    opened = show(page([extraction]), "#lang=en&at=claim%2Fa%2Fc1")
    assert "change its direction" in opened.page.locator("#panel .warning").inner_text()
    assert opened.page.locator("mark.content").evaluate("m => getComputedStyle(m).unicodeBidi") == "isolate"


def test_a_notebook_frame_holds_the_page_and_keeps_it_in(writer: type, browser: BrowserContext) -> None:
    attack = '"></iframe><script>window.top.hit=1</script>'
    extraction = writer(f"قال زيد {attack}.", title=attack).claim("c1", attack, "زيد", "قال").done()
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.set_content(f"<!doctype html><meta charset=utf-8>{Explorer([extraction])._repr_html_()}")
    inside = tab.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(state="attached")
    inside.locator("#panel .node").last.click()
    assert inside.locator("#panel h2").inner_text() == attack
    assert tab.evaluate("window.hit") is None
    assert complaints == []
    tab.close()
