"""What a yes-or-no cell says."""

from job_profiles.grid.cells import CellError, CellValue
from job_profiles.problem import Problem, Severity
from job_profiles.view import written
from job_profiles.vocabulary.words import fold, words


def yes_no(value: CellValue, sheet: str, address: str, what: str, problems: list[Problem]) -> bool | None:
    """Return what a yes-or-no cell says; anything else is a warning."""
    if value is None:
        return None
    text = written(value)
    folded = fold(text) or text.strip()
    if value is True or folded in words("values", "yes"):
        return True
    if value is False or folded in words("values", "no"):
        return False
    if folded not in words("not_demands", "not_applicable"):
        severity = Severity.ERROR if isinstance(value, CellError) else Severity.WARNING
        problems.append(
            Problem(
                severity,
                f"{what}-unclear",
                f"“{text}” is neither yes nor no; {what} was left open.",
                "Write yes or no.",
                sheet,
                address,
                text,
            )
        )
    return None
