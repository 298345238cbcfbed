"""Clinical words are found in employer text; words of the shop floor are not mistaken for them."""

import pytest

from reports.clinical_words import clinical_words


@pytest.mark.parametrize(
    "text",
    [
        "carpal  tunnel",
        "Cubital tunnel release",
        "her surgeon said",
        "post-op week 3",
        "CTS",
        "numbness",
        "ulnar nerve",
    ],
)
def test_clinical_words_are_found(text: str) -> None:
    assert clinical_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Machine operation and changeover",
        "Tunnel oven loading",
        "Nerves of steel award",
        "Mark scars on castings",
        "Dashboard fitting",
        "Tender office",
        "Laying out surgical instruments for patients",
        "Doctor blade adjustment",
    ],
)
def test_words_of_the_shop_floor_pass(text: str) -> None:
    assert clinical_words(text) == ()


def test_they_come_as_written_in_order() -> None:
    assert clinical_words("Surgery for carpal tunnel") == ("Surgery", "carpal tunnel")
