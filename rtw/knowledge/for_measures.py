"""From knowledge to the norms and errors that measures are held against, in newton, seconds and degrees."""

from collections.abc import Iterator
from typing import Final

from rtw.domain.assessment.findings import Digit, Motion
from rtw.domain.figure import HigherIs, SourceId
from rtw.domain.measures.detectable import Detectable, detectable
from rtw.domain.measures.followed import BASE_OF_UNIT, Followed
from rtw.domain.measures.motion import NormalMotion
from rtw.domain.measures.norm import NormBand, NormHand
from rtw.knowledge.load import Knowledge
from rtw.knowledge.table import Table
from rtw.knowledge.types.norms import GripPercentiles, Norm

_FINGERS: Final = (Digit.INDEX, Digit.MIDDLE, Digit.RING, Digit.LITTLE)
_THUMB: Final = (Digit.THUMB,)

MOTIONS: Final[dict[tuple[str, str], tuple[Motion, tuple[Digit, ...]]]] = {
    ("elbow", "flexion"): (Motion.ELBOW_FLEXION, ()),
    ("elbow", "extension"): (Motion.ELBOW_EXTENSION, ()),
    ("forearm", "pronation"): (Motion.PRONATION, ()),
    ("forearm", "supination"): (Motion.SUPINATION, ()),
    ("wrist", "flexion"): (Motion.WRIST_FLEXION, ()),
    ("wrist", "extension"): (Motion.WRIST_EXTENSION, ()),
    ("wrist", "radial deviation"): (Motion.RADIAL_DEVIATION, ()),
    ("wrist", "ulnar deviation"): (Motion.ULNAR_DEVIATION, ()),
    ("thumb CMC", "abduction (palmar)"): (Motion.THUMB_PALMAR_ABDUCTION, ()),
    ("thumb CMC", "palmar abduction"): (Motion.THUMB_PALMAR_ABDUCTION, ()),
    ("thumb CMC", "radial abduction"): (Motion.THUMB_RADIAL_ABDUCTION, ()),
    ("thumb MCP", "flexion"): (Motion.MP_FLEXION, _THUMB),
    ("thumb IP", "flexion"): (Motion.IP_FLEXION, ()),
    ("finger MCP", "flexion"): (Motion.MP_FLEXION, _FINGERS),
    ("finger PIP", "flexion"): (Motion.PIP_FLEXION, _FINGERS),
    ("finger DIP", "flexion"): (Motion.DIP_FLEXION, _FINGERS),
}
"""Joint and motion as the norm table names them → the motion of the form, and the digits it is normal for."""


def norm_bands(knowledge: Knowledge, measure: Followed) -> dict[SourceId, tuple[NormBand, ...]]:
    """Give the norms of a test by authority, in the order of the tables."""
    found: dict[SourceId, list[NormBand]] = {}
    for table in knowledge.norms:
        for row in table.rows:
            if row.test == measure.value and row.unit in BASE_OF_UNIT:
                found.setdefault(row.source, []).append(_band(row, table))
    if measure is Followed.GRIP:
        for band in _percentiles(knowledge):
            found.setdefault(band.source, []).append(band)
    return {source: tuple(bands) for source, bands in found.items()}


def _band(row: Norm, table: Table[Norm]) -> NormBand:
    base = BASE_OF_UNIT[row.unit]
    size = f", n = {row.n}" if row.n else ""
    return NormBand(
        source=row.source,
        sex=row.sex,
        hand=row.hand,
        age_from=row.age_from,
        age_to=row.age_to,
        higher_is=row.higher_is,
        published=f"{row.mean:g} ± {row.sd:g} {row.unit}{size}",
        meaning=table.info.meaning,
        population=table.info.population,
        verified=row.verified,
        mean=row.mean * base,
        sd=row.sd * base,
        where=table.info.where,
        note=" ".join(filter(None, (row.note, table.info.note))) or None,
    )


def _percentiles(knowledge: Knowledge) -> Iterator[NormBand]:
    for table in knowledge.percentiles:
        for row in table.rows:
            yield _percentile_band(row, table)


def _percentile_band(row: GripPercentiles, table: Table[GripPercentiles]) -> NormBand:
    base = BASE_OF_UNIT[row.unit]
    return NormBand(
        source=row.source,
        sex=row.sex,
        hand=NormHand.ANY,
        age_from=row.age_from,
        age_to=row.age_to,
        higher_is=HigherIs.BETTER,
        published=", ".join(f"P{rank} {value:g}" for rank, value in row.points) + f" {row.unit}",
        meaning=table.info.meaning,
        population=table.info.population,
        verified=row.verified,
        points=tuple((float(rank), value * base) for rank, value in row.points),
        where=table.info.where,
        note=table.info.note,
    )


def detectables(knowledge: Knowledge) -> dict[Followed, Detectable]:
    """Give what change of each followed test counts."""
    return {measure: detectable(measure, knowledge.measurement.rows) for measure in Followed}


def normal_motions(knowledge: Knowledge) -> tuple[NormalMotion, ...]:
    """Give the normal motions that the form asks for, by every authority."""
    named = ((MOTIONS.get((row.joint, row.motion)), row) for row in knowledge.motion.rows)
    return tuple(
        NormalMotion(
            motion=named_as[0],
            authority=row.authority,
            degrees=row.degrees,
            joint=row.joint,
            source=row.source,
            verified=row.verified,
            digits=named_as[1],
            low=row.low,
            high=row.high,
        )
        for named_as, row in named
        if named_as is not None
    )
