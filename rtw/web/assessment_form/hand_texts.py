"""One hand of the assessment form: what was found, as texts of fields and back.

Fields are named side, measure, part: `right-grip-1`, `left-motion-index.pip_flexion`.
"""

from collections.abc import Iterator
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.findings import (
    Digit,
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    MuscleGrade,
    Swelling,
    Zone,
    ZoneSensation,
)
from rtw.domain.capacity import Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.web.assessment_form.muscle_grade import grade_in_words, typed_grade
from rtw.web.assessment_form.typed import Typed, shown

TRIALS: Final = (1, 2, 3)
RUNGS: Final = (1, 2, 3, 4, 5)

PINCHES: Final = {
    "tip_pinch": DemandKind.TIP_PINCH,
    "key_pinch": DemandKind.KEY_PINCH,
    "palmar_pinch": DemandKind.PALMAR_PINCH,
}

ARM_MOTIONS: Final = (
    Motion.WRIST_FLEXION,
    Motion.WRIST_EXTENSION,
    Motion.RADIAL_DEVIATION,
    Motion.ULNAR_DEVIATION,
    Motion.PRONATION,
    Motion.SUPINATION,
    Motion.ELBOW_FLEXION,
    Motion.ELBOW_EXTENSION,
    Motion.THUMB_PALMAR_ABDUCTION,
    Motion.THUMB_RADIAL_ABDUCTION,
)
"""Motions that belong to no finger."""

_FINGER: Final = (
    Motion.MP_FLEXION,
    Motion.MP_EXTENSION,
    Motion.PIP_FLEXION,
    Motion.PIP_EXTENSION,
    Motion.DIP_FLEXION,
    Motion.DIP_EXTENSION,
)
_THUMB: Final = (Motion.MP_FLEXION, Motion.MP_EXTENSION, Motion.IP_FLEXION, Motion.IP_EXTENSION)

FINGER_JOINTS: Final = {digit: _THUMB if digit is Digit.THUMB else _FINGER for digit in Digit}
"""Motions of each digit's joints."""

GRADES: Final = {
    "N": Sensation.NORMAL,
    "DLT": Sensation.DIMINISHED_LIGHT_TOUCH,
    "DP": Sensation.DIMINISHED_PROTECTIVE,
    "LP": Sensation.LOSS_OF_PROTECTIVE,
    "DPO": Sensation.DEEP_PRESSURE_ONLY,
    "U": Sensation.UNTESTABLE,
}
"""Letters that may be typed where the grade is known and the filament is not."""

_SINGLE: Final = (
    ("peg", "nine_hole_peg_s", "nine-hole peg"),
    ("blocks", "box_and_block", "box and block"),
    ("circumference", "wrist_circumference_cm", "wrist circumference"),
    ("scar", "scar_tenderness", "scar tenderness"),
    ("pillar", "pillar_tenderness", "pillar tenderness"),
)
_MRC: Final = (
    ("abductor", "thumb_abductor_mrc", "thumb abductor"),
    ("interosseous", "first_interosseous_mrc", "first interosseous"),
)


def motion_key(motion: Motion, digit: Digit | None) -> str:
    """Name a motion within a field's name."""
    return f"{digit.value}.{motion.value}" if digit else motion.value


def all_motions() -> Iterator[tuple[Motion, Digit | None]]:
    """Every motion the form has a field for."""
    yield from ((motion, None) for motion in ARM_MOTIONS)
    for digit, joints in FINGER_JOINTS.items():
        yield from ((motion, digit) for motion in joints)


def texts_of_hand(hand: HandFindings, unit: AmountUnit) -> dict[str, str]:
    """Write what was found on one hand into its fields, strengths in `unit`."""
    texts = _strength_texts(hand, unit) | _motion_texts(hand) | _sensation_texts(hand)
    texts |= {name: shown(getattr(hand, field)) for name, field, _ in _SINGLE}
    texts |= {name: grade_in_words(getattr(hand, field)) for name, field, _ in _MRC}
    texts["swelling"] = hand.swelling.value if hand.swelling else ""
    texts["wound"] = hand.wound.value if hand.wound else ""
    texts["unaffected"] = "y" if hand.unaffected else ""
    return {f"{hand.side.value}-{name}": text for name, text in texts.items()}


def _strength_texts(hand: HandFindings, unit: AmountUnit) -> dict[str, str]:
    main = hand.grip[0] if hand.grip else None
    texts = _trial_texts("grip", main.trials if main else None, unit)
    texts["grip-rung"] = str(main.rung) if main and main.rung else ""
    curve = {grip.rung: grip.trials for grip in hand.grip[1:]}
    for rung in RUNGS:
        trials = curve.get(rung)
        texts[f"rung-{rung}"] = _amount(trials.newtons[0], unit) if trials and trials.entered else ""
    for name in PINCHES:
        texts |= _trial_texts(name, getattr(hand, name), unit)
    return texts


