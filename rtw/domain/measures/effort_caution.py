"""What speaks against reading a patient's effort from a strength test, as it is shown."""

from dataclasses import dataclass

from rtw.domain.why import Coefficient


@dataclass(frozen=True, slots=True)
class Caution:
    """What speaks against reading effort from a strength test."""

    test: str
    rule: str
    criticism: str
    coefficient: Coefficient
