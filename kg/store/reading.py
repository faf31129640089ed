"""Opening a store for reading while another process may be writing it.

Oxigraph's files are replaced as the writer tidies them, so that one may be gone between the list of files and its
opening; the next attempt sees the new list. Only the standard library and Oxigraph are imported here, because a query's
own process loads this module by its path.
"""

from __future__ import annotations

import time

import pyoxigraph as ox

ATTEMPTS = 40
PAUSE = 0.05
"""Seconds between attempts."""


def open_for_reading(folder: str) -> ox.Store:
    """The store in ``folder`` as it is now; raises OSError where it cannot be opened."""
    attempt = 0
    while True:
        attempt += 1
        try:
            return ox.Store.read_only(folder)
        except (OSError, RuntimeError) as error:
            if attempt == ATTEMPTS or "No such file" not in str(error):
                raise OSError(str(error)) from error
        time.sleep(PAUSE)
