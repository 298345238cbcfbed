"""An answer that nobody reads to its end."""

import subprocess
import sys


def test_a_reader_that_has_enough_is_no_failure() -> None:
    models = [sys.executable, "-m", "rtw", "exposure", "--list"]
    with subprocess.Popen(models, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.close()  # long before the command has anything to say
        said = command.stderr.read()
    assert (command.returncode, said) == (0, b"")
