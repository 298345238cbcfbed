from dataclasses import replace
from datetime import date

import pytest

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, FrequencyScale, JobProfile, ScaleBasis, Task
from rtw.domain.why import Origin
from rtw.services.jobs.catalogue import VersionSummary
from rtw.services.jobs.demand_panel import READ, TYPED, version_panel

ON = date(2026, 3, 2)
GRIP = Demand(DemandKind.POWER_GRIP, force_n=60.0, sheet="Demands", cell="D4")
LIFT = Demand(DemandKind.LIFTING, load_range_kg=(2.0, 5.0), frequency_band="O")


def _version(filename: str | None) -> VersionSummary:
    return VersionSummary(1, 2, ON, "Anna Therapist", filename, None, None, locked=False, copied_from=None)


def _job(*demands: Demand) -> JobProfile:
    return JobProfile("Packer", tasks=(Task("Pack", demands=demands),))


def test_figures_of_a_file_are_the_employers_and_say_where_they_stand() -> None:
    panel = version_panel(_job(GRIP), _version("packer.xlsx"))
    assert panel.formula == READ
    (sheet,) = panel.inputs
    assert (sheet.value, sheet.origin) == ("packer.xlsx", Origin.EMPLOYER)
    assert sheet.where == "version 2, confirmed on 2 March 2026 by Anna Therapist"


def test_what_was_typed_is_the_therapists() -> None:
    panel = version_panel(_job(GRIP), _version(None))
    assert (panel.formula, panel.inputs[0].origin) == (TYPED, Origin.CLINICIAN)


@pytest.mark.parametrize(
    ("demand", "told"),
    [(GRIP, ("1 kgf = 9.80665 N", "1 lbf = 4.44822162 N")), (LIFT, ("1 lb = 0.45359237 kg", "A band"))],
)
def test_only_factors_that_were_used_are_told(demand: Demand, told: tuple[str, ...]) -> None:
    steps = " | ".join(version_panel(_job(demand), _version("packer.xlsx")).steps)
    assert all(words in steps for words in told)
    assert ("kgf" in steps) == (demand is GRIP)


@pytest.mark.parametrize(
    ("basis", "words"), [(ScaleBasis.SHARE_OF_SHIFT, "× the hours"), (ScaleBasis.HOURS_PER_DAY, "own scale")]
)
def test_letters_say_what_they_count(basis: ScaleBasis, words: str) -> None:
    scale = FrequencyScale(basis, (("O", (0.0, 0.33)),))
    job = replace(_job(LIFT), frequency_scale=scale)
    assert any(words in step for step in version_panel(job, _version("packer.xlsx")).steps)


def test_what_a_person_answered_is_named_with_its_row() -> None:
    task = Task("Pack", given=("hours_per_day",), demands=(replace(GRIP, given=("efforts_per_minute",)),))
    job = JobProfile("Packer", tasks=(task,), given=("shift_hours",))
    given = version_panel(job, _version("packer.xlsx")).inputs[1:]
    assert [(each.name, each.value) for each in given] == [
        ("Packer", "shift hours"),
        ("Pack", "hours per day"),
        ("Pack: power grip", "efforts per minute"),
    ]
    assert {each.origin for each in given} == {Origin.CLINICIAN}
