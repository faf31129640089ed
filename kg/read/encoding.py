"""Bytes to text: UTF-8 first, then what the bytes themselves suggest."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from kg.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000


def decode(data: bytes, where: str) -> str:
    """The text of ``data``, line ends and all; a byte-order mark is not part of it.

    Raises InputError where the bytes are no text in any encoding that can be recognised.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise InputError(f"{where}: neither UTF-8 nor any encoding that can be recognised. Convert it to UTF-8.")
    return _decode(data, best.encoding, where)


def _decode(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: looks like {encoding} but byte {error.start} does not fit. Convert it to UTF-8."
        ) from error
