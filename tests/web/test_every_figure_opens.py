"""Every figure a therapist may be challenged on opens to what stands behind it, on every page of a case."""

import pytest
from figures_on_pages import loose_figures
from flask.testing import FlaskClient
from pages_of_a_clinic import PAGES


@pytest.mark.parametrize("path", PAGES)
def test_no_figure_of_a_page_leads_nowhere(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    assert loose_figures(answer.text) == []


@pytest.mark.parametrize(
    ("html", "loose"),
    [
        ("<main><p>Grip 182 N</p></main>", 1),
        ("<main><p>Seen on 3 Nov 2026, version 2</p></main>", 0),
        ('<main><details class="why"><summary>182 N</summary></details></main>', 0),
        (
            '<main><details class="why" id="a"></details><table data-figures="a"><td>4 h</td></table></main>',
            0,
        ),
        ('<main><table data-figures="gone"><td>4 h</td></table></main>', 1),
        ('<main><p>MAE 0.42 <a href="/evidence/sources/potvin_2012">Potvin</a></p></main>', 0),
        ("<main><nav>Page 1 of 3</nav></main><p>Outside 12</p>", 0),
    ],
)
def test_what_counts_as_leading_somewhere(html: str, loose: int) -> None:
    assert len(loose_figures(html)) == loose
