"""Plan a case from a file, and write its documents."""

import argparse
import json
from datetime import date
from pathlib import Path

from job_profiles.problem import Problem
from rtw.cli.command import FAILED, OK, UNUSABLE, Command, put_json, say
from rtw.services.case_file.reading import read_case
from rtw.services.case_file.run import CasePlan, files_of, plan_case, plan_document
from rtw.services.plan_documents import File, proof_words
from rtw.store.codec import dump


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, help="a case file; its shape: `schema case`")
    parser.add_argument("--out", type=Path, required=True, help="folder for the documents")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="YYYY-MM-DD")  # noqa: DTZ011
    parser.add_argument("--json", action="store_true", help="print plan.json on stdout as well")


def _run(arguments: argparse.Namespace) -> int:
    try:
        text = arguments.case.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as unreadable:
        say(f"{arguments.case}: {unreadable}")
        return UNUSABLE
    case, problems = read_case(text, arguments.today)
    for problem in problems:
        say(_line(problem))
    if case is None:
        say("Nothing was written.")
        if arguments.json:
            put_json({"problems": [dump(problem) for problem in problems]})
        return FAILED
    plan = plan_case(case, arguments.today)
    if not _write(_documents(plan, arguments.today), arguments.out):
        return UNUSABLE
    if arguments.json:
        put_json(dump(plan_document(plan)))
    return _say_outcome(plan)


def _documents(plan: CasePlan, today: date) -> tuple[File, ...]:
    """Make every document before any is written: a folder holds all of a plan or nothing new."""
    document = json.dumps(dump(plan_document(plan)), ensure_ascii=False, indent=1)
    return (("plan.json", (document + "\n").encode()), *files_of(plan, today))


def _write(documents: tuple[File, ...], folder: Path) -> bool:
    """Write the documents; False where the folder cannot hold them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in documents:
            (folder / name).write_bytes(content)
    except OSError as refused:
        say(f"{folder}: {refused}")
        return False
    return True


def _say_outcome(plan: CasePlan) -> int:
    """Say what came out. Exit 1 where no schedule fits: the documents then hold none."""
    say(proof_words(plan.solved.outcome))
    for refusal in plan.draft.refusals:
        say(_line(refusal))
    if not plan.draft.releasable or plan.case.release is None:
        say("The employer's files are marked DRAFT.")
    return OK if plan.solved.outcome.schedule is not None else FAILED


def _line(problem: Problem) -> str:
    stop = "" if problem.message.endswith((".", "!", "?")) else "."
    return f"{problem.severity.value}: {problem.message}{stop} {problem.advice}"


COMMAND = Command("plan", "Plan a case from a file and write plan.json and every document.", _declare, _run)
