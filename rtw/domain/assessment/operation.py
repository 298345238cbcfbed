"""What was done to the patient, and what is known of the person: clinical, never for an employer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtw.domain.hands import Side


class Procedure(StrEnum):
    """The treatment of a compressed or cut nerve. `CONSERVATIVE`: treated without operation."""

    OPEN_CARPAL_TUNNEL_RELEASE = "open_carpal_tunnel_release"
    MINI_OPEN_CARPAL_TUNNEL_RELEASE = "mini_open_carpal_tunnel_release"
    ENDOSCOPIC_CARPAL_TUNNEL_RELEASE = "endoscopic_carpal_tunnel_release"
    CUBITAL_TUNNEL_IN_SITU = "cubital_tunnel_in_situ"
    ULNAR_SUBCUTANEOUS_TRANSPOSITION = "ulnar_subcutaneous_transposition"
    ULNAR_SUBMUSCULAR_TRANSPOSITION = "ulnar_submuscular_transposition"
    RADIAL_TUNNEL_RELEASE = "radial_tunnel_release"
    GUYON_CANAL_RELEASE = "guyon_canal_release"
    DIGITAL_NERVE_REPAIR = "digital_nerve_repair"
    MEDIAN_OR_ULNAR_NERVE_REPAIR = "median_or_ulnar_nerve_repair"
    CONSERVATIVE = "conservative"

    @property
    def label(self) -> str:
        """The procedure as a therapist writes it."""
        return _PROCEDURE_LABELS.get(self, self.value.replace("_", " ").capitalize())

    @property
    def in_a_sentence(self) -> str:
        """The procedure within a sentence; proper names keep their capital."""
        return f"{self.label[0].lower()}{self.label[1:]}"


_PROCEDURE_LABELS = {
    Procedure.MINI_OPEN_CARPAL_TUNNEL_RELEASE: "Mini-open carpal tunnel release",
    Procedure.CUBITAL_TUNNEL_IN_SITU: "Cubital tunnel release in situ",
    Procedure.GUYON_CANAL_RELEASE: "Release of Guyon's canal",
    Procedure.CONSERVATIVE: "Conservative treatment",
}


class Nerve(StrEnum):
    """The nerve concerned."""

    MEDIAN = "median"
    ULNAR = "ulnar"
    RADIAL = "radial"
    POSTERIOR_INTEROSSEOUS = "posterior_interosseous"
    DIGITAL = "digital"

    @property
    def label(self) -> str:
        """The nerve as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class Approach(StrEnum):
    """How the surgeon came to the nerve, where the procedure leaves it open."""

    OPEN = "open"
    MINI_OPEN = "mini_open"
    ENDOSCOPIC_ONE_PORTAL = "endoscopic_one_portal"
    ENDOSCOPIC_TWO_PORTALS = "endoscopic_two_portals"
    ULTRASOUND_GUIDED = "ultrasound_guided"

    @property
    def label(self) -> str:
        """The approach as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class Sex(StrEnum):
    """Sex as norm tables are divided."""

    FEMALE = "female"
    MALE = "male"

    @property
    def label(self) -> str:
        """The word shown."""
        return self.value.capitalize()


class SlowsHealing(StrEnum):
    """Another condition that slows the healing of nerve or skin."""

    DIABETES = "diabetes"
    THYROID_DISEASE = "thyroid_disease"
    INFLAMMATORY_ARTHRITIS = "inflammatory_arthritis"
    KIDNEY_DISEASE = "kidney_disease"
    POLYNEUROPATHY = "polyneuropathy"
    SMOKING = "smoking"
    STEROID_TREATMENT = "steroid_treatment"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The condition as a person reads it."""
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Operation:
    """One treated side. `on` is the day of operation, or of the start of conservative treatment.

    `strength_test_from` is the surgeon's own date for the first strength test; it goes before any protocol.
    """

    side: Side
    procedure: Procedure
    on: date | None = None
    nerve: Nerve | None = None
    approach: Approach | None = None
    strength_test_from: date | None = None

    @property
    def is_surgery(self) -> bool:
        """Whether the hand was operated on."""
        return self.procedure is not Procedure.CONSERVATIVE

    def weeks_on(self, day: date) -> float | None:
        """Weeks from the operation to `day`; None without its date."""
        return None if self.on is None else (day - self.on).days / 7.0


def undated_beside(operations: Iterable[Operation], followed: Operation) -> Operation | None:
    """Return an operation of the same hand whose day is missing: it may have come after the one followed."""
    of_hand = (each for each in operations if each.side is followed.side and each.is_surgery)
    return next((each for each in of_hand if each.on is None), None)


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """What is known of the person and bears on the hand."""

    dominant: Side | None = None
    sex: Sex | None = None
    born: date | None = None
    slows_healing: tuple[SlowsHealing, ...] = ()
    other_conditions: str | None = None
