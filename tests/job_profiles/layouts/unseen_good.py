"""Workbooks as an HR desk or a therapist makes them, with what a careful person reads out of each."""

from collections.abc import Mapping
from datetime import timedelta

from drawn_pages import Cell, Page, Rendering
from openpyxl.utils.cell import coordinate_to_tuple
from round_trip_law import area_of
from unseen_law import Unseen, WantedJob, WantedTask, want

from job_profiles.profile import FrequencyScale, ScaleBasis

LBF = 4.4482216
LB = 0.45359237
KGF = 9.80665


def sheet(
    name: str,
    rows: Mapping[int, tuple[Cell, ...]],
    merges: tuple[str, ...] = (),
    formats: dict[str, str] | None = None,
) -> Page:
    """A page from rows by their number, with merged ranges and number formats by address."""
    page = Page(name)
    for number, values in rows.items():
        page.put_row(number - 1, values)
    for area in merges:
        left, top, right, bottom = area_of(area)
        page.merge(top - 1, left - 1, bottom - 1, right - 1)
    for cell, number_format in (formats or {}).items():
        row, column = coordinate_to_tuple(cell)
        page.formats[row - 1, column - 1] = number_format
    return page


def hairdresser() -> Unseen:
    """One row per movement, the task named once; forces as rough text."""
    page = sheet(
        "Stylist",
        {
            1: ("Curl & Co Hairdressing",),
            2: ("What the job needs from your hands",),
            3: ("Job:", "Senior stylist", None, "Hours a day:", 8, None, "Days a week:", 4),
            5: (
                "Client work",
                "Must do?",
                "hrs / day",
                "What the hand does",
                "R / L",
                "Force or weight",
                "How often",
            ),
            6: ("Cutting", "yes", 3, "Key pinch (scissors)", "dominant", "approx. 15 N", "30 / min"),
            7: (None, None, None, "Tip pinch (comb)", "non-dominant", "4 N"),
            8: (None, None, None, "Reaching forward", "both"),
            9: ("Blow-drying", "yes", 2, "Power grip (dryer)", "R", "2.2 kgf"),
            10: (None, None, None, "Wrist extension", "L", "40°"),
            11: ("Colouring", "yes", 1.5, "Fine finger work", "both", None, "20 / min"),
            12: (None, None, None, "Wet hands", "both"),
            13: ("Sweeping up", "no", 0.5, "Power grip (broom)", "both", "1.5 kgf"),
            15: ("R = right, L = left. Forces tried out by the salon manager.",),
        },
        ("A1:G1", "A6:A8", "B6:B8", "C6:C8", "A9:A10", "A11:A12"),
    )
    tasks = (
        WantedTask(
            "Cutting",
            True,
            3,
            (
                want("key_pinch", "dominant", "F6", force_n=15, efforts_per_minute=30),
                want("tip_pinch", "non_dominant", "F7", force_n=4),
                want("reaching_forward", "each|both", "A8:G8"),
            ),
        ),
        WantedTask(
            "Blow-drying",
            True,
            2,
            (
                want("power_grip", "right", "F9", force_n=2.2 * KGF),
                want("wrist_extension", "left", "F10", angle_deg=40),
            ),
        ),
        WantedTask(
            "Colouring",
            True,
            1.5,
            (
                want("fine_manipulation", "each|both", "A11:G11", efforts_per_minute=20),
                want("wet_or_soiled", "each|both", "A12:G12", omit=True),
            ),
        ),
        WantedTask("Sweeping up", False, 0.5, (want("power_grip", "each|both", "F13", force_n=1.5 * KGF),)),
    )
    job = WantedJob("Senior stylist", "Curl & Co Hairdressing", 8, 4, tasks)
    return Unseen("hairdresser", Rendering((page,), (), "stylist.xlsx"), (job,))


