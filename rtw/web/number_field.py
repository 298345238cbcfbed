"""A number as people type it: with a point or a comma, empty where nothing is wanted."""

from typing import Any

from wtforms import Field
from wtforms.widgets import TextInput


class NumberField(Field):
    """A number or None. `lowest` and `highest` are both allowed; what is wrong is told in words."""

    widget = TextInput()
    data: Any

    def __init__(
        self, label: str, lowest: float, highest: float, *, whole: bool = False, **options: Any
    ) -> None:
        super().__init__(label, **options)
        self.lowest, self.highest, self.whole = lowest, highest, whole
        self.render_kw = {"inputmode": "numeric" if whole else "decimal", "autocomplete": "off"}

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        text = valuelist[0].strip().replace(",", ".") if valuelist else ""
        self.data = None
        if text:
            self.raw_data = valuelist
            self.data = self._number(text)

    def _number(self, text: str) -> float | int:
        words = f"Enter a {'whole ' if self.whole else ''}number from {self.lowest:g} to {self.highest:g}."
        try:
            number = float(text)
        except ValueError:
            raise ValueError(words) from None
        if not self.lowest <= number <= self.highest or (self.whole and number != int(number)):
            raise ValueError(words)
        return int(number) if self.whole else number

    def _value(self) -> str:
        """Write the number without needless zeros; what could not be read stays as typed."""
        if self.data is None:
            return self.raw_data[0] if self.raw_data else ""
        return f"{float(self.data):g}"
