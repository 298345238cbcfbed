"""What the demands of a job leave open: kind, hand, how often, how long, how heavy."""

from collections.abc import Iterator

from job_profiles.answered import band_subject, demand_subject, sheets_title
from job_profiles.answers import PART_OF, subject
from job_profiles.draft import DemandDraft, JobDraft
from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem, Severity
from job_profiles.profile import Demand, JobProfile, Task
from job_profiles.question import Pairs, question


def which_kind(job: JobDraft, _profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Ask which kind is meant where a word may name several."""
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


def shared_or_each(job: JobDraft, _profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Ask whether an amount with both hands is on each or shared."""
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


def which_hand(_job: JobDraft, _profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask which hand does what has none."""
    open_pairs = [(t, d) for t, d in pairs if d.hand is None]
    if open_pairs:
        kinds = ", ".join(dict.fromkeys((d.tool or d.kind.label).lower() for _, d in open_pairs))
        yield question(
            "hand-unknown",
            f"Which hand, or both: {kinds}?",
            "Say which hand does it.",
            open_pairs,
            "settled/hand-unknown",
        )


def _drafts(job: JobDraft, profile: JobProfile) -> Iterator[tuple[Task, Demand, DemandDraft]]:
    """Yield each demand with its task and with the draft it was made of."""
    for task in profile.tasks:
        for demand, draft in zip(task.demands, job.tasks[task.name].demands, strict=True):
            yield task, demand, draft


def _is_untimed(demand: Demand) -> bool:
    return demand.hours_per_day is None and demand.hours_range is None and demand.frequency_band is None


def vibration_time(job: JobDraft, profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Ask how long vibrating tools run that have no time."""
    found = [
        one
        for one in _drafts(job, profile)
        if one[1].kind is DemandKind.HAND_ARM_VIBRATION and _is_untimed(one[1])
    ]
    if found:
        yield question(
            "vibration-time-unknown",
            "For how long a day is each vibrating tool running in the hand (trigger time)?",
            "Give the running time.",
            [(t, d) for t, d, _ in found],
            "settled/vibration-time-unknown",
            fields=(_demand_field(job, "running_hours", AnswerKind.HOURS, *one) for one in found),
        )


def _demand_field(
    job: JobDraft, area: str, kind: AnswerKind, task: Task, demand: Demand, draft: DemandDraft
) -> AnswerField:
    words = " with ".join(filter(None, (demand.kind.label, demand.tool)))
    key = f"{area}/{subject(*demand_subject(job, task.name, draft))}"
    return AnswerField(key, f"{task.name}{PART_OF}{words}", kind, of_job=sheets_title(job))


def how_often(job: JobDraft, profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Ask how often, and how long, the efforts are that have no rate."""
    found = [
        one
        for one in _drafts(job, profile)
        if one[1].efforts_per_minute is None
        and (
            {"per_cycle", "cycle_s"} & set(one[2].facts)
            or (one[1].kind in STRENGTH_KINDS and _is_untimed(one[1]) and one[1].duty_cycle is None)
        )
    ]
    if found:
        kinds = ", ".join(dict.fromkeys(d.kind.label.lower() for _, d, _ in found))
        yield question(
            "efforts-unknown",
            f"How often, and how long each: {kinds}?",
            "Give efforts per minute, hour or cycle.",
            [(t, d) for t, d, _ in found],
            "settled/efforts-unknown",
            fields=(field for one in found for field in _effort_fields(job, *one)),
        )


def _effort_fields(job: JobDraft, task: Task, demand: Demand, draft: DemandDraft) -> Iterator[AnswerField]:
    yield _demand_field(job, "efforts_per_minute", AnswerKind.PER_MINUTE, task, demand, draft)
    if demand.seconds_per_effort is None:
        yield _demand_field(job, "seconds_per_effort", AnswerKind.SECONDS, task, demand, draft)


def load_bands(job: JobDraft, profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Ask what the heaviest object of a band of weights weighs."""
    found = [one for one in _drafts(job, profile) if one[1].load_range_kg is not None]
    if found:
        yield question(
            "weight-band",
            f"The weights are bands ({found[-1][1].as_written}): what does the heaviest object weigh?",
            "The upper edge counts until then.",
            [(t, d) for t, d, _ in found],
            "settled/weight-band",
            fields=(_band_field(job, *one) for one in found),
        )


def _band_field(job: JobDraft, _task: Task, demand: Demand, draft: DemandDraft) -> AnswerField:
    key = f"heaviest_kg/{subject(*band_subject(job, draft))}"
    label = f"{demand.kind.label}, {demand.as_written}"
    return AnswerField(key, label, AnswerKind.KILOGRAMS, of_job=sheets_title(job))
