"""A time of day as the browser's own control sends it; empty is None."""

from wtforms import TimeField


class ClockField(TimeField):
    """A time of day. An empty one is None; a wrong one says how to write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the time."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            self.data = None
            raise ValueError("Write the time as hours:minutes, for example 14:30.") from None
