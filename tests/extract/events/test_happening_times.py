"""The time of saying, and the day of a dateline, are not when an event happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local import GrammarExtractor
from kg.extract.local.document import Document


@pytest.mark.parametrize(
    ("text", "language", "trigger", "time"),
    [
        ("قالت الوزارة، الخميس، إن أربعين شخصا قتلوا في الانفجار.", "ar", "قتلوا", None),
        ("قالت الوزارة، الخميس، إن أربعين شخصا قتلوا يوم الاثنين.", "ar", "قتلوا", "يوم الاثنين"),
        ("بيروت، الأحد 5 أيار/مايو 2024 - قُتل عشرة أشخاص في انفجار.", "ar", "قُتل", None),
        ("قُتل عشرة أشخاص في انفجار يوم الاثنين.", "ar", "قُتل", "يوم الاثنين"),
        ("The ministry said on Thursday that 40 people had been killed.", "en", "killed", None),
        ("The ministry said on Thursday that 40 people had been killed on Monday.", "en", "killed", "Monday"),
        ("40 people were killed on Monday, the ministry said on Thursday.", "en", "killed", "Monday"),
        ("BEIRUT, May 5 - Ten people were killed in a blast.", "en", "killed", None),
        ("Ten people were killed on Monday.", "en", "killed", "Monday"),
    ],
)
def test_an_event_takes_its_own_time(
    text: str, language: str, trigger: str, time: str | None, document: Callable[..., Document]
) -> None:
    events = GrammarExtractor().extract(document(text, language).article)["events"]
    found = {event["trigger"]["text"]: event["time"] for event in events}
    assert (found[trigger] and found[trigger].text) == time
