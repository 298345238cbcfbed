"""What only a person can answer about a job: one question per subject, not one per row."""

from collections.abc import Callable, Iterator
from functools import cache

from job_profiles.answers import Answers, scale_from_json
from job_profiles.draft import JobDraft
from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from job_profiles.problem import Choice, Problem, Severity
from job_profiles.profile import Demand, FrequencyScale, JobProfile, Task
from job_profiles.vocabulary.words import table

Pairs = list[tuple[Task, Demand]]


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
    for question in _QUESTIONS:
        for problem in question(job, profile, pairs):
            if problem.asks not in answers.settled:
                yield problem


def _question(
    code: str, message: str, advice: str, pairs: Pairs, asks: str, choices: tuple[Choice, ...] = ()
) -> Problem:
    first = pairs[0][1] if pairs else None
    cells = ", ".join(d.cell or "" for _, d in pairs[:12]) + (" …" if len(pairs) > 12 else "")
    return Problem(
        Severity.QUESTION,
        code,
        message,
        advice,
        first.sheet if first else None,
        first.cell if first else None,
        cells or None,
        asks,
        choices,
    )


def _scheme(_job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    lettered = [(t, d) for t, d in pairs if d.frequency_band]
    if not lettered or profile.frequency_scale is not None:
        return
    letters = " ".join(sorted({d.frequency_band or "" for _, d in lettered}, key="NSROFVC".find))
    choices = tuple(Choice(key, label) for key, (label, _) in schemes().items())
    yield _question(
        "frequency-scheme",
        f"Which frequency scheme do the letters {letters} follow? The sheet has no legend.",
        "Choose the scheme; hours stay unknown until then.",
        lettered,
        "frequency_scale",
        choices,
    )


def _title(job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    if job.title is None and pairs:
        yield _question(
            "title-unknown", "What is the job called?", "Name the job.", pairs[:1], "settled/title"
        )


def _letters_without_shift(_job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    if profile.shift.hours_per_day is None and pairs:
        yield _question(
            "shift-unknown", "How long is the shift?", "Give the hours of a working day.", [], "shift_hours"
        )


def _which_kind(job: JobDraft, _profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    seen: set[DemandKind] = set()
    for draft in (d for t in job.tasks.values() for d in t.demands):
        if draft.open_to and draft.kind not in seen:
            seen.add(draft.kind)
            choices = tuple(Choice(k.value, k.label) for k in (draft.kind, *draft.open_to))
            what = (
                "Which pinch is meant: tip, key or palmar?"
                if draft.kind is DemandKind.KEY_PINCH
                else "Which kind of demand is meant?"
            )
            yield Problem(
                Severity.QUESTION,
                "which-kind",
                what,
                f"Until then it is taken as {draft.kind.label.lower()}.",
                draft.sheet,
                draft.cell,
                draft.as_written,
                f"kinds/{draft.kind.value}",
                choices,
            )


def _shared_or_each(job: JobDraft, _profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    found = [
        (t, d)
        for t in job.tasks.values()
        for d in t.demands
        if d.hand_open and {"force_n", "load_kg", "torque_n_m"} & set(d.facts)
    ]
    by_kind: dict[DemandKind, list[str]] = {}
    for _, draft in found:
        by_kind.setdefault(draft.kind, []).append(draft.cell)
    for kind, cells in by_kind.items():
        first = next(d for _, d in found if d.kind is kind)
        yield Problem(
            Severity.QUESTION,
            "shared-or-each",
            f"{kind.label} with both hands: is the amount on each hand, or shared by the two?",
            f"Until then it is taken as {first.hand.label.lower() if first.hand else 'open'}.",
            first.sheet,
            first.cell,
            ", ".join(cells[:12]),
            f"hands/{kind.value}",
            (Choice("each", "on each hand"), Choice("both", "shared by the two")),
        )


def _which_hand(_job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    open_pairs = [(t, d) for t, d in pairs if d.hand is None]
    if open_pairs:
        kinds = ", ".join(dict.fromkeys((d.tool or d.kind.label).lower() for _, d in open_pairs))
        yield _question(
            "hand-unknown",
            f"Which hand, or both: {kinds}?",
            "Say which hand does it.",
            open_pairs,
            "settled/hand-unknown",
        )


def _task_hours(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    if len(profile.tasks) == 1 and not job.tasks[profile.tasks[0].name].named:
        yield _question(
            "no-tasks",
            "Which tasks does the job have, and how long does each take?",
            "Until then the whole job counts as one task.",
            pairs[:1],
            "settled/no-tasks",
        )
        return
    without = [t for t in profile.tasks if t.hours_per_day is None and t.hours_range is None]
    if without:
        names = ", ".join(t.name for t in without[:8])
        yield _question(
            "task-hours-unknown",
            f"How long does each task itself take in a day: {names}? (Demands of one task overlap.)",
            "Give the hours of each task.",
            pairs[:1],
            "settled/task-hours-unknown",
        )


def _essential(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    named = [t for t in profile.tasks if job.tasks[t.name].named]
    if named and all(t.essential is None for t in named):
        yield _question(
            "essential-unknown",
            "Which tasks are essential?",
            "Mark each task as essential or not.",
            pairs[:1],
            "settled/essential-unknown",
        )


def _uncovered(_job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    hours = [t.hours_per_day for t in profile.tasks]
    shift = profile.shift.hours_per_day
    if shift is None or not hours or None in hours:
        return
    left = shift - sum(h for h in hours if h is not None)
    if left > 0.2:
        yield _question(
            "hours-uncovered",
            f"The tasks come to {round(shift - left, 2):g} h of a {round(shift, 2):g} h shift: "
            f"what is done in the rest ({round(left, 2):g} h)?",
            "Name the rest: breaks, other tasks.",
            pairs[:1],
            "settled/hours-uncovered",
        )


def _vibration(_job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    found = [
        (t, d)
        for t, d in pairs
        if d.kind is DemandKind.HAND_ARM_VIBRATION
        and d.hours_per_day is None
        and d.hours_range is None
        and d.frequency_band is None
    ]
    if found:
        yield _question(
            "vibration-time-unknown",
            "For how long a day is each vibrating tool running in the hand (trigger time)?",
            "Give the running time.",
            found,
            "settled/vibration-time-unknown",
        )


def _how_often(_job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    found = [
        (t, d)
        for t, d in pairs
        if d.kind in STRENGTH_KINDS
        and d.efforts_per_minute is None
        and d.hours_per_day is None
        and d.hours_range is None
        and d.frequency_band is None
        and d.duty_cycle is None
    ]
    if found:
        kinds = ", ".join(dict.fromkeys(d.kind.label.lower() for _, d in found))
        yield _question(
            "efforts-unknown",
            f"How often, and how long each: {kinds}?",
            "Give efforts per minute, hour or cycle.",
            found,
            "settled/efforts-unknown",
        )


def _load_bands(_job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    found = [(t, d) for t, d in pairs if d.load_range_kg is not None]
    if found:
        yield _question(
            "weight-band",
            f"The weights are bands ({found[-1][1].as_written}): what does the heaviest object weigh?",
            "The upper edge counts until then.",
            found,
            "settled/weight-band",
        )


def about_errors(problems: list[Problem], answers: Answers) -> Iterator[Problem]:
    """Yield the questions that errors raise: what a marked cell was meant to be, what a task is called."""
    meant = [p for p in problems if p.code in {"impossible-value", "text-in-number", "unit-does-not-fit"}]
    if meant and "settled/meant" not in answers.settled:
        cells = ", ".join(f"{p.cell}" for p in meant[:12])
        yield Problem(
            Severity.QUESTION,
            "what-was-meant",
            f"What was meant at {cells}?",
            "Give the right values.",
            meant[0].sheet,
            meant[0].cell,
            meant[0].found,
            "settled/meant",
        )
    for problem in problems:
        wording = _ERROR_QUESTIONS.get(problem.code)
        if wording and problem.asks not in answers.settled:
            yield Problem(
                Severity.QUESTION,
                f"{problem.code}-question",
                wording.format(cell=problem.cell, found=problem.found),
                problem.advice,
                problem.sheet,
                problem.cell,
                problem.found,
                problem.asks,
            )


_ERROR_QUESTIONS = {
    "task-name-missing": "What is the task in {cell} called?",
    "same-task-twice": "Are the two tasks “{found}” ({cell}) one task or two?",
    "no-heading": "What does the column at {cell} hold, and in which unit?",
    "unknown-heading": "What does the column “{found}” at {cell} hold?",
    "unknown-demand": "Which kind of demand is “{found}” at {cell}?",
    "unknown-unit": "Which unit is “{found}” at {cell}?",
}

_QUESTIONS: tuple[Callable[[JobDraft, JobProfile, Pairs], Iterator[Problem]], ...] = (
    _title,
    _scheme,
    _letters_without_shift,
    _which_kind,
    _shared_or_each,
    _which_hand,
    _task_hours,
    _essential,
    _uncovered,
    _vibration,
    _how_often,
    _load_bands,
)
