"""The closed lists the assessment form offers, in the order it offers them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Measure
from rtw.domain.assessment.findings import Digit, Motion, Swelling, Zone
from rtw.domain.capacity import Wound
from rtw.domain.hands import BOTH_SIDES, Side
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.scores.definition import PAIN_SCORES, ScoreId
from rtw.web.assessment_form.hand_texts import ARM_MOTIONS, FINGER_JOINTS
from rtw.web.assessment_form.limit_rows import UNITS, LimitUnit
from rtw.web.assessment_form.summary import WOUND_WORDS
from rtw.web.assessment_form.visit_texts import LOADS

_NOT_SEEN: Final = ("", "not examined")


@dataclass(frozen=True, slots=True)
class FormLists:
    """What can be chosen, and which rows there are."""

    sides: tuple[Side, ...]
    strengths: tuple[tuple[DemandKind, str, Measure], ...]
    zones: tuple[Zone, ...]
    arm_motions: tuple[Motion, ...]
    finger_joints: Mapping[Digit, tuple[Motion, ...]]
    joint_motions: tuple[Motion, ...]
    wounds: tuple[tuple[str, str], ...]
    swellings: tuple[tuple[str, str], ...]
    loads: tuple[DemandKind, ...]
    kinds: tuple[DemandKind, ...]
    limit_units: dict[str, LimitUnit]
    measure: type[Measure]
    pain_scores: Mapping[str, ScoreId]


def _of_wound(wound: Wound) -> tuple[str, str]:
    return wound.value, WOUND_WORDS[wound]


FORM_LISTS: Final = FormLists(
    sides=BOTH_SIDES,
    strengths=tuple((kind, test.measure.value, test.measure) for kind, test in TEST_OF.items()),
    zones=tuple(Zone),
    arm_motions=ARM_MOTIONS,
    finger_joints=FINGER_JOINTS,
    joint_motions=tuple(dict.fromkeys(motion for joints in FINGER_JOINTS.values() for motion in joints)),
    wounds=(_NOT_SEEN, *(_of_wound(wound) for wound in Wound)),
    swellings=(_NOT_SEEN, *((swelling.value, swelling.label.lower()) for swelling in Swelling)),
    loads=LOADS,
    kinds=tuple(sorted(DemandKind, key=lambda kind: kind.label)),
    limit_units=UNITS,
    measure=Measure,
    pain_scores={score.value: score for score in PAIN_SCORES},
)
