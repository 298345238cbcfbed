"""A snapshot is the report, byte for byte, and nothing that was tampered with passes for one."""

import json
from typing import Any

import pytest

from bench.sample_release import sample_report
from reports.snapshot import SnapshotError, digest, report_of, snapshot_bytes


@pytest.mark.parametrize("weeks", [1, 4, 12])
def test_round_trip(weeks: int) -> None:
    report = sample_report(weeks)
    data = snapshot_bytes(report)
    assert report_of(data) == report
    assert snapshot_bytes(report_of(data)) == data
    assert digest(data) == digest(snapshot_bytes(sample_report(weeks)))


def test_another_report_has_another_digest() -> None:
    assert digest(snapshot_bytes(sample_report(4))) != digest(snapshot_bytes(sample_report(5)))


def edited(edit: Any) -> bytes:
    document = json.loads(snapshot_bytes(sample_report(4)))
    edit(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda d: d.update(schema=99), id="other schema"),
        pytest.param(lambda d: d["report"].update(diagnosis="x"), id="a field too many"),
        pytest.param(lambda d: d["report"].pop("worker"), id="a field too few"),
        pytest.param(
            lambda d: d["report"]["restrictions"][0]["limit"].update(value=2.7), id="off the ladder"
        ),
        pytest.param(lambda d: d["report"]["job"].update({"is": "Identifier"}), id="text of another kind"),
        pytest.param(lambda d: d["report"].update(version="3"), id="text for a number"),
        pytest.param(lambda d: d["report"].update(employer={"text": "no tag", "is": "x"}), id="unknown tag"),
        pytest.param(lambda d: d["report"].update(review_on="soon"), id="no date"),
    ],
)
def test_a_snapshot_of_another_shape_is_refused(edit: Any) -> None:
    with pytest.raises(SnapshotError):
        report_of(edited(edit))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"schema":1,"report":null}', b"\xff"])
def test_what_is_no_snapshot_is_refused(data: bytes) -> None:
    with pytest.raises(SnapshotError):
        report_of(data)
