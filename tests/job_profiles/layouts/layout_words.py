"""The words employers use: one set per way of speaking. Told to no reader, so that it must cope."""

from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import LOAD_KINDS, DemandKind, Hand, Quality

K = DemandKind
SHARED_KINDS: Final = LOAD_KINDS | {K.PUSHING, K.PULLING}


@dataclass(frozen=True, slots=True)
class Words:
    """Headings, demand words, hand words and yes or no of one way of speaking."""

    task: str
    essential: str
    hours: str
    demand: str
    hand: str
    yes_no: tuple[str, str]
    hands: dict[Hand, str]
    kinds: dict[DemandKind, str]
    total: str
    job: str = "Job title"
    employer: str = "Employer"
    shift: str = "Hours per shift"
    days: str = "Days per week"
    together: str | None = None

    def hand_word(self, kind: DemandKind, hand: Hand | None) -> str | None:
        """The word for a hand; a load that both hands share may have its own."""
        if hand is Hand.BOTH and kind in SHARED_KINDS and self.together:
            return self.together
        return None if hand is None else self.hands[hand]


def _hands(*words: str) -> dict[Hand, str]:
    right, left, both, either, dominant, other = words
    return {
        Hand.RIGHT: right,
        Hand.LEFT: left,
        Hand.EACH: both,
        Hand.BOTH: both,
        Hand.EITHER: either,
        Hand.DOMINANT: dominant,
        Hand.NON_DOMINANT: other,
    }


PLAIN: Final = Words(
    "Task",
    "Essential?",
    "Hours per day",
    "Physical demand",
    "Hand",
    ("Yes", "No"),
    _hands("Right", "Left", "Both", "Either", "Dominant", "Non-dominant"),
    {
        K.POWER_GRIP: "Power grip",
        K.TIP_PINCH: "Tip pinch",
        K.KEY_PINCH: "Lateral (key) pinch",
        K.PALMAR_PINCH: "Palmar pinch",
        K.LIFTING: "Lifting",
        K.CARRYING: "Carrying",
        K.PUSHING: "Pushing",
        K.PULLING: "Pulling",
        K.WRIST_FLEXION: "Wrist flexion",
        K.WRIST_EXTENSION: "Wrist extension",
        K.ELBOW_FLEXION: "Elbow flexion",
        K.FOREARM_ROTATION: "Forearm rotation",
        K.HAND_ARM_VIBRATION: "Hand-arm vibration",
        K.KEYBOARDING: "Keyboarding",
        K.MOUSING: "Mousing",
        K.HANDWRITING: "Handwriting",
        K.FINE_MANIPULATION: "Fine manipulation",
        K.REACHING_OVERHEAD: "Overhead reaching",
        K.REACHING_FORWARD: "Forward reaching",
    },
    "Total",
)

CHATTY: Final = Words(
    "Duty",
    "Core duty (Y/N)",
    "Time on duty, hrs",
    "What the hand does",
    "Side",
    ("Y", "N"),
    _hands("RT", "LT", "RT + LT", "either hand", "dom.", "non-dom."),
    {
        K.POWER_GRIP: "Gripping with the whole hand",
        K.TIP_PINCH: "Fingertip pinch",
        K.KEY_PINCH: "Lateral pinch",
        K.PALMAR_PINCH: "Three-jaw chuck pinch",
        K.LIFTING: "Lift",
        K.CARRYING: "Carry",
        K.PUSHING: "Push",
        K.PULLING: "Pull",
        K.WRIST_FLEXION: "Wrist bent forward",
        K.WRIST_EXTENSION: "Wrist bent back",
        K.ELBOW_FLEXION: "Elbow bent",
        K.FOREARM_ROTATION: "Turning the forearm",
        K.HAND_ARM_VIBRATION: "Vibration of the hand and arm",
        K.KEYBOARDING: "Typing",
        K.MOUSING: "Using a mouse",
        K.HANDWRITING: "Writing by hand",
        K.FINE_MANIPULATION: "Fine finger work",
        K.REACHING_OVERHEAD: "Reaching above shoulder height",
        K.REACHING_FORWARD: "Reaching out in front",
    },
    "Sum",
    "Position",
    "Company",
    "Shift length (h)",
    "Working days/week",
    "both together",
)

