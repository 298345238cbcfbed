"""Employer PDF: ours against WeasyPrint, tagged PDF/UA-1 on both sides, on equal content.

Every report differs from the one before, so that neither side gains from remembering it.
"""

import base64
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jinja2 import Template

from bench.sample_release import sample_report
from reports.employer_pdf import employer_pdf, report_data
from reports.enums import IdentifierKind
from reports.types import EmployerReport, Identifier

WEEKS = 8
OURS = 15
THEIRS = 5
_TEMPLATE = Path(__file__).with_name("employer_report.html")
_FONTS = Path(__file__).parents[1] / "reports" / "typesetting" / "fonts"


def run() -> list[dict[str, object]]:
    """Measure both in this process, warmed up, and return the medians."""
    ours = median_ms(employer_pdf, OURS)
    figure: dict[str, object] = {
        "name": f"employer PDF, {WEEKS} weeks",
        "value": round(ours, 1),
        "unit": "ms",
        "ratio": None,
        "against": "WeasyPrint is not installed",
    }
    try:
        import weasyprint
    except (ImportError, OSError) as missing:
        # The library loads Pango when it is imported; without it there is nothing to compare with.
        return [{**figure, "against": f"WeasyPrint cannot be loaded: {missing}"}]
    theirs = median_ms(by_weasyprint, THEIRS)
    against = f"WeasyPrint {weasyprint.__version__}, same content and fonts, PDF/UA-1: {theirs:.0f} ms"
    return [{**figure, "ratio": round(theirs / ours, 1), "against": against}]


def median_ms(make: Callable[[EmployerReport], bytes], rounds: int) -> float:
    """Time `make` over reports that all differ, after two to warm up."""
    times = []
    for number in range(rounds + 2):
        report = nth_report(number)
        start = time.perf_counter()
        make(report)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[2:])


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
    html = Template(_TEMPLATE.read_text(encoding="utf-8"), autoescape=True).render(**data, chart64=chart64)
    document = weasyprint.HTML(string=html, base_url=f"{_FONTS}/")
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    print(run())
