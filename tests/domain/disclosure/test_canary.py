"""The canary: every clinical and every unapproved field carries a unique marker; no file may hold one.

Files are searched down to their raw bytes: parts of the archive, streams, properties, alternative
texts, descriptions. What may leave is marked too, so that a search which finds nothing is noticed.
"""

import sys
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bench.sample_release import MONDAY, REVIEW, TODAY, sample_disclosure, sample_plan
from job_profiles.kinds import DemandKind
from reports.calendar_file import Reader, calendar_file
from reports.employer_pdf import employer_pdf
from reports.employer_workbook import employer_workbook
from reports.same_day_note import same_day_note
from reports.snapshot import snapshot_bytes
from reports.types import EmployerReport
from reports.wording import file_stem
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.disclosure.profiles import PROFILES, DisclosureProfile
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import Disclosure
from rtw.domain.hands import Side
from rtw.domain.plan import (
    AccommodationStatus,
    Approvals,
    ChosenAccommodation,
    ClosedTask,
    Consent,
    ConsentScope,
    MadeFrom,
    Owner,
    PhysicianApproval,
    Plan,
    PlanVersion,
    Recipient,
    Restriction,
    TextApproval,
    TreatmentTime,
)
from rtw.domain.schedule.values import Bind, Bout, BreakRule, Day, Schedule, TaskHours, Week

sys.path.insert(0, str(Path(__file__).parents[2] / "reports"))
from opened import calendar_bytes, pdf_bytes, workbook_bytes

MARK = "zq7"


class Marker:
    """Hands out markers that occur nowhere else, and remembers which must not leave."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.secret: list[str] = []
        self.open: list[str] = []

    def _next(self) -> str:
        return f"{MARK}{self.seed}x{len(self.secret) + len(self.open)}q"

    def hide(self) -> str:
        self.secret.append(self._next())
        return self.secret[-1]

    def show(self) -> str:
        self.open.append(self._next())
        return self.open[-1]


def exact_figure(draw: st.DrawFn, marker: Marker) -> float:
    """A figure whose digits would be recognised, and which stands on no rung."""
    figure = draw(st.integers(1, 30)) + 0.123457 + draw(st.integers(0, 99)) / 1e8
    marker.secret += [f"{figure}", f"{figure:.5f}"]
    return figure


def restrictions(draw: st.DrawFn, marker: Marker) -> tuple[Restriction, ...]:
    quantities = [Quantity.FORCE_N, Quantity.LOAD_KG, Quantity.HOURS_PER_DAY, Quantity.ANGLE_DEG]
    return tuple(
        Restriction(
            draw(st.sampled_from(DemandKind)),
            draw(st.sampled_from([*Side, None])),
            draw(st.sampled_from(quantities)),
            exact_figure(draw, marker),
            MONDAY,
            MONDAY + timedelta(weeks=draw(st.integers(1, 9))),
            REVIEW,
            draw(st.sampled_from(Basis)),
            marker.hide(),
        )
        for _ in range(draw(st.integers(0, 4)))
    )


def accommodations(draw: st.DrawFn, marker: Marker, tasks: list[str]) -> tuple[ChosenAccommodation, ...]:
    """Accommodations whose ids and texts are not the catalogue's, so that none may leave."""
    return tuple(
        ChosenAccommodation(
            marker.hide(),
            tuple(tasks[:1]),
            draw(st.sampled_from(Owner)),
            REVIEW,
            draw(st.sampled_from(AccommodationStatus)),
            marker.hide(),
        )
        for _ in range(draw(st.integers(0, 3)))
    )


def schedule(draw: st.DrawFn, marker: Marker, tasks: list[str]) -> Schedule:
    def week(number: int) -> Week:
        blocks = draw(st.integers(1, 6))
        day = Day(draw(st.integers(0, 6)), tuple(TaskHours(task, blocks) for task in tasks), 1.0)
        bind = Bind(marker.hide(), Side.RIGHT, marker.hide(), marker.hide(), marker.hide())
        return Week(number + 1, MONDAY + timedelta(weeks=number), (day,), (bind,))

    weeks = tuple(week(n) for n in range(draw(st.integers(1, 5))))
    return Schedule(weeks, None, (Bout(tasks[0], 30),), BreakRule(30, 5, marker.hide(), marker.hide()))