def dental_hygienist() -> Unseen:
    """A tick form whose letters mean hours a day, not shares."""
    page = sheet(
        "PDA form",
        {
            1: ("Physical demands analysis",),
            2: ("Employer", "Hollybush Dental Care"),
            3: ("Position", "Dental hygienist"),
            4: ("Shift hours", 8, None, "Days per week", 4),
            6: ("R rarely = less than 1 h, O occasional = 1-3 h, F frequent = 3-6 h, C constant = 6-8 h",),
            8: ("Demand", "R", "O", "F", "C", "Rt", "Lt", "Force / angle", "Notes"),
            9: ("Tip pinch", None, None, "x", None, "x", None, "18 N", "scaler"),
            10: ("Palmar pinch", None, "x", None, None, None, "x", "5 N", "mirror"),
            11: ("Wrist flexion", None, None, "x", None, "x", None, "30°"),
            12: ("Wrist deviation", None, "x", None, None, "x", None, "15°"),
            13: ("Vibration", "x", None, None, None, "x", None, "1.2 m/s²", "ultrasonic scaler"),
            14: ("Fine manipulation", None, None, None, "x", "x", "x"),
            15: ("Keyboard", "x", None, None, None, "x", "x"),
            16: ("Sitting", None, None, "x", None, None, None, None, "saddle stool"),
        },
        ("A6:I6",),
    )
    demands = (
        want("tip_pinch", "right", "H9", force_n=18, frequency_band="F", hours_range=(3, 6)),
        want("palmar_pinch", "left", "H10", force_n=5, frequency_band="O", hours_range=(1, 3)),
        want("wrist_flexion", "right", "H11", angle_deg=30, frequency_band="F", hours_range=(3, 6)),
        want("wrist_deviation", "right", "H12", angle_deg=15, frequency_band="O", hours_range=(1, 3)),
        want("hand_arm_vibration", "right", "H13", ahv_m_s2=1.2, frequency_band="R", hours_range=(0, 1)),
        want("fine_manipulation", "each|both", "E14", frequency_band="C", hours_range=(6, 8)),
        want("keyboarding", "each|both", "B15", frequency_band="R", hours_range=(0, 1)),
    )
    scale = FrequencyScale(
        ScaleBasis.HOURS_PER_DAY, (("R", (0, 1)), ("O", (1, 3)), ("F", (3, 6)), ("C", (6, 8)))
    )
    task = WantedTask("", None, None, demands)
    job = WantedJob("Dental hygienist", "Hollybush Dental Care", 8, 4, (task,), scale)
    return Unseen("dental hygienist", Rendering((page,), (), "pda.xlsx"), (job,))


def chef() -> Unseen:
    """French, forces in N, kgf and daN, a frequency in words, a total row."""
    peel = ("Éplucher et tailler", 2.5, "oui")
    pots = ("Porter les marmites", 1, "oui")
    stir = ("Remuer, fouetter", 1.5, "oui")
    page = sheet(
        "Poste",
        {
            1: ("Restaurant Le Cormoran",),
            2: ("Intitulé du poste :", "Chef de partie"),
            3: ("Durée du service (h) :", 9),
            4: ("Jours par semaine :", 5),
            6: ("Tâche", "Durée (h/jour)", "Essentielle", "Geste", "Main", "Effort", "Unité", "Fréquence"),
            7: (*peel, "Préhension en force", "droite", 45, "N", "20 par minute"),
            8: (*peel, "Pince latérale", "gauche", 18, "N"),
            9: (*pots, "Soulever", "les deux", 14, "kg", "6 par heure"),
            10: (*pots, "Porter", "les deux", 14, "kg", "6 par heure"),
            11: ("Dresser les assiettes", 2, "oui", "Motricité fine", "les deux"),
            12: (*stir, "Préhension en force", "droite", 3.5, "daN"),
            13: (*stir, "Flexion du poignet", "droite", 30, "°"),
            14: ("Nettoyage", 1, "non", "Préhension en force", "les deux", 2.5, "kgf", "toutes les 10 s"),
            16: ("Total", 8),
        },
    )
    tasks = (
        WantedTask(
            "Éplucher et tailler",
            True,
            2.5,
            (
                want("power_grip", "right", "F7", force_n=45, efforts_per_minute=20),
                want("key_pinch", "left", "F8", force_n=18),
            ),
        ),
        WantedTask(
            "Porter les marmites",
            True,
            1,
            (
                want("lifting", "both", "F9", load_kg=14, efforts_per_minute=0.1),
                want("carrying", "both", "F10", load_kg=14, efforts_per_minute=0.1),
            ),
        ),
        WantedTask("Dresser les assiettes", True, 2, (want("fine_manipulation", "each|both", "A11:H11"),)),
        WantedTask(
            "Remuer, fouetter",
            True,
            1.5,
            (
                want("power_grip", "right", "F12", force_n=35),
                want("wrist_flexion", "right", "F13", angle_deg=30),
            ),
        ),
        WantedTask(
            "Nettoyage",
            False,
            1,
            (want("power_grip", "each|both", "F14", force_n=2.5 * KGF, efforts_per_minute=6),),
        ),
    )
    job = WantedJob("Chef de partie", "Restaurant Le Cormoran", 9, 5, tasks)
    return Unseen("chef", Rendering((page,), (), "poste.xlsx"), (job,))


