"""This product's own conventions for assessments: chosen, not published, and handed in like any figure."""

from rtw.domain.assessment.assessment import Measure
from rtw.domain.assessment.copy_forward import CopyValidity
from rtw.domain.assessment.plausibility import PlausibilityRules, UsualRange

CONVENTION = "product_convention"

_DAYS = {
    Measure.GRIP: 28,
    Measure.TIP_PINCH: 28,
    Measure.KEY_PINCH: 28,
    Measure.PALMAR_PINCH: 28,
    Measure.NINE_HOLE_PEG: 28,
    Measure.BOX_AND_BLOCK: 28,
    Measure.MOTION: 28,
    Measure.MUSCLE_POWER: 28,
    Measure.SENSATION: 28,
    Measure.SAFE_LOADS: 28,
    Measure.TOLERANCES: 14,
    Measure.TENDERNESS: 14,
    Measure.DIFFICULTY: 14,
    Measure.SWELLING: 7,
    Measure.WOUND: 7,
    Measure.UNAFFECTED: 90,
}

COPY_VALIDITY = tuple(CopyValidity(measure, days, CONVENTION) for measure, days in _DAYS.items())
"""Days a copied measure may be used. Pain and night waking are asked anew at every visit."""

USUAL = (
    UsualRange("wrist_circumference_cm", "wrist circumference", 10.0, 30.0, "cm"),
    UsualRange("nine_hole_peg_s", "nine-hole peg", 8.0, 300.0, "s"),
    UsualRange("box_and_block", "box and block", 1.0, 120.0, "blocks"),
)
"""Wide enough for any adult hand; a figure beyond is asked about: 172 cm is a wrist in millimetres."""

PLAUSIBILITY = PlausibilityRules(
    max_grip_n=900.0,
    max_pinch_n=250.0,
    trial_factor=1.5,
    change_factor=1.8,
    usual=USUAL,
    two_points_mm=(1.0, 25.0),
)
"""Where an entry is asked about. The change factor lies below 2.2, the factor of a pound for a kilogram.

Greatest motions are published figures; the caller adds them.
"""

MOTION_FACTOR = 1.5
"""An active motion is asked about beyond the largest published normal times this: many healthy joints
go a little further, and a slip of the keyboard goes much further."""