GERMAN: Final = Words(
    "Tätigkeit",
    "Wesentlich",
    "Stunden pro Tag",
    "Belastung",
    "Seite",
    ("ja", "nein"),
    _hands("re", "li", "bds.", "wahlweise", "dominante", "nicht dominante"),
    {
        K.POWER_GRIP: "Kraftgriff",
        K.TIP_PINCH: "Spitzgriff",
        K.KEY_PINCH: "Schlüsselgriff",
        K.PALMAR_PINCH: "Dreipunktgriff",
        K.LIFTING: "Heben",
        K.CARRYING: "Tragen",
        K.PUSHING: "Schieben",
        K.PULLING: "Ziehen",
        K.WRIST_FLEXION: "Handgelenk gebeugt",
        K.WRIST_EXTENSION: "Handgelenk gestreckt",
        K.ELBOW_FLEXION: "Ellenbogen gebeugt",
        K.FOREARM_ROTATION: "Unterarmdrehung",
        K.HAND_ARM_VIBRATION: "Hand-Arm-Vibration",
        K.KEYBOARDING: "Tastatur",
        K.MOUSING: "Maus",
        K.HANDWRITING: "Schreiben von Hand",
        K.FINE_MANIPULATION: "Feinmotorik",
        K.REACHING_OVERHEAD: "Arbeiten über Kopf",
        K.REACHING_FORWARD: "Greifen nach vorn",
    },
    "Gesamt",
    "Stelle",
    "Firma",
    "Stunden pro Schicht",
    "Tage pro Woche",
    "beidhändig",
)

FRENCH: Final = Words(
    "Tâche",
    "Essentielle",
    "Heures par jour",
    "Exigence physique",
    "Main",
    ("oui", "non"),
    _hands("droite", "gauche", "les deux", "l'une ou l'autre", "dominante", "non dominante"),
    {
        K.POWER_GRIP: "Préhension en force",
        K.TIP_PINCH: "Pince bout des doigts",
        K.KEY_PINCH: "Pince latérale",
        K.PALMAR_PINCH: "Pince palmaire",
        K.LIFTING: "Soulever",
        K.CARRYING: "Porter",
        K.PUSHING: "Pousser",
        K.PULLING: "Tirer",
        K.WRIST_FLEXION: "Flexion du poignet",
        K.WRIST_EXTENSION: "Extension du poignet",
        K.ELBOW_FLEXION: "Flexion du coude",
        K.FOREARM_ROTATION: "Rotation de l'avant-bras",
        K.HAND_ARM_VIBRATION: "Vibrations main-bras",
        K.KEYBOARDING: "Clavier",
        K.MOUSING: "Souris",
        K.HANDWRITING: "Écriture à la main",
        K.FINE_MANIPULATION: "Motricité fine",
        K.REACHING_OVERHEAD: "Bras au-dessus des épaules",
        K.REACHING_FORWARD: "Atteindre vers l'avant",
    },
    "Total",
    "Poste",
    "Employeur",
    "Heures par quart",
    "Jours par semaine",
    "les deux ensemble",
)

SPANISH: Final = Words(
    "Tarea",
    "Esencial",
    "Horas al día",
    "Exigencia física",
    "Mano",
    ("sí", "no"),
    _hands("derecha", "izquierda", "ambas", "cualquiera", "dominante", "no dominante"),
    {
        K.POWER_GRIP: "Agarre de fuerza",
        K.TIP_PINCH: "Pinza de punta",
        K.KEY_PINCH: "Pinza lateral",
        K.PALMAR_PINCH: "Pinza palmar",
        K.LIFTING: "Levantar",
        K.CARRYING: "Transportar",
        K.PUSHING: "Empujar",
        K.PULLING: "Tirar",
        K.WRIST_FLEXION: "Flexión de muñeca",
        K.WRIST_EXTENSION: "Extensión de muñeca",
        K.ELBOW_FLEXION: "Flexión de codo",
        K.FOREARM_ROTATION: "Rotación del antebrazo",
        K.HAND_ARM_VIBRATION: "Vibración mano-brazo",
        K.KEYBOARDING: "Teclado",
        K.MOUSING: "Ratón",
        K.HANDWRITING: "Escritura a mano",
        K.FINE_MANIPULATION: "Manipulación fina",
        K.REACHING_OVERHEAD: "Alcance por encima del hombro",
        K.REACHING_FORWARD: "Alcance hacia delante",
    },
    "Total",
    "Puesto",
    "Empresa",
    "Horas por turno",
    "Días por semana",
    "ambas juntas",
)

QUALITY_WORDS: Final = {
    Quality.MEASURED: "measured",
    Quality.OBSERVED: "observed",
    Quality.STATED: "worker says",
}
