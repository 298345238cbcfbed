"""Employer PDF: ours against WeasyPrint, tagged PDF/UA-1 on both sides, on equal content.

Every report differs from the one before, so that neither side gains from remembering it. What does not
differ, templates and our fonts, is read once on both sides; WeasyPrint is called as its manual does.
"""

import base64
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import Template

from bench.sample_release import sample_report
from reports.employer_pdf import employer_pdf, report_data
from reports.enums import IdentifierKind
from reports.types import EmployerReport, Identifier

WEEKS = 8
ROUNDS = 9
WARM_UP = 2
_TEMPLATE = Path(__file__).with_name("employer_report.html")
Maker = Callable[[EmployerReport], bytes]

_FONTS = Path(__file__).parents[1] / "reports" / "typesetting" / "fonts"


def run() -> list[dict[str, object]]:
    """Measure both in this process, warmed up and turn about, and return the medians."""
    name = f"employer PDF, {WEEKS} weeks"
    try:
        import weasyprint
    except (ImportError, OSError) as missing:
        # The library loads Pango when it is imported; without it there is nothing to compare with.
        ours, _ = medians_ms(employer_pdf, None)
        note = f"WeasyPrint cannot be loaded: {missing}"
        return [{"name": name, "value": round(ours, 1), "unit": "ms", "ratio": None, "against": note}]
    ours, theirs = medians_ms(employer_pdf, by_weasyprint)
    against = f"WeasyPrint {weasyprint.__version__}, same content and fonts, PDF/UA-1: {theirs:.0f} ms"
    return [
        {
            "name": name,
            "value": round(ours, 1),
            "unit": "ms",
            "ratio": round(theirs / ours, 1),
            "against": against,
        }
    ]


def medians_ms(ours: Maker, theirs: Maker | None) -> tuple[float, float]:
    """Time both over reports that all differ, turn about, so that other load falls on both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + WARM_UP):
        times[0].extend(milliseconds(ours, nth_report(2 * number + turn)) for turn in (0, 1))
        if theirs is not None:
            times[1].append(milliseconds(theirs, nth_report(2 * number)))
    return statistics.median(times[0][2 * WARM_UP :]), statistics.median(times[1][WARM_UP:] or [0.0])


def milliseconds(make: Maker, report: EmployerReport) -> float:
    """Time one document."""
    start = time.perf_counter()
    make(report)
    return (time.perf_counter() - start) * 1000


def nth_report(number: int) -> EmployerReport:
    """Make the sample report of another worker, begun in another week of the plan."""
    report = sample_report(WEEKS + number % 3)
    worker = Identifier(IdentifierKind.WORKER, f"Worker {number} Ostwald")
    return replace(report, worker=worker, version=number + 1, weeks=report.weeks[-WEEKS:])


def by_weasyprint(report: EmployerReport) -> bytes:
    """Set the same words, tables and chart with WeasyPrint."""
    import weasyprint

    data = report_data(report)
    chart64 = base64.b64encode(str(data["chart"]).encode()).decode()
    html = _template().render(**data, chart64=chart64)
    document = weasyprint.HTML(string=html, base_url=f"{_FONTS}/")
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


@cache
def _template() -> Template:
    """Compile the page once: that is no work of WeasyPrint's."""
    return Template(_TEMPLATE.read_text(encoding="utf-8"), autoescape=True)


if __name__ == "__main__":
    print(run())
