"""The note that says which process has a store open for writing, for the message that others get."""

from __future__ import annotations

import os
from pathlib import Path

_NOTE = "writer"


def leave_note(folder: Path) -> None:
    """Say in ``folder`` that this process writes to it."""
    (folder / _NOTE).write_text(f"{os.getpid()}\n", encoding="ascii")


def remove_note(folder: Path) -> None:
    """Take the note away, if it is this process's."""
    if _pid(folder) == os.getpid():
        (folder / _NOTE).unlink(missing_ok=True)


def holder(folder: Path) -> str:
    """Who has the store open, in words; only meaningful while its lock is held."""
    pid = _pid(folder)
    if pid is None:
        return "another process"
    if pid == os.getpid():
        return "this process itself"
    command = _command(pid)
    return f"process {pid} ({command})" if command else f"process {pid}"


def _pid(folder: Path) -> int | None:
    try:
        return int((folder / _NOTE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _command(pid: int) -> str:
    # Linux only; elsewhere the number has to do.
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return ""
    return b" ".join(words).decode(errors="replace").strip()[:100]
