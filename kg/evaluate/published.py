"""Figures of other systems on the sets that are evaluated here, with what they were measured on."""

from __future__ import annotations

from kg.evaluate.scores import Published

POLNEAR = (
    Published(
        "CoreNLP's quotation extraction",
        {"source": 13.9, "content": 17.5},
        "exact F1 on PolNeAR; no cues are reported, and it was not trained on the set",
    ),
    Published(
        "conditional random fields",
        {"source": 50.6, "cue": 53.4, "content": 28.6},
        "exact F1 on PolNeAR, trained on it",
    ),
    Published(
        "BERT fine-tuned",
        {"source": 83.2, "cue": 75.3, "content": 72.9},
        "exact F1 on PolNeAR, trained on it",
    ),
)
"""Attribution on PolNeAR."""

ANERCORP = (
    Published(
        "conditional random field with the usual features (a baseline, not published)",
        {"four types": 65.0},
        "strict micro-F1 on ANERcorp's test split, trained on its training split; miscellaneous names count as well",
    ),
    Published(
        "AraBERT fine-tuned",
        {"four types": 81.3},
        "strict micro-F1 on ANERcorp's test split, trained on its training split; miscellaneous names count as well",
    ),
)
"""Names on ANERcorp."""

CASE_2021 = (
    Published(
        "the best of four teams in the shared task (Haneczok et al. 2021)",
        {"weighted F1, 25 types": 83.9, "weighted F1, 28 types": 79.7, "weighted F1, 30 types": 77.1},
        "the task's own types on its whole test set, trained on ACLED's notes; harder than our ten types",
    ),
)
"""Types of events on CASE 2021, task 2."""

GIVEME5W1H = (
    Published(
        "Giveme5W1H (Hamborg et al. 2019)",
        {"who, what, when and where": 82.0, "all six questions": 73.0},
        "precision by the judgement of three assessors on 120 articles, part of a point for a phrase that is partly"
        " right: not the same articles and not the same measure",
    ),
)
"""Answers to the journalist's questions."""

STANCE = (
    Published(
        "BERT fine-tuned (Khouja 2020)",
        {"macro F1": 76.7},
        "the test split of the Arabic News Stance corpus, trained on its training split",
    ),
)
"""Whether two headlines agree, on the Arabic News Stance corpus."""
