import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
SKIPS = {
    "in the test": "import pytest\ndef test_it():\n    pytest.skip('no browser')\n",
    "by a mark": "import pytest\n@pytest.mark.skipif(True, reason='no server')\ndef test_it():\n    pass\n",
    "the whole module": "import pytest\npytest.importorskip('no_such_module')\ndef test_it():\n    pass\n",
}


def _run(folder: Path, source: str, ci: str) -> int:
    (folder / "test_skipping.py").write_text(source)
    environment = os.environ | {"CI": ci, "PYTHONPATH": str(TESTS)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no_skips", "-p", "no:cacheprovider", "."]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False).returncode


@pytest.mark.parametrize("source", SKIPS.values(), ids=SKIPS)
def test_a_skip_fails_in_ci_and_nowhere_else(tmp_path: Path, source: str) -> None:
    assert _run(tmp_path, source, ci="") in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    assert _run(tmp_path, source, ci="1") in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED)


def test_a_test_that_passes_passes_in_ci(tmp_path: Path) -> None:
    assert _run(tmp_path, "def test_it():\n    pass\n", ci="1") == pytest.ExitCode.OK
