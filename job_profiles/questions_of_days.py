"""On how many days the hours of a week or a month fall, where a cell leaves it open."""

from dataclasses import replace

from job_profiles.problem import Problem, Severity


def counts_longer(problem: Problem) -> bool:
    """Tell whether a finding is about hours of a week or a month, with the days they may fall on."""
    return problem.code == "counted-by-week" and bool(problem.choices)


def on_which_days(problem: Problem, named: str) -> Problem:
    """Ask on how many days the hours of a cell fall; `named`: its task. The answer stands for the cell."""
    about = f"{named}: “{problem.found}”" if named else f"“{problem.found}”"
    return replace(
        problem,
        severity=Severity.QUESTION,
        code=f"{problem.code}-question",
        message=f"{about}: done on one day, or spread over several?",
        advice="Choose the hours of a day on which it is done; until then they count as unknown.",
        asks=f"meant/{problem.sheet}!{problem.cell}",
    )
