"""Whose a figure of the job is: of the employer's sheet where it has a cell, else entered by hand."""

from dataclasses import replace

from job_profiles.kinds import DemandKind
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.why import Origin
from rtw.services.demand_origin import cell_of, part_by_hand, whose_demand, whose_job
from rtw.web.match_page import needed_words

READ = Demand(kind=DemandKind.LIFTING, load_kg=5.0, as_written="11 lb", sheet="Demands", cell="C7")
TYPED = Demand(kind=DemandKind.HAND_ARM_VIBRATION, hours_per_day=0.5, as_written="15 N")


def job(*demands: Demand) -> JobProfile:
    return JobProfile("Groom", tasks=(Task("Clipping", demands=demands),))


def test_a_figure_without_a_cell_is_said_to_be_entered_by_hand() -> None:
    assert (whose_demand(READ), cell_of(READ)) == (Origin.EMPLOYER, "Demands, C7")
    assert (whose_demand(TYPED).label, cell_of(TYPED)) == ("entered by hand", "")


def test_a_job_is_entered_by_hand_only_where_no_demand_was_read() -> None:
    assert whose_job(job(TYPED)) is Origin.TYPED
    assert whose_job(job(TYPED, READ)) is Origin.EMPLOYER
    assert part_by_hand(job(TYPED, READ)) == "a part of it entered by hand"
    assert part_by_hand(job(READ)) == part_by_hand(job(TYPED)) == ""


def test_words_that_were_typed_are_not_said_to_stand_in_a_sheet() -> None:
    assert needed_words(TYPED, ()).endswith("entered as “15 N”")
    assert needed_words(replace(READ, hours_per_day=0.5), ()).endswith("in the sheet “11 lb”")
