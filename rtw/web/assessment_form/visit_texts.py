"""What concerns the whole person in the assessment form: pain, tolerances, loads, difficulty, limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, SafeLoad, Tolerance
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit
from rtw.web.assessment_form.limit_rows import read_limits, texts_of_limits
from rtw.web.assessment_form.score_texts import read_scores, texts_of_scores
from rtw.web.assessment_form.typed import Typed, shown

TIMED: Final = (DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.HANDWRITING)
"""Activities whose tolerated minutes are always asked for."""

ALSO_TIMED: Final = (
    DemandKind.TOUCHSCREEN,
    DemandKind.FINE_MANIPULATION,
    DemandKind.GROSS_HANDLING,
    DemandKind.TOOL_USE,
    DemandKind.DRIVING,
)
"""Activities asked for where the job has them."""

LOADS: Final = (DemandKind.LIFTING, DemandKind.CARRYING, DemandKind.PUSHING, DemandKind.PULLING)

PLACES: Final = {"both": None, "left": Side.LEFT, "right": Side.RIGHT}
"""Columns of tolerances and loads: both hands together, then each."""


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    """One thing the patient is asked about; `task` None: wherever it occurs."""

    task: str | None
    kind: DemandKind
    side: Side | None = None


def timed_kinds(profile: JobProfile | None, visit: Assessment) -> tuple[DemandKind, ...]:
    """List the activities to ask minutes for: the usual ones, those of the job, those asked before."""
    asked = {demand.kind for task in profile.tasks for demand in task.demands} if profile else set()
    known = {entry.kind for entry in visit.tolerances}
    return (
        *TIMED,
        *(k for k in DemandKind if k not in TIMED and (k in known or (k in asked and k in ALSO_TIMED))),
    )


def difficulty_rows(profile: JobProfile | None, visit: Assessment) -> tuple[DifficultyRow, ...]:
    """List what the patient can be asked about: each kind of each task, and what was asked before."""
    tasks = profile.tasks if profile else ()
    asked = [DifficultyRow(task.name, demand.kind) for task in tasks for demand in task.demands]
    known = [DifficultyRow(d.task, d.kind, d.side) for d in visit.difficulties]
    return tuple(dict.fromkeys((*asked, *known)))


def texts_of_person(
    visit: Assessment, load_unit: AmountUnit, rows: Iterable[DifficultyRow]
) -> dict[str, str]:
    """Write what concerns the whole person into its fields, loads in `load_unit`."""
    texts = {
        "on": visit.on.isoformat(),
        "night_waking": shown(visit.night_waking_per_week),
        "pain_rest": shown(visit.pain_rest),
        "pain_work": shown(visit.pain_work),
        "notes": visit.notes or "",
    }
    names = {side: place for place, side in PLACES.items()}
    for entry in visit.tolerances:
        texts[f"bout-{entry.kind.value}-{names[entry.side]}"] = shown(entry.bout_min)
        texts[f"day-{entry.kind.value}-{names[entry.side]}"] = shown(entry.day_min)
    for load in visit.safe_loads:
        texts[f"load-{load.kind.value}-{names[load.side]}"] = _load_text(load, load_unit)
    felt = {DifficultyRow(d.task, d.kind, d.side): d.difficulty for d in visit.difficulties}
    texts |= {f"difficulty-{n}": shown(felt.get(row)) for n, row in enumerate(rows)}
    texts |= texts_of_scores(visit)
    texts |= texts_of_limits("own", visit.therapist_limits)
    return texts | texts_of_limits("surgeon", visit.surgeon_restrictions)


def _load_text(load: SafeLoad, unit: AmountUnit) -> str:
    if load.unit is unit:
        return shown(load.entered, 2)
    newtons = load.entered * load.unit.newtons
    return shown(newtons / unit.newtons, 2)


def read_tolerances(typed: Typed, kinds: Iterable[DemandKind]) -> tuple[Tolerance, ...]:
    """Read minutes of each activity, for both hands together and for each."""
    found = []
    for kind in kinds:
        for place, side in PLACES.items():
            what = kind.label if side is None else f"{kind.label}, {side.label.lower()}"
            bout = typed.minutes(f"bout-{kind.value}-{place}", f"{what}, at a stretch")
            day = typed.minutes(f"day-{kind.value}-{place}", f"{what}, a day")
            if bout is not None or day is not None:
                found.append(Tolerance(kind, side, bout, day))
    return tuple(found)


def read_loads(typed: Typed, unit: AmountUnit) -> tuple[SafeLoad, ...]:
    """Read what was lifted, carried, pushed and pulled safely."""
    found = []
    for kind in LOADS:
        for place, side in PLACES.items():
            what = kind.label if side is None else f"{kind.label}, {side.label.lower()}"
            amount = typed.number(f"load-{kind.value}-{place}", what)
            if amount is not None:
                found.append(SafeLoad(kind, amount, unit, side))
    return tuple(found)


def read_person(
    typed: Typed,
    stored: Assessment,
    kinds: Iterable[DemandKind],
    rows: Iterable[DifficultyRow],
    load_unit: AmountUnit,
) -> Assessment:
    """Read everything that belongs to no single hand; hands and marks stay as stored."""
    felt = ((row, typed.number(f"difficulty-{n}", _about(row))) for n, row in enumerate(rows))
    return Assessment(
        on=typed.day("on", "Date of the visit") or stored.on,
        assessor=stored.assessor,
        hands=stored.hands,
        night_waking_per_week=typed.number("night_waking", "Night waking"),
        pain_rest=typed.number("pain_rest", "Pain at rest"),
        pain_work=typed.number("pain_work", "Pain at work"),
        tolerances=read_tolerances(typed, kinds),
        safe_loads=read_loads(typed, load_unit),
        therapist_limits=read_limits(typed, "own", "Your limit"),
        surgeon_restrictions=read_limits(typed, "surgeon", "Surgeon's restriction"),
        difficulties=tuple(PerceivedDifficulty(r.kind, v, r.side, r.task) for r, v in felt if v is not None),
        notes=typed.text("notes") or None,
        carried_over=stored.carried_over,
        scores=read_scores(typed),
    )


def _about(row: DifficultyRow) -> str:
    where = f" in {row.task}" if row.task else ""
    return f"Difficulty of {row.kind.label.lower()}{where}"
