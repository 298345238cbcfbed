"""A report between its canonical bytes and the column that holds it."""

import json
from typing import Any

from reports.snapshot import snapshot_bytes
from reports.types import EmployerReport


def stored_snapshot(report: EmployerReport) -> dict[str, Any]:
    """Turn a report into what the database holds."""
    data: dict[str, Any] = json.loads(snapshot_bytes(report))
    return data


def stored_bytes(data: dict[str, Any]) -> bytes:
    """Turn what the database holds into the canonical bytes again."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
