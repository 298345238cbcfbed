"""A reading comes out of its parcel as it went in, and a parcel can make nothing but a reading."""

import marshal
import pickle
from dataclasses import replace

import pytest

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem, Severity
from job_profiles.profile import (
    Demand,
    FrequencyScale,
    JobProfile,
    LiftGeometry,
    ScaleBasis,
    Shift,
    Task,
)
from job_profiles.read import Reading
from job_profiles.reading_parcel import pack_reading, unpack_reading

LIFT = Demand(
    DemandKind.LIFTING,
    Hand.BOTH,
    load_kg=12.5,
    load_range_kg=(10.0, 12.5),
    hours_range=(0.5, 1.5),
    geometry=LiftGeometry(25.0, 70.0, coupling="good"),
    machine_paced=False,
    quality=Quality.MEASURED,
    as_written="10–12,5 kg",
    sheet="Übersicht",
    cell="D7",
    given=("quality", "hand"),
)
GRIP = Demand(DemandKind.POWER_GRIP, efforts_per_minute=3.0, tool="shears")
SCALE = FrequencyScale(ScaleBasis.SHARE_OF_SHIFT, (("O", (0.0, 1 / 3)), ("F", (1 / 3, 2 / 3))))
PACKER = JobProfile(
    "Packer",
    "Harbour & Finch",
    shift=Shift(8.0, 5.0),
    frequency_scale=SCALE,
    tasks=(
        Task("Close bags", True, 2.0, demands=(LIFT, GRIP)),
        Task("Wait", None, None, (0.5, 1.0)),
        Task("Sort", False, demands=(GRIP, replace(LIFT, hand=None, geometry=None), GRIP), given=("name",)),
    ),
    given=("shift_hours",),
)
QUESTION = Problem(
    Severity.QUESTION,
    "efforts-unknown",
    "How often?",
    "Give efforts per minute.",
    "Übersicht",
    "D7:D9",
    asks="settled/efforts-unknown",
    choices=(Choice("each", "on each hand"),),
    fields=(AnswerField("efforts_per_minute/x", "x", AnswerKind.PER_MINUTE, (Choice("1", "1"),), "Packer"),),
    sample=("12", "15"),
)
FULL = Reading((PACKER, JobProfile("Driver")), (QUESTION,), True, "a1b2", ("Übersicht", "Legend"))
REFUSED = Reading((), (Problem(Severity.ERROR, "file-damaged", "Broken.", "Send it again."),), False, "")


@pytest.mark.parametrize("reading", [FULL, REFUSED])
def test_a_reading_comes_back_as_it_was(reading):
    back = unpack_reading(pack_reading(reading))
    assert back == reading
    assert repr(back) == repr(reading)  # also whether a number is whole, and of which class a word is


@pytest.mark.parametrize(
    "parcel",
    [
        b"",
        b"not a parcel",
        pack_reading(FULL)[:-40],
        pickle.dumps(FULL),
        marshal.dumps(3),
        marshal.dumps((("Reading", []), [])),
        marshal.dumps((("Reading", [("Popen", "true")], [], True, ""), [])),
        marshal.dumps((("Reading", [("Hand", "third")], [], True, ""), [])),
        marshal.dumps((("Reading", [], [], True, ""), [(1, 2), ([], [5])])),
    ],
)
def test_what_is_no_reading_is_refused(parcel):
    with pytest.raises(ValueError, match="not the parcel of a reading"):
        unpack_reading(parcel)
