"""The file system inside an old Office file (MS-CFB): enough of it to take one stream out."""

import struct
from dataclasses import dataclass
from typing import Final

from job_profiles.grid.refusal import Refused

_LAST_SPECIAL: Final = 0xFFFFFFFA
"""Sector numbers from here up mean end of chain, free, or table sectors."""
_HEADER_BYTES: Final = 512
_ENTRY_BYTES: Final = 128
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """Streams of one compound file by name. Raises Refused where chains are broken."""

    def __init__(self, data: bytes):
        if len(data) < _HEADER_BYTES:
            raise Refused("file-damaged")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Refused("file-damaged")
        self._sector, self._mini_sector = 1 << shift, 1 << mini_shift
        (directory, self._cutoff, mini_start) = struct.unpack_from("<I4xII", data, 48)
        self._table = self._allocation_table()
        self._entries = self._directory(directory)
        self._mini_table = self._numbers(self._chain(mini_start, self._table))

    def names(self) -> frozenset[str]:
        """Return the names of all streams and storages."""
        return frozenset(entry.name for entry in self._entries)

    def stream(self, *names: str) -> bytes | None:
        """Return the first stream that bears one of `names`; None when there is none."""
        for entry in self._entries:
            if entry.kind == _STREAM and entry.name in names:
                return self._content(entry)
        return None

    def _content(self, entry: _Entry) -> bytes:
        if entry.size >= self._cutoff:
            return self._joined(self._chain(entry.start, self._table))[: entry.size]
        root = next((found for found in self._entries if found.kind == _ROOT), None)
        if root is None:
            raise Refused("file-damaged")
        container = self._joined(self._chain(root.start, self._table))
        size = self._mini_sector
        chain = self._chain(entry.start, self._mini_table)
        return b"".join(container[sector * size : (sector + 1) * size] for sector in chain)[: entry.size]

    def _allocation_table(self) -> tuple[int, ...]:
        (extra_start,) = struct.unpack_from("<I", self._data, 68)
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        seen = 0
        while extra_start < _LAST_SPECIAL:
            *more, extra_start = self._numbers([extra_start])
            sectors.extend(more)
            seen += 1
            if seen * self._sector > len(self._data):
                raise Refused("file-damaged")
        return self._numbers([sector for sector in sectors if sector < _LAST_SPECIAL])

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        content = self._joined(sectors)
        return struct.unpack(f"<{len(content) // 4}I", content)

    def _joined(self, sectors: list[int]) -> bytes:
        return b"".join(self._read_sector(sector) for sector in sectors)

    def _read_sector(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        content = self._data[start : start + self._sector]
        if not content:
            raise Refused("file-damaged")
        return content.ljust(self._sector, b"\x00")

    def _chain(self, start: int, table: tuple[int, ...]) -> list[int]:
        """Follow a chain; one longer than its table runs in a circle."""
        chain: list[int] = []
        while start < _LAST_SPECIAL:
            if start >= len(table) or len(chain) > len(table):
                raise Refused("file-damaged")
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self, start: int) -> tuple[_Entry, ...]:
        content = self._joined(self._chain(start, self._table))
        return tuple(
            self._entry(content[at : at + _ENTRY_BYTES]) for at in range(0, len(content), _ENTRY_BYTES)
        )

    def _entry(self, raw: bytes) -> _Entry:
        (name_bytes,) = struct.unpack_from("<H", raw, 64)
        name = raw[: max(0, min(name_bytes, 64) - 2)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", raw, 116)
        return _Entry(name, raw[66], start, size)
