"""A store may be opened for reading while another tidies its files."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store import Store, reading
from kg.store.reading import open_for_reading

_OPEN = ox.Store.read_only


class _Racing:
    """Oxigraph whose files are gone at the first attempts."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    def read_only(self, folder: str) -> ox.Store:
        self.failures -= 1
        if self.failures >= 0:
            raise RuntimeError("Corruption: IO error: No such file or directory: While open a file: قديم.sst")
        return _OPEN(folder)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    Store(tmp_path / "kg").close()
    return str(tmp_path / "kg" / "quads")


def test_a_file_that_was_just_replaced_is_looked_for_again(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAUSE", 0)
    racing = _Racing(3)
    monkeypatch.setattr(reading.ox, "Store", racing)
    assert len(open_for_reading(folder)) > 0
    assert racing.failures == -1


def test_what_stays_missing_is_an_error(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAUSE", 0)
    monkeypatch.setattr(reading.ox, "Store", _Racing(1_000))
    with pytest.raises(OSError, match="No such file"):
        open_for_reading(folder)
