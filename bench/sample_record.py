"""The invented plan's clinical side: capacity, match, sources, and what the patient takes home."""

from datetime import timedelta

from bench.sample_release import MONDAY, TASKS, TODAY, sample_disclosure, sample_plan
from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, Task
from rtw.documents.values import (
    CaseHead,
    ClinicianDocument,
    ExerciseLine,
    FormulaLine,
    PatientDocument,
    SourceLine,
    TrafficLight,
    TrafficStep,
)
from rtw.domain.capacity import Basis, Capacity, HandState, Limit, Quantity, Sensation, Strength, Wound
from rtw.domain.disclosure.patient_copy import patient_copy
from rtw.domain.gap import Comparison, Gap, JobMatch, Missing, Override, TaskMatch
from rtw.domain.hands import Side
from rtw.domain.plan import PlanVersion
from rtw.domain.verdicts import TaskVerdict, Verdict

RETEST_BY = TODAY + timedelta(days=28)


def sample_capacity() -> Capacity:
    """Measure the invented right hand."""
    return Capacity(
        on=TODAY,
        dominant=Side.RIGHT,
        strengths=_strengths(),
        limits=_limits(),
        hands=(HandState(Side.RIGHT, Sensation.DIMINISHED_LIGHT_TOUCH, Wound.CLOSED),),
    )


def _strengths() -> tuple[Strength, ...]:
    return (
        Strength(DemandKind.POWER_GRIP, Side.RIGHT, 164.3, 58.8, TODAY, RETEST_BY, "grip-error"),
        Strength(DemandKind.POWER_GRIP, Side.LEFT, 271.6, 58.8, TODAY, RETEST_BY, "grip-error"),
        Strength(DemandKind.TIP_PINCH, Side.RIGHT, 31.2, 11.0, TODAY, RETEST_BY, "pinch-error"),
    )


def _limits() -> tuple[Limit, ...]:
    tolerated = "tolerated at the visit"
    restricted = "surgeon's restriction of 16 November"
    return (
        Limit(DemandKind.KEYBOARDING, Side.RIGHT, Quantity.BOUT_H, 0.55, Basis.PATIENT, tolerated),
        Limit(DemandKind.LIFTING, None, Quantity.LOAD_KG, 2.7, Basis.SURGEON, restricted, until=RETEST_BY),
    )


def sample_match() -> JobMatch:
    """Match two tasks: one decided, one that waits for a figure."""
    ask = Missing("duty", "Ask how many orders are keyed in an hour", "employer")
    keying = Gap(
        TASKS[0], 0, Demand(DemandKind.KEYBOARDING, Hand.EACH), Side.RIGHT, (_hours(),), Verdict.EXCEEDS
    )
    filing = Gap(
        TASKS[2],
        0,
        Demand(DemandKind.TIP_PINCH, Hand.RIGHT, force_n=12),
        Side.RIGHT,
        (_force(ask),),
        Verdict.CANNOT_SAY,
        Override(Verdict.MARGINAL, "files are thin; seen at the work trial", "Ines Halloran"),
    )
    tasks = (
        TaskMatch(Task(TASKS[0], essential=True), (keying,), TaskVerdict.SUITABLE_WITH_MODIFICATION),
        TaskMatch(Task(TASKS[2]), (filing,), TaskVerdict.CANNOT_SAY),
        TaskMatch(Task(TASKS[1]), (), TaskVerdict.SUITABLE),
    )
    return JobMatch(tasks, TaskVerdict.SUITABLE_WITH_MODIFICATION, ((ask, 2),))


def _hours() -> Comparison:
    return Comparison(
        Quantity.HOURS_PER_DAY,
        (5.0, 5.0),
        4.2,
        0.0,
        (1.19, 1.19),
        Verdict.EXCEEDS,
        Basis.CLINICIAN,
        "therapist's limit for keying",
        ("Required: 5 h a day.", "Available: 4.2 h a day.", "5 ÷ 4.2 = 1.19, over 1: exceeds."),
    )


def _force(ask: Missing) -> Comparison:
    return Comparison(
        Quantity.FORCE_N,
        (4.0, 12.0),
        8.1,
        2.0,
        (0.49, 1.48),
        Verdict.CANNOT_SAY,
        Basis.MEASURED,
        "acceptable effort",
        (
            "Duty cycle not known: taken from 0.05 to 0.50.",
            "Acceptable effort at duty 0.50: 0.26 of 31.2 N = 8.1 N.",
            "12 N against 8.1 N at the worst bound, 4 N at the best: cannot say.",
        ),
        "mae",
        ask,
    )


def sample_record(weeks: int = 8) -> ClinicianDocument:
    """Put the clinical record of the invented plan together."""
    return ClinicianDocument(
        head=CaseHead(
            "Northgate Hand Clinic",
            ("12 Northgate Street", "Lindenford LF2 4QT"),
            "RTW-0042",
            "Maren Ostwald",
            "Ines Halloran",
            (
                ("Operation", "Open carpal tunnel release, right (dominant), 27 Oct 2026"),
                ("Weeks since", "3"),
                ("Job", "Order entry clerk, Harbour & Finch Wholesale Ltd"),
            ),
        ),
        version=PlanVersion(sample_plan(weeks), 3, "Ines Halloran", TODAY),
        capacity=sample_capacity(),
        match=sample_match(),
        formulas=(FormulaLine("Acceptable effort", "1 − (duty cycle − 1/28 800)^0.24", "mae"),),
        sources=(
            SourceLine("mae", "Potvin 2012, Hum Factors 54:175", "10.1177/0018720811424269", "secondary"),
            SourceLine("grip-error", "Test–retest of grip after hand surgery", "–", "yes"),
            SourceLine("pinch-error", "Test–retest of pinch", "–", "no"),
        ),
        proof="Within these limits none reaches full duty before week 8.",
    )


def sample_patient_document(weeks: int = 8) -> PatientDocument:
    """Make what the invented patient takes home."""
    version = PlanVersion(sample_plan(weeks), 3, "Ines Halloran", MONDAY)
    return PatientDocument(
        copy=patient_copy(version, sample_disclosure(), TODAY),
        traffic_light=TrafficLight(
            (
                TrafficStep("Green", "0 to 3 out of 10, gone by next morning", "Carry on as planned."),
                TrafficStep("Amber", "4 or 5, gone by next morning", "Stay at this step. Do not add hours."),
                TrafficStep("Red", "Over 5, or still there next morning", "Go back one step and call us."),
            ),
            "This rule was made for tendons. For nerves the signs above count for more than the number.",
            ("new waking at night", "numbness that spreads or stays", "new weakness"),
        ),
        exercises=(
            ExerciseLine(
                "Nerve gliding", "Wrist straight, open and close the hand slowly.", "5 times, 3 × a day"
            ),
            ExerciseLine("Tendon gliding", "Hook, fist, flat fist, straight.", "10 times, 3 × a day"),
        ),
    )
