"""Headings of demand sheets as they are written in English, German, French and Spanish."""

import pytest

from job_profiles.headings import heading_of

ROLES = {
    "task": ("Job duties", "Task / Activity", "Tâche de travail", "Arbeitsschritte", "Work activities"),
    "essential": ("Essential (E) / Marginal (M)", "Kernaufgabe (j/n)", "Essentielle (O/N)", "Esencial (S/N)"),
    "demand": ("Physical Demand Factor", "Type of grip", "Demand category", "Griffart", "Tipo de agarre"),
    "hand": (
        "Side (R/L/B)",
        "R / L / Both",
        "Dominant / Non-dominant",
        "Welche Hand",
        "Main (D/G)",
        "Mano (D/I)",
    ),
    "hours": (
        "% of shift",
        "Std./Tag",
        "Durée totale (h)",
        "Horas/día",
        "Total time per shift",
        "Time per shift",
    ),
    "week_hours": (
        "Hours per week",
        "Time (h/week)",
        "Wochenarbeitszeit",
        "Heures/semaine",
        "Horas semanales",
    ),
    "rate": ("Number of repetitions", "Frequency", "Nombre de répétitions", "Veces por minuto", "Wdh./min"),
    "seconds_per_effort": ("Duration of hold (sec)", "Held for (s)", "Haltedauer (s)", "Tenue (s)"),
    "longest_bout": ("Longest continuous period (min)", "Max continuous duration (min)"),
    "duty_cycle": ("% duty cycle", "% of task time"),
    "force": ("max. Kraft [N]", "Force max. (N)", "Fuerza máx. (N)", "Peak force (lbf)"),
    "load": ("Weight lifted (kg)", "Max weight", "Avg. weight (lbs)", "Poids max (kg)", "Peso máx. (kg)"),
    "tool": ("Hand tool", "Equipment / tools used", "Verwendetes Werkzeug", "Herramienta utilizada"),
    "quality": ("Measurement method", "Erhebungsart", "Source des données", "Cómo se midió"),
    "remark": ("Comments & observations", "Object / tool handled"),
    "environment": ("Environmental conditions", "Umgebung", "Conditions de travail", "Ambiente"),
    "shift_hours": ("Working hours per day", "Tagesarbeitszeit", "Horas laborales"),
}
KINDS = {
    "power_grip": ("Grip (lbs)", "Right grip (kg)", "Greifkraft re (N)", "Préhension (N)", "Agarre (N)"),
    "key_pinch": ("Lateral pinch force R (N)", "Schlüsselgriff rechts (N)", "Pince (N)", "Pinza lateral (N)"),
    "palmar_pinch": ("3-jaw chuck pinch (lb)",),
    "lifting": ("Floor to waist lift (lb)", "Max lift (lb)", "Heben (kg)", "Soulever (kg)", "Levantar (kg)"),
    "pushing": ("Initial push force (N)", "Sustained push force (N)"),
    "hand_arm_vibration": ("a(hv) m/s²", "Exposure to vibration", "Vibration (m/s²)"),
    "keyboarding": ("Keying (h/day)", "Tastaturarbeit (h)", "Clavier (h)", "Teclado (h)"),
    "cold": ("Exposure to cold", "Kälte", "Froid", "Frío"),
    "wet_or_soiled": ("Wet hands", "Nässe", "Mains mouillées", "Manos mojadas"),
}
UNITS = {
    "/min": ("Reps/min", "Repetitions / min", "Reps per minute", "Wiederholungen/min", "Répétitions/min"),
    "/h": (
        "Times per hour",
        "Reps/hr",
        "Frequency/hr",
        "Häufigkeit pro Stunde",
        "Nb/heure",
        "Frecuencia/hora",
    ),
    "per shift": ("Reps per shift", "No. of times per day", "Veces al día"),
    "h": ("Std./Tag", "Hrs per shift", "Horas/día", "Exposure (h/day)"),
    "kg": ("Weight lifted (kg)", "Poids soulevé (kg)", "Gewicht (kg)"),
    "%": ("% of shift", "% du quart", "% de la jornada", "Zeitanteil (%)"),
}


def _each(listed):
    return [(text, key) for key, texts in listed.items() for text in texts]


@pytest.mark.parametrize(("text", "role"), _each(ROLES))
def test_the_role(text, role):
    assert heading_of(text).role == role


@pytest.mark.parametrize(("text", "kind"), _each(KINDS))
def test_the_kind(text, kind):
    assert [k.value for k in heading_of(text).kinds] == [kind]


@pytest.mark.parametrize(("text", "unit"), _each(UNITS))
def test_the_unit(text, unit):
    found = heading_of(text).unit
    assert found is not None
    assert found.symbol == unit


@pytest.mark.parametrize("text", ["Essential function? (Y/N)", "Essential (Y/N)", "(Y/N)"])
def test_what_brackets_offer_is_no_unit(text):
    assert heading_of(text).unit is None
