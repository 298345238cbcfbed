"""Maximum acceptable effort (Potvin 2012): the share of strength that can be repeated at a duty cycle.

Made on healthy workers: applied to a hand's own measured strength it is orientation, not proof.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MaeCoefficients:
    """MAE = 1 − (duty cycle − offset) ** exponent.

    `offset` is the duty cycle of one effort in a working day, where the whole strength is acceptable.
    Above `sparse_above` few data stood behind the fit. `rms_error` is its error as a share of strength.
    """

    exponent: float
    offset: float
    sparse_above: float
    rms_error: float
    source: str


def mae(duty_cycle: float, coefficients: MaeCoefficients) -> float:
    """Give the acceptable share of strength (0 to 1) at `duty_cycle` (effort time / total time, 0 to 1).

    Raises ValueError outside 0 to 1: a cycle cannot be more than full.
    """
    if not 0.0 <= duty_cycle <= 1.0:
        raise ValueError(f"a duty cycle lies between 0 and 1, not {duty_cycle}")
    loaded = max(0.0, duty_cycle - coefficients.offset)
    return float(1.0 - loaded**coefficients.exponent)


def duty_cycle_at(share: float, coefficients: MaeCoefficients) -> float:
    """Give the highest duty cycle (0 to 1) at which `share` of strength (0 to 1) is still acceptable."""
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"a share of strength lies between 0 and 1, not {share}")
    return min(1.0, float((1.0 - share) ** (1.0 / coefficients.exponent)) + coefficients.offset)


def mae_warnings(duty_cycle: float, coefficients: MaeCoefficients) -> tuple[str, ...]:
    """Say what to bear in mind when reading the figure at this duty cycle."""
    warnings = ["Made on healthy workers; applied here to this hand's own strength."]
    if duty_cycle >= coefficients.sparse_above:
        warnings.append(f"Few data stand behind duty cycles of {coefficients.sparse_above:.0%} and more.")
    if duty_cycle <= coefficients.offset:
        warnings.append("At one effort a day or less the whole strength counts as acceptable.")
    return tuple(warnings)
