"""Which longest stretches of a task an employer is told."""

from dataclasses import replace

from bench.sample_release import NOTE, TASKS, TODAY, sample_disclosure, sample_plan
from rtw.domain.disclosure.profiles import FUNCTIONAL_ONLY
from rtw.domain.disclosure.release import release_of
from rtw.domain.plan import Approvals, Consent, ConsentScope, PlanVersion, Recipient, TextApproval
from rtw.domain.schedule.values import Bout


def test_the_longest_stretch_of_a_task_that_only_a_change_serves_is_told_too() -> None:
    """A closed task has no hours, but the change that is to open it names a length."""
    plan = sample_plan(8)
    shut, unserved = "Hammering", "Sawing"
    bouts = (*plan.schedule.bouts, Bout(shut, 18), Bout(unserved, 18))
    changes = (replace(plan.accommodations[0], tasks=(shut,)), *plan.accommodations[1:])
    plan = replace(plan, schedule=replace(plan.schedule, bouts=bouts), accommodations=changes)
    disclosure = replace(sample_disclosure(), employers_words=frozenset({*TASKS, shut}))
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)
    approvals = Approvals("Ines Halloran", (TextApproval(NOTE, "Ines Halloran", TODAY),))
    version = PlanVersion(plan, 3, "Ines Halloran", TODAY)
    draft = release_of(version, FUNCTIONAL_ONLY, disclosure, approvals, consent, TODAY)
    told = {bout.task.text: bout.at_most.value for bout in draft.report.bouts}
    assert told[shut] == 15
    assert unserved not in told
