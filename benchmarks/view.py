"""How large the explorer page is and how fast it opens, in a real browser with no graphics card.

    python benchmarks/view.py                 pages of 1,000, 10,000 and 100,000 nodes
    python benchmarks/view.py 1000 --plain    and pyvis's own default page of the same graph beside it

Prints for each page: nodes, claims, seconds to make it, megabytes, bytes a claim; then, of five openings, the least and
the middle number of seconds from asking for the page until its first drawing and until all of it is there, and the most
and the middle number of frames a second of three seconds of moving and zooming. pyvis's page is opened once, since it
takes minutes: all of it is there when its loading bar is gone.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright
from pyvis.network import Network

from kg.view import page, project, write
from schemas import Article, Claim, Entity, Event, Extraction, ExtractorInfo, Mention, Source, Span

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
NODES_IN_ARTICLE = 21
NAMES = ("سليم الخوري", "هناء درويش", "وزارة الصحة", "بلدية الميناء", "Salim Khoury", "Hana Darwish", "The Ministry")
SENTENCE = "وقال {name} إن الحريق رقم {number} في المرفأ أوقع أكثر من {number} ضحية وإن التحقيق لم ينته بعد. "
# Three seconds of turning the wheel in and out at wandering points: the same events for every page.
MOVE = """
async () => {
  const canvas = [...document.querySelectorAll('canvas')].filter((one) => one.offsetParent && !one.hidden).pop();
  const box = canvas.getBoundingClientRect();
  const started = performance.now();
  let frames = 0;
  while (performance.now() - started < 3000) {
    const turn = { deltaY: Math.sin(frames / 15) > 0 ? -40 : 40, bubbles: true, cancelable: true };
    const wander = 0.5 + 0.3 * Math.sin(frames / 9);
    const at = { clientX: box.left + box.width * wander, clientY: box.top + box.height / 2 };
    canvas.dispatchEvent(new WheelEvent('wheel', { ...turn, ...at }));
    await new Promise((done) => requestAnimationFrame(done));
    frames += 1;
  }
  return frames / ((performance.now() - started) / 1000);
}
"""
OPENINGS = 5
OURS = ("html[data-drawn]", "html[data-ready]")
PLAIN = ("html[data-drawn]", '#loadingBar[style*="none"]')
# pyvis keeps its network in a global variable: whoever waits for the assignment hears of the first drawing.
PLAIN_TELLS = """
let network = null;
const tell = () => document.documentElement.setAttribute("data-drawn", "");
Object.defineProperty(window, "network", {
  get: () => network,
  set: (made) => { network = made; if (made) made.once("afterDrawing", tell); },
});
"""


def story(number: int, chance: random.Random) -> Extraction:
    """One article of eight claims and six events, some of its people shared with other articles."""
    identifier = f"a{number:05}"
    text, claims, events, entities = "", [], [], []
    for index in range(6):
        name = f"{chance.choice(NAMES)} {index}"
        shared = f"Q{chance.randrange(1, 400)}" if chance.random() < 0.2 else None
        start = len(text)
        text += SENTENCE.format(name=name, number=number + index)
        evidence = Span(start=start, end=len(text), text=text[start:])
        at = text.index(name, start)
        mention = Mention(span=Span(start=at, end=at + len(name), text=name))
        kind = "person" if index % 2 else "organization"
        entities.append(Entity(id=f"e{index}", type=kind, name=name, mentions=(mention,), wikidata=shared))
        at = text.index("الحريق", start)
        events.append(
            Event(id=f"v{index}", type="DISASTER", trigger=Span(start=at, end=at + 6, text="الحريق"), evidence=evidence)
        )
        content = Span(start=at, end=len(text) - 2, text=text[at:-2])
        for extra in range(2 if index < 2 else 1):
            source = Source(entity=f"e{index}", span=mention.span)
            claims.append(
                Claim(
                    id=f"c{index}{extra}",
                    source=source,
                    content=(content,),
                    evidence=evidence,
                    about=(f"v{index}",),
                    via=f"c{index}0" if extra else None,
                )
            )
    article = Article(
        id=identifier,
        text=text,
        title=f"حريق المرفأ {number}",
        outlet=f"صحيفة {number % 40}",
        language="ar",
        published=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return Extraction(
        article=article,
        entities=tuple(entities),
        events=tuple(events),
        claims=tuple(claims),
        extractor=ExtractorInfo(name="made", version="1"),
    )


def opened(context: BrowserContext, path: Path, signs: tuple[str, str], tells: str = "") -> tuple[float, float, float]:
    """Seconds until either of two ``signs`` is there, and frames a second while the view is moved."""
    tab = context.new_page()
    tab.set_default_timeout(300_000 if tells else 30_000)
    if tells:
        tab.add_init_script(tells)
    started = time.perf_counter()
    tab.goto(path.as_uri(), wait_until="commit")
    seconds = []
    for sign in signs:
        tab.wait_for_selector(sign, state="attached")
        seconds.append(time.perf_counter() - started)
    tab.wait_for_timeout(500)
    frames = tab.evaluate(MOVE)
    tab.close()
    return seconds[0], seconds[1], frames


def printed(times: list[tuple[float, float, float]]) -> str:
    """The best and the middle of each figure."""
    drawn, ready, frames = (sorted(column) for column in zip(*times, strict=True))
    middle = len(times) // 2
    return (
        f"{drawn[0]:.2f} {drawn[middle]:.2f}  {ready[0]:.2f} {ready[middle]:.2f}  {frames[-1]:.0f} {frames[middle]:.0f}"
    )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", nargs="*", type=int, default=[1000, 10_000, 100_000])
    parser.add_argument("--plain", action="store_true", help="also pyvis's own page of the same graph (minutes)")
    wanted = parser.parse_args()
    executable = os.environ.get("RIWAYA_CHROMIUM") or shutil.which("chromium")
    folder = Path(tempfile.mkdtemp())
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(folder / "profile"),
            executable_path=executable,
            args=list(FLAGS),
            offline=True,
            viewport={"width": 1440, "height": 900},
        )
        print("nodes   claims  make s  MB    gz MB  B/claim  drawn s    all s      fps")
        for nodes in wanted.nodes:
            chance = random.Random(nodes)  # noqa: S311 - a benchmark's articles, not a secret
            extractions = [story(number, chance) for number in range(max(1, nodes // NODES_IN_ARTICLE))]
            started = time.perf_counter()
            html = page(extractions, title="قياس")
            seconds = time.perf_counter() - started
            path = folder / f"{nodes}.html"
            write(path, html)
            size = path.stat().st_size
            claims = sum(len(extraction.claims) for extraction in extractions)
            graph = project(extractions)
            packed = len(gzip.compress(path.read_bytes(), 6))
            times = [opened(context, path, OURS) for _ in range(OPENINGS)]
            print(
                f"{len(graph):<7} {claims:<7} {seconds:<7.2f} {size / 1e6:<5.1f} {packed / 1e6:<6.2f} "
                f"{size // claims:<8} {printed(times)}",
                flush=True,
            )
            if wanted.plain:
                net = Network(directed=True, cdn_resources="in_line")
                net.from_nx(graph)
                plain = folder / f"{nodes}-plain.html"
                plain.write_text(net.generate_html(), encoding="utf-8")
                drawn, stable, frames = opened(context, plain, PLAIN, PLAIN_TELLS)
                print(f"pyvis's own page: drawn after {drawn:.2f} s, stable after {stable:.1f} s, {frames:.0f} fps")
        context.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