def warehouse_picker() -> Unseen:
    """Wide and imperial: group headings above, lifts per hour beside the weight lifted."""
    page = sheet(
        "Picker PDA",
        {
            1: ("Trentbridge Logistics",),
            2: ("Job title: Order picker",),
            3: ("Shift: 10 hrs, 4 days/wk",),
            5: (
                "Task",
                "Ess.",
                "Hrs/shift",
                "Material handling",
                None,
                None,
                None,
                "Grip (lbf)",
                None,
                "Remarks",
            ),
            6: (None, None, None, "Max lift (lb)", "Lifts / hr", "Max carry (lb)", "Push (lbf)", "RT", "LT"),
            7: ("Pick cases", "Y", 5.5, 42, 120, 42, None, 30, 30, "top layer at 60 in"),
            8: ("Pick eaches", "Y", 2, 8, 60),
            9: ("Move pallets", "N", 1.5, None, None, None, 55, 40, 40, "pallet jack"),
            10: ("Sweep aisle", "N", 0.5, None, None, None, None, 12),
        },
        ("D5:G5", "H5:I5", "A5:A6", "B5:B6", "C5:C6", "J5:J6"),
    )
    tasks = (
        WantedTask(
            "Pick cases",
            True,
            5.5,
            (
                want("lifting", None, "D7", load_kg=42 * LB, efforts_per_minute=2),
                want("carrying", None, "F7", load_kg=42 * LB),
                want("power_grip", "right", "H7", force_n=30 * LBF),
                want("power_grip", "left", "I7", force_n=30 * LBF),
            ),
        ),
        WantedTask(
            "Pick eaches", True, 2, (want("lifting", None, "D8", load_kg=8 * LB, efforts_per_minute=1),)
        ),
        WantedTask(
            "Move pallets",
            False,
            1.5,
            (
                want("pushing", None, "G9", force_n=55 * LBF),
                want("power_grip", "right", "H9", force_n=40 * LBF),
                want("power_grip", "left", "I9", force_n=40 * LBF),
            ),
        ),
        WantedTask("Sweep aisle", False, 0.5, (want("power_grip", "right", "H10", force_n=12 * LBF),)),
    )
    job = WantedJob("Order picker", "Trentbridge Logistics", 10, 4, tasks)
    return Unseen("warehouse picker", Rendering((page,), (), "picker.xlsx"), (job,))


