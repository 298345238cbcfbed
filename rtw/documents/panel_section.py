"""A part of the clinician's PDF made of why panels."""

from dataclasses import dataclass

from rtw.domain.why import Why


@dataclass(frozen=True, slots=True)
class PanelSection:
    """A heading with what must be said before its figures, and the panels of the figures."""

    heading: str
    intro: str
    panels: tuple[Why, ...]
