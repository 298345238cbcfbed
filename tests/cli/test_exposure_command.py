"""What `exposure` prints for a person, and what it does with bytes that are no text."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rtw.cli.command import FAILED, OK
from rtw.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
TWO_TOOLS = {"exposures": [{"ahv_m_s2": 2.5, "hours": 8}, {"ahv_m_s2": 0, "hours": 1}]}
LIFT = {"units": "us", "horizontal": 10, "vertical": 30, "travel": 10, "asymmetry_deg": 0}


def told(
    model: str, inputs: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(inputs)))
    code = main(["exposure", model])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_result_is_told_line_by_line_and_its_limits_beside_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = told("hav_a8", TWO_TOOLS, monkeypatch, capsys)
    assert code == OK
    lines = out.splitlines()
    assert lines[:4] == [
        "Daily hand-arm vibration A(8)",
        "a8_m_s2: 2.5",
        "points: 100",
        "above_action_value: no",
    ]
    assert lines[-5:] == [
        "exposures 2:",
        "  a8_m_s2: 0",
        "  points: 0",
        "  hours_to_action_value: none",
        "  hours_to_limit_value: none",
    ]
    assert "healthy workers" in err


def test_a_part_of_its_own_is_told_beneath_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lift = {**LIFT, "frequency_multiplier": 1, "coupling": "good"}
    code, out, _ = told("rnle", lift, monkeypatch, capsys)
    assert code == OK
    assert "origin:\n  rwl: 51\n  hm: 1\n" in out
    assert "destination: none" in out


def test_a_refusal_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one_hand = {**LIFT, "frequency_multiplier": 1, "coupling": "good", "one_handed": True}
    code, out, err = told("rnle", one_hand, monkeypatch, capsys)
    assert (code, out) == (FAILED, "")
    assert err.startswith("one_handed: the NIOSH equation is for two hands")


@pytest.mark.parametrize("raw", [b"\xff\xfe", b'{"hal":\xff}', b'\xef\xbb\xbf{"hal": 12}'])
def test_bytes_of_any_kind_are_refused_without_a_traceback(raw: bytes) -> None:
    command = [sys.executable, "-m", "rtw", "exposure", "tlv_hal", "--json"]
    done = subprocess.run(
        command, input=raw, capture_output=True, cwd=ROOT, env=os.environ | {"LC_ALL": "C"}, check=False
    )
    assert done.returncode == FAILED
    assert json.loads(done.stdout)["problems"]
    assert b"Traceback" not in done.stderr
