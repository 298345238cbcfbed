"""What stands behind a figure."""

from rtw.domain.figure import Figure, SourceId, Verified
from rtw.domain.published import Constants
from rtw.domain.why import Origin, Why, coefficient, entry

A = Figure(0.24, "1", "Exponent", SourceId("a"), "Adults", Verified.SECONDARY, low=0.2, high=0.3)
B = Constants("Line", "a x + b", (2.0, 1.0), SourceId("b"), "Adults", Verified.YES, where="p. 3")


def test_an_entry_has_no_formula_and_names_whose_it_is():
    panel = entry("Grip, right", "182 N", Origin.CLINICIAN, "visit of 3 November 2026")
    assert panel.formula is None
    assert panel.inputs[0].origin.label == "the therapist's own entry"


def test_sources_stand_once_and_an_unread_one_marks_the_figure():
    panel = Why("X", "1", "a x", coefficients=(coefficient(B), coefficient(B)))
    assert panel.sources == ("b",)
    assert not panel.is_marked
    assert Why("X", "1", coefficients=(coefficient(A), coefficient(B))).is_marked


def test_published_values_show_range_unit_formula_and_constants():
    assert coefficient(A).value == "0.24 (0.2 to 0.3)"
    assert coefficient(B).value == "a x + b, with a = 2, b = 1"
    assert coefficient(B).where == "p. 3"
