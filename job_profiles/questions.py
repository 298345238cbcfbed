"""What only a person can answer about a job: one question per subject, not one per row."""

from collections.abc import Callable, Iterator
from functools import cache

from job_profiles.answers import Answers, scale_from_json
from job_profiles.draft import JobDraft
from job_profiles.problem import Choice, Problem, Severity
from job_profiles.profile import FrequencyScale, JobProfile
from job_profiles.question import Pairs, question
from job_profiles.questions_of_demands import (
    how_often,
    load_bands,
    shared_or_each,
    vibration_time,
    which_hand,
    which_kind,
)
from job_profiles.questions_of_shift import working_time
from job_profiles.questions_of_tasks import days_of_week, essential, task_hours, uncovered
from job_profiles.totals import totals_against_tasks
from job_profiles.vocabulary.words import table


@cache
def schemes() -> dict[str, tuple[str, FrequencyScale]]:
    """Return the known schemes of frequency letters: id → (label, scale)."""
    return {key: (s["label"], scale_from_json(s)) for key, s in table("frequency_schemes").items()}


def chosen_scale(answers: Answers) -> FrequencyScale | None:
    """Return the scale that was answered; None if none was, or the scheme is not known."""
    chosen = answers.frequency_scale
    if isinstance(chosen, str):
        return schemes()[chosen][1] if chosen in schemes() else None
    return chosen


def ask(job: JobDraft, profile: JobProfile, answers: Answers) -> Iterator[Problem]:
    """Yield the questions that a job leaves open and that nobody has answered or laid aside."""
    pairs = [(t, d) for t in profile.tasks for d in t.demands]
    for asked in _QUESTIONS:
        for problem in asked(job, profile, pairs):
            if problem.asks not in answers.settled:
                yield problem


def _scheme(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    lettered = [(t, d) for t, d in pairs if d.frequency_band]
    letters = sorted({d.frequency_band or "" for _, d in lettered}, key="NSROFVC".find)
    if lettered and job.scale is not None and job.scale.of_task:
        return
    if lettered and profile.frequency_scale is None:
        choices = tuple(
            Choice(key, f"{label}{_says_nothing_of(letters, scale)}")
            for key, (label, scale) in schemes().items()
        )
        yield question(
            "frequency-scheme",
            f"Which frequency scheme do the letters {' '.join(letters)} follow? The sheet has no legend.",
            "Choose the scheme; hours stay unknown until then.",
            lettered,
            "frequency_scale",
            choices,
        )
    elif profile.frequency_scale is not None and "frequency_scale" in profile.given:
        yield from _letters_left_out(profile.frequency_scale, lettered)


def _says_nothing_of(letters: list[str], scale: FrequencyScale) -> str:
    left_out = [letter for letter in letters if letter not in dict(scale.bands)]
    return f" (says nothing of {' '.join(left_out)})" if left_out else ""


def _letters_left_out(scale: FrequencyScale, lettered: Pairs) -> Iterator[Problem]:
    """Warn of letters that the answered scheme does not have: their hours stay unknown."""
    unknown = [(t, d) for t, d in lettered if d.frequency_band not in dict(scale.bands)]
    for letter in dict.fromkeys(d.frequency_band for _, d in unknown):
        first = next(d for _, d in unknown if d.frequency_band == letter)
        yield Problem(
            Severity.WARNING,
            "letter-not-in-scheme",
            f"The chosen scheme says nothing of {letter}: how long it lasts stays unknown.",
            "Take the answer back, and choose another scheme or write down what the letters mean.",
            first.sheet,
            first.cell,
            letter,
        )


def _title(job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    if job.title is None and pairs:
        yield question("title-unknown", "What is the job called?", "Name the job.", pairs[:1], "title")


_QUESTIONS: tuple[Callable[[JobDraft, JobProfile, Pairs], Iterator[Problem]], ...] = (
    _title,
    _scheme,
    working_time,
    days_of_week,
    which_kind,
    shared_or_each,
    which_hand,
    task_hours,
    essential,
    uncovered,
    totals_against_tasks,
    vibration_time,
    how_often,
    load_bands,
)