@st.composite
def marked(draw: st.DrawFn) -> tuple[Marker, PlanVersion, Disclosure, Approvals, DisclosureProfile]:
    """A plan in which everything clinical or unapproved is marked, and what may leave as well.

    Half of them have nothing that waits for approval, so that they are released.
    """
    marker = Marker(draw(st.integers(100, 999)))
    ready = draw(st.booleans())
    own, approved_note = marker.show(), marker.show()
    tasks = [own] if ready else [own, marker.hide()]
    plan = Plan(
        schedule=schedule(draw, marker, tasks),
        restrictions=restrictions(draw, marker),
        accommodations=() if ready else accommodations(draw, marker, tasks),
        review_on=REVIEW,
        made_from=MadeFrom(2, 3, marker.hide()),
        treatment_times=(TreatmentTime(2, time(14), time(15), MONDAY),),
        employer_note=approved_note,
        reason=marker.hide(),
        closed_tasks=(ClosedTask(own), *(() if ready else (ClosedTask(marker.hide()),))),
    )
    disclosure = replace(
        sample_disclosure(), employers_words=frozenset({own, "Order entry clerk"}), catalogue=()
    )
    approvals = Approvals(
        marker.show() if ready else marker.hide(),  # whoever releases is named, but on no draft
        (TextApproval(approved_note, "Ines Halloran", TODAY),),
        PhysicianApproval(marker.hide(), TODAY, 3),
    )
    version = PlanVersion(plan, 3, marker.hide(), TODAY)
    return marker, version, disclosure, approvals, draw(st.sampled_from(list(PROFILES.values())))


def every_file(report: EmployerReport) -> dict[str, bytes]:
    """Everything an employer can get, opened to its bytes."""
    return {
        "workbook": workbook_bytes(employer_workbook(report)),
        "pdf": pdf_bytes(employer_pdf(report)),
        "note": pdf_bytes(same_day_note(report, MONDAY)),
        "calendar": calendar_bytes(calendar_file(report, Reader.EMPLOYER, TODAY)),
        "snapshot": snapshot_bytes(report),
        "name": file_stem(report).encode(),
    }


QUICK = {
    "max_examples": 20,
    "deadline": None,
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would take minutes
    "suppress_health_check": list(HealthCheck),
}


@settings(**QUICK)
@given(marked())
def test_no_marker_leaves(case: tuple[Marker, PlanVersion, Disclosure, Approvals, DisclosureProfile]) -> None:
    marker, version, disclosure, approvals, profile = case
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    draft = release_of(version, profile, disclosure, approvals, consent, TODAY)
    assert draft.report.is_draft is (approvals.released_by in marker.secret)
    files = every_file(draft.report)
    leaks = {
        (name, secret) for name, data in files.items() for secret in marker.secret if secret.encode() in data
    }
    assert leaks == set()
    # the search can see: what may leave is found in each document by the same means
    for name in ("workbook", "pdf", "snapshot"):
        assert all(word.encode() in files[name] for word in marker.open), name


def test_the_search_sees_into_every_kind_of_file() -> None:
    """A marker planted where it may stand is found, so that an empty result means something."""
    planted = replace(sample_disclosure(), reference=f"{MARK}planted")
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    version = PlanVersion(sample_plan(4), 3, "Ines", TODAY)
    profile = PROFILES["functional_only"]
    draft = release_of(version, profile, planted, Approvals(), consent, TODAY)
    found = {name for name, data in every_file(draft.report).items() if f"{MARK}planted".encode() in data}
    assert found == {"workbook", "pdf", "note", "snapshot", "name"}
