"""An invented plan of any length and its report, as benches and tests need them: typical, not easy."""

from datetime import date, time, timedelta

from job_profiles.kinds import DemandKind
from reports.types import EmployerReport
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.disclosure.profiles import FUNCTIONAL_ONLY
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import CatalogueEntry, ClinicCard, ContactCard, Disclosure
from rtw.domain.hands import Side
from rtw.domain.plan import (
    AccommodationStatus,
    Approvals,
    ChosenAccommodation,
    Consent,
    ConsentScope,
    MadeFrom,
    Owner,
    Plan,
    PlanVersion,
    Recipient,
    Restriction,
    TextApproval,
    TreatmentTime,
)
from rtw.domain.schedule.values import Bind, Bout, BreakRule, Day, Schedule, TaskHours, Week

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
REVIEW = date(2026, 12, 16)
TASKS = (
    "Data entry, customer orders",
    "Phone and e-mail enquiries",
    "Filing and post",
    "Scanning supplier invoices",
)
NOTE = "Rosa Brandt, team lead, decides which orders are keyed first on the days of 2 h."
CATALOGUE = (
    CatalogueEntry(
        "split-keyboard", "Split keyboard with a low key force, in place of the standard keyboard."
    ),
    CatalogueEntry("forearm-support", "Forearm support along the front edge of the desk, both sides."),
    CatalogueEntry(
        "speech-input", "Speech recognition for e-mails and notes, with a headset and 2 h of training."
    ),
    CatalogueEntry("trolley", "Trolley for post and files, so that nothing over 2 kg is carried by hand."),
    CatalogueEntry("task-swap", "Orders and phone enquiries alternate every 30 min through the day."),
)
_OWNERS = (Owner.EMPLOYER, Owner.EMPLOYER, Owner.CASE_MANAGER, Owner.SUPERVISOR, Owner.SUPERVISOR)
_STATUSES = (
    AccommodationStatus.ORDERED,
    AccommodationStatus.IN_PLACE,
    AccommodationStatus.PROPOSED,
    AccommodationStatus.AGREED,
    AccommodationStatus.AGREED,
)


def sample_schedule(weeks: int) -> Schedule:
    """Grow from short days on three days to full days on five."""
    last = max(weeks - 1, 1)
    return Schedule(
        weeks=tuple(_week(n, n / last) for n in range(weeks)),
        full_duty_week=weeks,
        bouts=(Bout(TASKS[0], 30), Bout(TASKS[1], 45), Bout(TASKS[3], 20)),
        breaks=BreakRule(30, 5, "therapist"),
    )


def _week(number: int, grown: float) -> Week:
    days = (0, 2, 4) if grown < 0.3 else (0, 1, 2, 3, 4)
    return Week(
        index=number + 1,
        monday=MONDAY + timedelta(weeks=number),
        days=tuple(_day(weekday, grown) for weekday in days),
        binds=(Bind("Keying dose of the right hand is at 97 % of its limit", Side.RIGHT, TASKS[0], "mae"),),
    )


def _day(weekday: int, grown: float) -> Day:
    blocks = (2 + round(grown * 6), 2 + round(grown * 2), round(grown * 2), round(grown * 2))
    tasks = tuple(TaskHours(t, b) for t, b in zip(TASKS, blocks, strict=True) if b)
    return Day(weekday, tasks, away_h=1.0 if weekday == 2 else 0.0)


def _restriction(kind: DemandKind, quantity: Quantity, value: float, weeks: int) -> Restriction:
    until = MONDAY + timedelta(weeks=weeks, days=-3)
    origin = "mean of three trials less the error of measuring"
    return Restriction(kind, Side.RIGHT, quantity, value, MONDAY, until, REVIEW, Basis.MEASURED, origin)


def sample_plan(weeks: int) -> Plan:
    """Make an unsigned plan of `weeks` weeks."""
    due = (MONDAY + timedelta(days=4), None, MONDAY + timedelta(days=14), MONDAY, MONDAY)
    return Plan(
        schedule=sample_schedule(weeks),
        restrictions=(
            _restriction(DemandKind.LIFTING, Quantity.LOAD_KG, 2.7, 6),
            _restriction(DemandKind.CARRYING, Quantity.LOAD_KG, 2.7, 6),
            _restriction(DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, 4.2, 8),
            _restriction(DemandKind.KEYBOARDING, Quantity.BOUT_H, 0.55, 8),
            _restriction(DemandKind.TIP_PINCH, Quantity.FORCE_N, 13.4, 6),
            _restriction(DemandKind.HAND_ARM_VIBRATION, Quantity.PERMITTED, 0.0, 10),
            _restriction(DemandKind.PALM_WEIGHT_BEARING, Quantity.PERMITTED, 0.0, 6),
        ),
        accommodations=tuple(
            ChosenAccommodation(
                c.id, (TASKS[n % 3],) if n != 1 else (), _OWNERS[n], due[n], _STATUSES[n], c.text
            )
            for n, c in enumerate(CATALOGUE)
        ),
        review_on=REVIEW,
        made_from=MadeFrom(2, 3, "2026.11"),
        treatment_times=(TreatmentTime(2, time(14, 0), time(15, 30), MONDAY, date(2027, 1, 13)),),
        employer_note=NOTE,
    )


def sample_disclosure() -> Disclosure:
    """Say to whom the invented plan goes."""
    return Disclosure(
        recipient=Recipient.EMPLOYER,
        reference="RTW-0042",
        worker="Maren Ostwald",
        employer="Harbour & Finch Wholesale Ltd",
        job_title="Order entry clerk",
        employers_words=frozenset({"Order entry clerk", *TASKS}),
        clinic=ClinicCard(
            "Northgate Hand Clinic",
            ("12 Northgate Street", "Lindenford LF2 4QT"),
            "+44 1632 960 112",
            "desk@northgate.example",
        ),
        contact=ContactCard(
            "Ines Halloran, occupational therapist", "+44 1632 960 114", "ines@northgate.example"
        ),
        catalogue=CATALOGUE,
    )


def sample_report(weeks: int = 8, *, released: bool = True) -> EmployerReport:
    """Release the invented plan, or preview it as a draft."""
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    approval = TextApproval(NOTE, "Ines Halloran", TODAY)
    approvals = Approvals("Ines Halloran" if released else None, (approval,))
    version = PlanVersion(sample_plan(weeks), 3, "Ines Halloran", TODAY)
    draft = release_of(version, FUNCTIONAL_ONLY, sample_disclosure(), approvals, consent, TODAY)
    if draft.refusals:
        raise AssertionError(draft.refusals)
    return draft.report
