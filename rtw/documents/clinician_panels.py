"""Why panels in the clinician's PDF: what figures of one model share is printed once, above the figures."""

from collections.abc import Iterator
from typing import Any

from rtw.documents.marks import Marks
from rtw.documents.panel_section import PanelSection
from rtw.domain.why import Coefficient, Why


def panel_sections(sections: tuple[PanelSection, ...], marks: Marks) -> list[dict[str, Any]]:
    """Write every section that holds a figure, its panels gathered by the model they come from."""
    return [
        {
            "heading": section.heading,
            "intro": section.intro,
            "models": [_model(name, panels, marks) for name, panels in _by_model(section.panels)],
        }
        for section in sections
        if section.panels
    ]


def _by_model(panels: tuple[Why, ...]) -> Iterator[tuple[str, list[Why]]]:
    """Gather panels of one model: equal names, formulas, coefficients and grounds."""
    alike: dict[tuple[object, ...], list[Why]] = {}
    for panel in panels:
        key = (_name(panel), panel.formula, panel.coefficients, panel.validated_on)
        alike.setdefault(key, []).append(panel)
    for together in alike.values():
        yield _name(together[0]), together


def _name(panel: Why) -> str:
    """Name the model: subjects read `model: task, hand`."""
    return panel.subject.partition(": ")[0]


def _model(name: str, panels: list[Why], marks: Marks) -> dict[str, Any]:
    first = panels[0]
    shared = [caution for caution in first.cautions if all(caution in panel.cautions for panel in panels)]
    return {
        "name": name,
        "formula": first.formula or "",
        "published": [_published(each, marks) for each in first.coefficients],
        "validated": first.validated_on,
        "cautions": shared,
        "panels": [_panel(panel, shared) for panel in panels],
    }


def _panel(panel: Why, shared: list[str]) -> dict[str, Any]:
    of = panel.subject.partition(": ")[2]
    return {
        "result": f"{of[0].upper()}{of[1:]}: {panel.result}" if of else panel.result,
        "inputs": [
            f"{each.name}: {each.value} ({each.origin.label}{', ' + each.where if each.where else ''})"
            for each in panel.inputs
        ],
        "steps": list(panel.steps),
        "cautions": [caution for caution in panel.cautions if caution not in shared],
    }


def _published(each: Coefficient, marks: Marks) -> str:
    where = f", {each.where}" if each.where else ""
    return f"{each.meaning}: {each.value} ({marks.of_figure(each)}{where})"
