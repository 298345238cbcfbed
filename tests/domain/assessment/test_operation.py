"""Operations in words."""

from rtw.domain.assessment.operation import Procedure


def test_a_proper_name_keeps_its_capital_within_a_sentence() -> None:
    assert Procedure.GUYON_CANAL_RELEASE.in_a_sentence == "release of Guyon's canal"
    assert Procedure.CUBITAL_TUNNEL_IN_SITU.in_a_sentence == "cubital tunnel release in situ"