def seamstress() -> Unseen:
    """German .xls, tasks across, hours as per cent of the shift in a row."""
    page = sheet(
        "Anforderungsprofil",
        {
            1: ("Polsterwerk Hagedorn KG",),
            2: ("Arbeitsplatz:", "Polsternäherin"),
            3: ("Stunden je Schicht:", 7),
            4: ("Tage je Woche:", 5),
            6: ("Anforderung", "Hand", "Einheit", "Nähen", "Zuschneiden", "Beziehen"),
            7: ("Anteil an der Schicht", None, "%", 50, 20, 20),
            8: ("wesentlich", None, None, "ja", "ja", "nein"),
            9: ("Spitzgriff", "rechts", "N", 14, None, 20),
            10: ("Kraftgriff", "rechts", "N", None, 70, 95),
            11: ("Kraftgriff", "links", "N", None, 30, 95),
            12: ("Handgelenk gestreckt", "rechts", "Grad", 20, None, 35),
            13: ("Heben", "beide", "kg", None, 6, 12),
            15: ("Leer = kommt nicht vor.",),
        },
    )
    tasks = (
        WantedTask(
            "Nähen",
            True,
            3.5,
            (
                want("tip_pinch", "right", "D9", force_n=14),
                want("wrist_extension", "right", "D12", angle_deg=20),
            ),
        ),
        WantedTask(
            "Zuschneiden",
            True,
            1.4,
            (
                want("power_grip", "right", "E10", force_n=70),
                want("power_grip", "left", "E11", force_n=30),
                want("lifting", "both|each", "E13", load_kg=6),
            ),
        ),
        WantedTask(
            "Beziehen",
            False,
            1.4,
            (
                want("tip_pinch", "right", "F9", force_n=20),
                want("power_grip", "right", "F10", force_n=95),
                want("power_grip", "left", "F11", force_n=95),
                want("wrist_extension", "right", "F12", angle_deg=35),
                want("lifting", "both|each", "F13", load_kg=12),
            ),
        ),
    )
    job = WantedJob("Polsternäherin", "Polsterwerk Hagedorn KG", 7, 5, tasks)
    return Unseen("seamstress", Rendering((page,), (), "profil.xls"), (job,))


def gardener() -> Unseen:
    """Spanish .ods with durations as clock cells."""

    def clock(hours: float) -> timedelta:
        return timedelta(hours=hours)

    hedges, hand = ("Podar setos", clock(2.5)), ("Podar a mano", clock(1.5))
    sacks = ("Cargar sacos", clock(0.75))
    page = sheet(
        "Trabajo",
        {
            1: ("Ficha de exigencias físicas del puesto",),
            2: ("Empresa:", "Ayuntamiento de Valdeprado"),
            3: ("Puesto:", "Jardinera municipal"),
            4: ("Horas por turno:", 7.5),
            5: ("Días por semana:", 5),
            7: ("Tarea", "Tiempo al día", "Esencial", "Exigencia", "Mano", "Valor", "Unidad"),
            8: (*hedges, "sí", "Vibración mano-brazo", "ambas", 5.4, "m/s²"),
            9: (*hedges, "sí", "Agarre de fuerza", "ambas", 60, "N"),
            10: (*hand, "sí", "Agarre de fuerza", "derecha", 110, "N"),
            11: (*hand, "sí", "Alcance por encima del hombro", "derecha"),
            12: ("Plantar", clock(1), "no", "Manipulación fina", "ambas"),
            13: (*sacks, "sí", "Levantar", "ambas", 20, "kg"),
            14: (*sacks, "sí", "Transportar", "ambas", 20, "kg"),
        },
    )
    tasks = (
        WantedTask(
            "Podar setos",
            True,
            2.5,
            (
                want("hand_arm_vibration", "each|both", "F8", ahv_m_s2=5.4),
                want("power_grip", "each|both", "F9", force_n=60),
            ),
        ),
        WantedTask(
            "Podar a mano",
            True,
            1.5,
            (want("power_grip", "right", "F10", force_n=110), want("reaching_overhead", "right", "A11:G11")),
        ),
        WantedTask("Plantar", False, 1, (want("fine_manipulation", "each|both", "A12:G12"),)),
        WantedTask(
            "Cargar sacos",
            True,
            0.75,
            (want("lifting", "both", "F13", load_kg=20), want("carrying", "both", "F14", load_kg=20)),
        ),
    )
    job = WantedJob("Jardinera municipal", "Ayuntamiento de Valdeprado", 7.5, 5, tasks)
    return Unseen("gardener", Rendering((page,), (), "jardinera.ods"), (job,))
