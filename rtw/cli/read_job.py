"""Read a demand sheet, and say everything that is wrong or open in it."""

import argparse
import json
from pathlib import Path

from job_profiles.answers import NO_ANSWERS, Answers, answers_from_json
from job_profiles.guarded import read_guarded
from job_profiles.problem import Problem, Severity
from job_profiles.profile_json import problem_to_json, profile_to_json
from job_profiles.read import Reading
from rtw.cli.command import FAILED, OK, UNUSABLE, Command, put, put_json, say
from rtw.services.jobs.returned_list import with_returned


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("workbook", type=Path)
    parser.add_argument("--sheet", help="read only this sheet")
    parser.add_argument("--answers", type=Path, help="a JSON file of answers to the questions of the sheet")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _run(arguments: argparse.Namespace) -> int:
    try:
        data = arguments.workbook.read_bytes()
        answers = _answers(arguments.answers)
    except (OSError, ValueError) as error:
        say(_told(error))
        return UNUSABLE
    reading = _read(data, arguments.workbook.name, answers, arguments.sheet)
    if arguments.json:
        put_json(document(reading))
    else:
        _tell(reading)
    return _exit_code(reading)


def _read(data: bytes, filename: str, answers: Answers, sheet: str | None) -> Reading:
    """Read the file, once more with the answers that stand in its own list of corrections."""
    reading = read_guarded(data, filename, answers, sheet)
    if not reading.readable:
        return reading
    answers, returned = with_returned(data, filename, reading, answers)
    for left in returned.not_taken:
        say(f"In the list of corrections, “{left.text}” is no answer to: {left.asked}")
    if not returned.taken:
        return reading
    say(f"{len(returned.taken)} answers were taken from the list of corrections.")
    return read_guarded(data, filename, answers, sheet)


def _answers(path: Path | None) -> Answers:
    """Read the answers. ValueError when the file is no JSON, or holds something else."""
    return NO_ANSWERS if path is None else answers_from_json(json.loads(path.read_text("utf-8")))


def _told(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    return f"The answers cannot be used: {error}"


def document(reading: Reading) -> dict[str, object]:
    """Return what was read as the published JSON."""
    return {
        "profiles": [profile_to_json(profile) for profile in reading.profiles],
        "problems": [problem_to_json(problem) for problem in reading.problems],
    }


def _tell(reading: Reading) -> None:
    """Write for a person: each job in a line, each problem with its place and what to do."""
    for profile in reading.profiles:
        demands = sum(len(task.demands) for task in profile.tasks)
        put(f"{profile.title or 'Untitled job'}: {len(profile.tasks)} tasks, {demands} demands")
    for problem in reading.problems:
        put(f"{problem.severity.value} {_place(problem)}: {problem.message} {problem.advice}")


def _place(problem: Problem) -> str:
    return "!".join(part for part in (problem.sheet, problem.cell) if part) or "the file"


def _exit_code(reading: Reading) -> int:
    if not reading.readable:
        return UNUSABLE
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    return FAILED if has_errors else OK


COMMAND = Command("read-job", "Read a demand sheet; list all its problems.", _declare, _run)
