"""The patient's copy says what the employer's says, with every name, and no note to the employer."""

from dataclasses import replace

from bench.sample_release import NOTE, TASKS, TODAY, sample_disclosure, sample_plan, sample_report
from reports.enums import ReleaseState
from rtw.domain.disclosure.patient_copy import patient_copy
from rtw.domain.plan import PlanVersion

VERSION = PlanVersion(sample_plan(6), 3, "Ines Halloran", TODAY)


def test_it_holds_the_figures_the_employer_reads() -> None:
    copy, employers = patient_copy(VERSION, sample_disclosure(), TODAY), sample_report(6)
    assert copy.restrictions == employers.restrictions
    assert [w.hours for w in copy.weeks] == [w.hours for w in employers.weeks]
    assert copy.state is ReleaseState.RELEASED
    assert NOTE not in {s.text for s in copy.statements}


def test_every_task_keeps_its_name() -> None:
    nobodys = replace(sample_disclosure(), employers_words=frozenset())
    copy = patient_copy(VERSION, nobodys, TODAY)
    assert {t.text for week in copy.weeks for t in week.tasks} == set(TASKS)


def test_an_unsigned_plan_is_a_draft() -> None:
    assert patient_copy(replace(VERSION, number=0, signed_by=None), sample_disclosure(), TODAY).is_draft
