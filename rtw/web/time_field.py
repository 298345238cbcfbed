"""Times as people write them in a plan: `2:30`, `1 h 15`, `45 min`, or a bare number in the field's unit."""

from rtw.web.assessment_form.typed import minutes_in
from rtw.web.number_field import NumberField


def hours_in(written: str) -> float:
    """Read hours; a bare number counts hours. Raises ValueError where it is no time."""
    minutes = minutes_in(written.strip())
    return float(written.strip().replace(",", ".")) if minutes is None else minutes / 60.0


def minutes_of(written: str) -> float:
    """Read minutes; a bare number counts minutes. Raises ValueError where it is no time."""
    minutes = minutes_in(written.strip())
    return float(written.strip().replace(",", ".")) if minutes is None else minutes


class HoursField(NumberField):
    """Hours or None, also as `2:30`, `1 h 15` or `45 min`."""

    def _number(self, text: str) -> float | int:
        minutes = minutes_in(text)
        return super()._number(text if minutes is None else f"{minutes / 60.0}")


class MinutesField(NumberField):
    """Minutes or None, also as `10 min`, `1 h` or `0:45`."""

    def _number(self, text: str) -> float | int:
        minutes = minutes_in(text)
        return super()._number(text if minutes is None else f"{minutes}")