def _trial_texts(name: str, trials: Trials | None, unit: AmountUnit) -> dict[str, str]:
    """Trials as they were entered; in another unit where the form is in another one."""
    values = [""] * len(TRIALS)
    if trials is not None:
        same = trials.unit is unit
        written = (
            [shown(v, 2) for v in trials.entered] if same else [_amount(n, unit) for n in trials.newtons]
        )
        values = (written + values)[: len(TRIALS)]
    return {f"{name}-{trial}": value for trial, value in zip(TRIALS, values, strict=True)}


def _amount(newtons: float, unit: AmountUnit) -> str:
    return shown(newtons / unit.newtons, 2)


def _motion_texts(hand: HandFindings) -> dict[str, str]:
    found = {(entry.motion, entry.digit): entry.degrees for entry in hand.motion}
    return {f"motion-{motion_key(m, d)}": shown(found.get((m, d)), 1) for m, d in all_motions()}


def _sensation_texts(hand: HandFindings) -> dict[str, str]:
    found = {entry.zone: entry for entry in hand.sensation}
    letters = {grade: letter for letter, grade in GRADES.items()}
    texts = {}
    for zone in Zone:
        entry = found.get(zone, ZoneSensation(zone))
        by_grade = letters[entry.grade] if entry.grade is not None else ""
        texts[f"touch-{zone.value}"] = shown(entry.monofilament, 2) or by_grade
        texts[f"two_point-{zone.value}"] = shown(entry.two_point_mm)
    return texts


def read_hand(typed: Typed, side: Side, unit: AmountUnit) -> HandFindings:
    """Read the fields of one hand; what cannot be read is noted in `typed` and left out."""
    form = _Hand(typed, side, unit)
    single = {field: form.number(name, what) for name, field, what in _SINGLE}
    power = {field: form.power(name, what) for name, field, what in _MRC}
    pinches = {name: form.trials(name, kind.label.lower()) for name, kind in PINCHES.items()}
    return HandFindings(
        side=side,
        grip=form.grip(),
        motion=form.motion(),
        sensation=form.sensation(),
        swelling=typed.choice(f"{side}-swelling", Swelling),
        wound=typed.choice(f"{side}-wound", Wound),
        unaffected=typed.ticked(f"{side}-unaffected"),
        **single,  # type: ignore[arg-type]
        **power,  # type: ignore[arg-type]
        **pinches,  # type: ignore[arg-type]
    )


class _Hand:
    """The fields of one hand, read one after the other."""

    def __init__(self, typed: Typed, side: Side, unit: AmountUnit) -> None:
        self._typed, self._side, self._unit = typed, side, unit

    def _name(self, name: str) -> str:
        return f"{self._side.value}-{name}"

    def _words(self, what: str) -> str:
        return f"{self._side.label}, {what}"

    def number(self, name: str, what: str) -> float | None:
        return self._typed.number(self._name(name), self._words(what))

    def whole(self, name: str, what: str) -> int | None:
        return self._typed.whole(self._name(name), self._words(what))

    def power(self, name: str, what: str) -> MuscleGrade | int | None:
        """Read a grade of muscle power. Empty: None."""
        written = self._typed.text(self._name(name))
        grade = typed_grade(written)
        if written and grade is None:
            self._typed.errors[self._name(name)] = (
                f"{self._words(what)}: “{written}” is no MRC grade. "
                f"Write 0 to 5, with + or − where you grade so: {', '.join(MuscleGrade)}."
            )
        return grade

    def trials(self, name: str, what: str) -> Trials | None:
        names = tuple(self._name(f"{name}-{trial}") for trial in TRIALS)
        values = self._typed.numbers(names, self._words(what))
        return Trials(values, self._unit) if values else None

    def grip(self) -> tuple[GripAtRung, ...]:
        """Read the trials first, then the curve over the rungs; the trials keep the first place."""
        main = self.trials("grip", "grip")
        rung = self.whole("grip-rung", "rung of the grip")
        points = ((r, self.number(f"rung-{r}", f"grip at rung {r}")) for r in RUNGS)
        curve = tuple(GripAtRung(Trials((v,), self._unit), r) for r, v in points if v is not None)
        if main is None and not curve:
            return ()
        return (GripAtRung(main or Trials((), self._unit), rung), *curve)

    def motion(self) -> tuple[MotionFinding, ...]:
        found = []
        for motion, digit in all_motions():
            what = f"{digit.label.lower()} {motion.label}" if digit else motion.label.lower()
            degrees = self.number(f"motion-{motion_key(motion, digit)}", what)
            if degrees is not None:
                found.append(MotionFinding(motion, degrees, digit))
        return tuple(found)

    def sensation(self) -> tuple[ZoneSensation, ...]:
        zones = (self._zone(zone) for zone in Zone)
        return tuple(entry for entry in zones if entry != ZoneSensation(entry.zone))

    def _zone(self, zone: Zone) -> ZoneSensation:
        """Read a filament by its number, or a grade by its letters."""
        name = f"touch-{zone.value}"
        grade = GRADES.get(self._typed.text(self._name(name)).upper())
        filament = None if grade is not None else self.number(name, f"{zone.label.lower()}, filament")
        distance = self.number(f"two_point-{zone.value}", f"{zone.label.lower()}, two points")
        return ZoneSensation(zone, filament, grade, distance)
