"""Workbooks of a dozen trades as a clinic gets them, and what a careful person reads out of each."""

from datetime import timedelta

from trades_law import Trade, page


def baker() -> Trade:
    """German, decimal commas in text, tasks named once, a sum row."""
    return Trade(
        (
            page(
                "Bäcker",
                ("Bäckerei Hollmann GmbH",),
                (
                    "Stelle:",
                    "Bäckergeselle",
                ),
                (
                    "Schicht:",
                    "8,5 Std.",
                ),
                (
                    "Arbeitstage pro Woche:",
                    5,
                ),
                (None,),
                (
                    "Aufgabe",
                    "Zeit (Std./Tag)",
                    "Wesentlich",
                    "Anforderung",
                    "Hand",
                    "Kraft/Last",
                    "Häufigkeit",
                    "Haltezeit",
                ),
                (
                    "Teig abwiegen",
                    "1,5",
                    "ja",
                    "Heben",
                    "beide",
                    "12,5 kg",
                    "4 pro Stunde",
                ),
                (
                    None,
                    None,
                    None,
                    "Greifen",
                    "rechts",
                    "45 N",
                    "alle 20 s",
                    "3 s",
                ),
                (
                    "Brötchen formen",
                    "3",
                    "ja",
                    "Feinmotorik",
                    "beidseits",
                    None,
                    "30/min",
                ),
                (
                    None,
                    None,
                    None,
                    "Handgelenk beugen",
                    "rechts",
                    "40°",
                ),
                (
                    "Bleche einschießen",
                    "2",
                    "ja",
                    "Schieben",
                    "beidhändig",
                    "80 N",
                    "selten",
                ),
                (
                    "Summe",
                    "6,5",
                ),
            ),
        ),
        read=(
            "Bäckergeselle @ Bäckerei Hollmann GmbH: 8.5 h, 5 d",
            "- Teig abwiegen: 1.5 h, essential True",
            "  F7 lifting both load_kg=12.5 efforts_per_minute=0.06667",
            "  F8 power_grip right force_n=45 efforts_per_minute=3 seconds_per_effort=3",
            "- Brötchen formen: 3 h, essential True",
            "  G9 fine_manipulation each efforts_per_minute=30",
            "  F10 wrist_flexion right angle_deg=40",
            "- Bleche einschießen: 2 h, essential True",
            "  F11 pushing both force_n=80 frequency_band=S",
        ),
        found=(),
        asked=(
            "frequency-scheme",
            "hours-uncovered",
        ),
    )


def cleaner() -> Trade:
    """Spanish, forces and angles with their units in one column."""
    return Trade(
        (
            page(
                "Puesto",
                (
                    "Empresa:",
                    "Limpiezas Sol S.L.",
                ),
                (
                    "Puesto:",
                    "Limpiadora",
                ),
                (
                    "Jornada:",
                    "7 h",
                ),
                (
                    "Días por semana:",
                    6,
                ),
                (None,),
                (
                    "Tarea",
                    "Horas/día",
                    "Esencial",
                    "Exigencia",
                    "Mano",
                    "Fuerza",
                    "Carga",
                    "Veces por minuto",
                ),
                (
                    "Fregar suelos",
                    2.5,
                    "sí",
                    "Agarre",
                    "ambas",
                    "35 N",
                    None,
                    10,
                ),
                (
                    "Fregar suelos",
                    2.5,
                    "sí",
                    "Extensión de muñeca",
                    "der.",
                    "25°",
                ),
                (
                    "Vaciar papeleras",
                    1,
                    "sí",
                    "Levantar",
                    "izq.",
                    None,
                    "6 kg",
                    0.5,
                ),
                (
                    "Limpiar baños",
                    2,
                    "no",
                    "Pinza lateral",
                    "derecha",
                    "<15 N",
                    None,
                    "cada 5 s",
                ),
            ),
        ),
        read=(
            "Limpiadora @ Limpiezas Sol S.L.: 7 h, 6 d",
            "- Fregar suelos: 2.5 h, essential True",
            "  F7 power_grip each force_n=35 efforts_per_minute=10",
            "  F8 wrist_extension right angle_deg=25",
            "- Vaciar papeleras: 1 h, essential True",
            "  G9 lifting left load_kg=6 efforts_per_minute=0.5",
            "- Limpiar baños: 2 h, essential False",
            "  F10 key_pinch right force_n=15 efforts_per_minute=12",
        ),
        found=(),
        asked=(
            "shared-or-each",
            "hours-uncovered",
        ),
    )


def welder() -> Trade:
    """Two tables side by side, firm and job in one row."""
    return Trade(
        (
            page(
                "Welder",
                (
                    "Brightseam Fabrications Ltd.",
                    None,
                    None,
                    None,
                    None,
                    "Job:",
                    "Welder",
                ),
                (
                    None,
                    None,
                    None,
                    None,
                    None,
                    "Shift:",
                    "7 h 30",
                ),
                (None,),
                (
                    "Strength",
                    None,
                    None,
                    None,
                    "Hand",
                ),
                (
                    "Demand",
                    "Weight",
                    "How often",
                    None,
                    "Demand",
                    "Side",
                    "Level",
                ),
                (
                    "Lifting",
                    "15 kg",
                    "6/h",
                    None,
                    "Power grip",
                    "R",
                    "60 N",
                ),
                (
                    "Carrying",
                    "10 kg",
                    "2/h",
                    None,
                    "Wrist extension",
                    "R",
                    "35°",
                ),
                (
                    "Pushing",
                    "120 N",
                    "1/h",
                    None,
                    "Vibration",
                    "both",
                    "4.5 m/s²",
                ),
                (None,),
                ("Times estimated by the foreman.",),
            ),
        ),
        read=(
            "Welder @ Brightseam Fabrications Ltd.: 7.5 h, ? d",
            "- Whole job: ? h, essential None",
            "  B6 lifting ? load_kg=15 efforts_per_minute=0.1",
            "  B7 carrying ? load_kg=10 efforts_per_minute=0.03333",
            "  B8 pushing ? force_n=120 efforts_per_minute=0.01667",
            "  G6 power_grip right force_n=60",
            "  G7 wrist_extension right angle_deg=35",
            "  G8 hand_arm_vibration both ahv_m_s2=4.5",
        ),
        found=(),
        asked=(
            "hand-unknown",
            "no-tasks",
            "vibration-time-unknown",
            "efforts-unknown",
        ),
    )


def delivery_driver() -> Trade:
    """Shares of a ten-hour shift, a tick for driving, push/pull together."""
    return Trade(
        (
            page(
                "Duties",
                ("Job description: Delivery driver",),
                ("Northway Parcels Ltd",),
                ("10-hour shift, 4 days a week",),
                (None,),
                (
                    "Duty",
                    "% of shift",
                    "Essential function?",
                    "Driving",
                    "Lift (lb)",
                    "Carry (lb)",
                    "Push/pull (lbf)",
                    "Grip R (lbf)",
                    "Grip L (lbf)",
                ),
                (
                    "Drive route",
                    "45%",
                    "Y",
                    "X",
                ),
                (
                    "Load van",
                    "20%",
                    "Y",
                    None,
                    50,
                    40,
                    35,
                    30,
                    30,
                ),
                (
                    "Deliver parcels",
                    "30%",
                    "Y",
                    None,
                    25,
                    25,
                    None,
                    20,
                    20,
                ),
                (
                    "Paperwork",
                    "5%",
                    "N",
                ),
                (
                    "TOTAL",
                    "100%",
                ),
            ),
        ),
        read=(
            "Delivery driver @ Northway Parcels Ltd: 10 h, 4 d",
            "- Drive route: 4.5 h, essential True",
            "  D6 driving ?",
            "- Load van: 2 h, essential True",
            "  E7 lifting ? load_kg=22.68",
            "  F7 carrying ? load_kg=18.14",
            "  G7 pushing ? force_n=155.7",
            "  G7 pulling ? force_n=155.7",
            "  H7 power_grip right force_n=133.4",
            "  I7 power_grip left force_n=133.4",
            "- Deliver parcels: 3 h, essential True",
            "  E8 lifting ? load_kg=11.34",
            "  F8 carrying ? load_kg=11.34",
            "  H8 power_grip right force_n=88.96",
            "  I8 power_grip left force_n=88.96",
            "- Paperwork: 0.5 h, essential False",
        ),
        found=(),
        asked=(
            "hand-unknown",
            "efforts-unknown",
        ),
    )


def pipetting_technician() -> Trade:
    """Durations as time cells, a demand that nobody knows."""
    return Trade(
        (
            page(
                "Lab",
                (
                    "Position",
                    "Pipetting technician",
                ),
                (
                    "Company",
                    "Vale Diagnostics",
                ),
                (
                    "Work day",
                    "8:00",
                ),
                (None,),
                (
                    "Work activity",
                    "Time per day",
                    "Essential",
                    "Physical demand",
                    "Side",
                    "Force (N)",
                    "Repetitions",
                    "Hold time (s)",
                ),
                (
                    "Pipetting",
                    timedelta(seconds=12600),
                    "Y",
                    "Key pinch",
                    "dominant",
                    9,
                    "25/min",
                    1,
                ),
                (
                    "Pipetting",
                    timedelta(seconds=12600),
                    "Y",
                    "Thumb press",
                    "dominant",
                    20,
                    "25/min",
                ),
                (
                    "Capping tubes",
                    timedelta(seconds=2700),
                    "Y",
                    "Tip pinch",
                    "both",
                    12,
                    "every 3 s",
                    0.5,
                ),
                (
                    "Data entry",
                    timedelta(seconds=3600),
                    "N",
                    "Keyboarding",
                    "both",
                ),
            ),
        ),
        read=(
            "Pipetting technician @ Vale Diagnostics: 8 h, ? d",
            "- Pipetting: 3.5 h, essential True",
            "  F6 key_pinch dominant force_n=9 efforts_per_minute=25 seconds_per_effort=1",
            "- Capping tubes: 0.75 h, essential True",
            "  F8 tip_pinch each force_n=12 efforts_per_minute=20 seconds_per_effort=0.5",
            "- Data entry: 1 h, essential False",
            "  D9 keyboarding each",
        ),
        found=("unknown-demand Lab!D7",),
        asked=(
            "shared-or-each",
            "hours-uncovered",
        ),
    )


def line_cook() -> Trade:
    """Demands down, tasks across, a count of no kind."""
    return Trade(
        (
            page(
                "Cook",
                (
                    "Job title",
                    "Line cook",
                ),
                (
                    "Shift (h)",
                    8,
                ),
                (None,),
                (
                    "Demand",
                    "Hand",
                    "Unit",
                    "Chop vegetables",
                    "Stir pots",
                    "Clean grill",
                ),
                (
                    "Hours per day",
                    None,
                    "h",
                    2,
                    1.5,
                    0.5,
                ),
                (
                    "Essential",
                    None,
                    None,
                    "yes",
                    "yes",
                    "no",
                ),
                (
                    "Power grip",
                    "R",
                    "N",
                    45,
                    30,
                    60,
                ),
                (
                    "Power grip",
                    "L",
                    "N",
                    20,
                    None,
                    60,
                ),
                (
                    "Lifting",
                    "both",
                    "kg",
                    None,
                    9,
                ),
                (
                    "Repetitions",
                    "R",
                    "/min",
                    40,
                    20,
                    15,
                ),
            ),
        ),
        read=(
            "Line cook @ None: 8 h, ? d",
            "- Chop vegetables: 2 h, essential True",
            "  D7 power_grip right force_n=45",
            "  D8 power_grip left force_n=20",
            "- Stir pots: 1.5 h, essential True",
            "  E7 power_grip right force_n=30",
            "  E9 lifting both load_kg=9",
            "- Clean grill: 0.5 h, essential False",
            "  F7 power_grip right force_n=60",
            "  F8 power_grip left force_n=60",
        ),
        found=("unknown-heading Cook!D10",),
        asked=(
            "hours-uncovered",
            "efforts-unknown",
        ),
    )


def fitter() -> Trade:
    """Torque in in-lb, tools on a hidden sheet."""
    return Trade(
        (
            page(
                "Tasks",
                (
                    "Employer",
                    "Ridge Motors",
                ),
                (
                    "Job",
                    "Fitter",
                ),
                (
                    "Shift hours",
                    8,
                ),
                (None,),
                (
                    "Task",
                    "h/day",
                    "Essential",
                    "Demand",
                    "Hand",
                    "Amount",
                    "Unit",
                    "Rate",
                ),
                (
                    "Wheels",
                    2,
                    "y",
                    "Power grip",
                    "R",
                    18,
                    "kgf",
                    "4/min",
                ),
                (
                    "Wheels",
                    2,
                    "y",
                    "Forearm rotation",
                    "R",
                    60,
                    "deg",
                    "4/min",
                ),
                (
                    "Engine",
                    3,
                    "y",
                    "Torque",
                    "R",
                    80,
                    "in-lb",
                    "1/min",
                ),
            ),
            page(
                "Tools",
                (
                    "Tool",
                    "Weight (kg)",
                    "Vibration (m/s²)",
                    "Running time (min/day)",
                    "Trigger force (N)",
                    "Hand",
                ),
                (
                    "Impact wrench",
                    2.4,
                    6.1,
                    25,
                    18,
                    "R",
                ),
                (
                    "Ratchet",
                    0.9,
                    None,
                    None,
                    None,
                    "either",
                ),
                hidden=True,
            ),
        ),
        read=(
            "Fitter @ Ridge Motors: 8 h, ? d",
            "- Wheels: 2 h, essential True",
            "  F6 power_grip right force_n=176.5 efforts_per_minute=4",
            "  F7 forearm_rotation right angle_deg=60 efforts_per_minute=4",
            "- Engine: 3 h, essential True",
            "  F8 forearm_rotation right torque_n_m=9.039 efforts_per_minute=1",
            "- Whole job: ? h, essential None",
            "  B2 tool_use right force_n=18 load_kg=2.4 tool=Impact wrench",
            "  C2 hand_arm_vibration right ahv_m_s2=6.1 hours_per_day=0.4167 tool=Impact wrench",
            "  B3 tool_use either load_kg=0.9 tool=Ratchet",
        ),
        found=(),
        asked=(
            "which-kind",
            "task-hours-unknown",
        ),
    )


def room_attendant() -> Trade:
    """Words of frequency as columns, a legend in a sentence, both hands in the label."""
    return Trade(
        (
            page(
                "Form",
                ("HOTEL BELLEVUE",),
                ("Job demands – Room attendant",),
                ("Hours of work: 8 per day, 5 days per week",),
                (None,),
                (
                    "Physical demand",
                    "Never",
                    "Rarely",
                    "Occasionally",
                    "Frequently",
                    "Constantly",
                    "Max weight / force",
                    "Comments",
                ),
                (
                    "Lift floor to waist",
                    None,
                    None,
                    "✓",
                    None,
                    None,
                    "25 lb",
                    "linen bags",
                ),
                (
                    "Carry",
                    None,
                    "✓",
                    None,
                    None,
                    None,
                    "15 lb",
                ),
                (
                    "Push / pull carts",
                    None,
                    None,
                    None,
                    "✓",
                    None,
                    "40 lbf",
                ),
                (
                    "Grip (both hands)",
                    None,
                    None,
                    None,
                    None,
                    "✓",
                ),
                (
                    "Pinch - key",
                    None,
                    None,
                    "✓",
                    None,
                    None,
                    "3 kgf",
                ),
                (
                    "Keyboard",
                    "✓",
                ),
                (
                    "Stairs",
                    None,
                    None,
                    "✓",
                ),
                (None,),
                ("Rarely = <5% of shift; Occasionally = 5-33%; Frequently = 34-66%; Constantly = 67-100%",),
            ),
        ),
        read=(
            "Room attendant @ HOTEL BELLEVUE: 8 h, 5 d",
            "- Whole job: ? h, essential None",
            "  G6 lifting ? load_kg=11.34 hours_range=0.4..2.64 frequency_band=O",
            "  G7 carrying ? load_kg=6.804 hours_range=0..0.4 frequency_band=R",
            "  G8 pushing ? force_n=177.9 hours_range=2.72..5.28 frequency_band=F",
            "  G8 pulling ? force_n=177.9 hours_range=2.72..5.28 frequency_band=F",
            "  F9 power_grip each hours_range=5.36..8 frequency_band=C",
            "  G10 key_pinch ? force_n=29.42 hours_range=0.4..2.64 frequency_band=O",
        ),
        found=(),
        asked=(
            "hand-unknown",
            "no-tasks",
        ),
    )


def cashier_and_stocker() -> Trade:
    """Two jobs one below the other."""
    return Trade(
        (
            page(
                "All",
                (
                    "Job title:",
                    "Cashier",
                ),
                (
                    "Hours per shift:",
                    6,
                ),
                (None,),
                (
                    "Task",
                    "Hours",
                    "Demand",
                    "Hand",
                    "Force (N)",
                ),
                (
                    "Scan",
                    3,
                    "Key pinch",
                    "R",
                    10,
                ),
                (
                    "Bag",
                    2,
                    "Power grip",
                    "both",
                    25,
                ),
                (None,),
                (
                    "Job title:",
                    "Stocker",
                ),
                (
                    "Hours per shift:",
                    8,
                ),
                (None,),
                (
                    "Task",
                    "Hours",
                    "Demand",
                    "Hand",
                    "Force (N)",
                ),
                (
                    "Shelve",
                    5,
                    "Power grip",
                    "each",
                    40,
                ),
                (
                    "Price",
                    1,
                    "Tip pinch",
                    "L",
                    8,
                ),
            ),
        ),
        read=(
            "Cashier @ None: 6 h, ? d",
            "- Scan: 3 h, essential None",
            "  E5 key_pinch right force_n=10",
            "- Bag: 2 h, essential None",
            "  E6 power_grip each force_n=25",
            "Stocker @ None: 8 h, ? d",
            "- Shelve: 5 h, essential None",
            "  E12 power_grip each force_n=40",
            "- Price: 1 h, essential None",
            "  E13 tip_pinch left force_n=8",
        ),
        found=(),
        asked=(
            "shared-or-each",
            "essential-unknown",
            "hours-uncovered",
            "efforts-unknown",
            "essential-unknown",
            "hours-uncovered",
            "efforts-unknown",
        ),
    )


def filleter() -> Trade:
    """Ranges, bounds and a shift that is not one figure."""
    return Trade(
        (
            page(
                "PDA",
                ("Employer: Firth Fish Co.",),
                ("Occupation: Filleter",),
                ("Shift length: 7.5-8 h",),
                (None,),
                (
                    "Task",
                    "Hrs/day",
                    "Essential?",
                    "Demand",
                    "Hand",
                    "Force / weight",
                    "Frequency",
                    "Duty cycle",
                ),
                (
                    "Fillet",
                    "5-6",
                    "Y",
                    "Power grip (knife)",
                    "R",
                    "40-60 N",
                    "15-20/min",
                    "60%",
                ),
                (
                    "Fillet",
                    "5-6",
                    "Y",
                    "Cold",
                    "both",
                    None,
                    "C",
                ),
                (
                    "Ice boxes",
                    "<1 h",
                    "N",
                    "Lifting",
                    "both",
                    "up to 20 kg",
                    "2-3 per hour",
                ),
                (
                    "Ice boxes",
                    "<1 h",
                    "N",
                    "Power grip",
                    "both",
                    "> 50 N",
                    "n/a",
                ),
            ),
        ),
        read=(
            "Filleter @ Firth Fish Co.: ? h, ? d",
            "- Fillet: 5..6 h, essential True",
            "  F6 power_grip right force_n=60 efforts_per_minute=20 duty_cycle=0.6 tool=knife",
            "  G7 cold each frequency_band=C",
            "- Ice boxes: 0..1 h, essential False",
            "  F8 lifting both load_kg=20 load_range_kg=0..20 efforts_per_minute=0.05",
            "  F9 power_grip each force_n=50",
        ),
        found=("lower-bound-used PDA!F9",),
        asked=(
            "frequency-scheme",
            "shift-unknown",
            "shared-or-each",
            "efforts-unknown",
            "weight-band",
        ),
    )


def seamer() -> Trade:
    """Hands above kinds in two header rows, a row of averages."""
    return Trade(
        (
            page(
                "Seamer",
                (
                    "Employer",
                    "Loom & Thread",
                ),
                (
                    "Job title",
                    "Seamer",
                ),
                (
                    "Shift",
                    None,
                    "7.5 hours",
                ),
                (None,),
                (
                    "Task",
                    None,
                    "Right hand",
                    None,
                    None,
                    "Left hand",
                ),
                (
                    "Name",
                    "Hours",
                    "Grip (N)",
                    "Pinch tip (N)",
                    "Wrist ext. (°)",
                    "Grip (N)",
                    "Pinch tip (N)",
                    "Wrist ext. (°)",
                ),
                (
                    "Sew seams",
                    4,
                    30,
                    8,
                    25,
                    20,
                    8,
                    20,
                ),
                (
                    "Trim threads",
                    1.5,
                    None,
                    6,
                    None,
                    None,
                    4,
                ),
                (
                    "Average",
                    None,
                    30,
                    7,
                    25,
                    20,
                    6,
                    20,
                ),
            ),
        ),
        read=(
            "Seamer @ Loom & Thread: 7.5 h, ? d",
            "- Sew seams: 4 h, essential None",
            "  C7 power_grip right force_n=30",
            "  D7 tip_pinch right force_n=8",
            "  E7 wrist_extension right angle_deg=25",
            "  F7 power_grip left force_n=20",
            "  G7 tip_pinch left force_n=8",
            "  H7 wrist_extension left angle_deg=20",
            "- Trim threads: 1.5 h, essential None",
            "  D8 tip_pinch right force_n=6",
            "  G8 tip_pinch left force_n=4",
        ),
        found=(),
        asked=(
            "essential-unknown",
            "hours-uncovered",
            "efforts-unknown",
        ),
    )


def sawyer() -> Trade:
    """French text table: decaN, one every two minutes, minutes and hours mixed."""
    return Trade(
        (
            page(
                "(csv)",
                (
                    "Employeur",
                    "Scierie Dupont SARL",
                ),
                (
                    "Poste",
                    "Scieur",
                ),
                (
                    "Durée de la journée",
                    "7 h 30",
                ),
                (None,),
                (
                    "Tâche",
                    "Durée",
                    "Exigence",
                    "Main",
                    "Valeur",
                    "Unité",
                    "Fréquence",
                ),
                (
                    "Guider les planches",
                    "3 h",
                    "Pousser",
                    "les deux",
                    "150",
                    "N",
                    "2 par minute",
                ),
                (
                    "Guider les planches",
                    "3 h",
                    "Vibrations main-bras",
                    "droite",
                    "3,2",
                    "m/s²",
                    "",
                ),
                (
                    "Empiler",
                    "2,5 h",
                    "Soulever",
                    "les deux",
                    "18",
                    "kg",
                    "1 toutes les 2 minutes",
                ),
                (
                    "Affûter",
                    "45 min",
                    "Préhension",
                    "droite",
                    "5",
                    "daN",
                    "10/h",
                ),
            ),
        ),
        read=(
            "Scieur @ Scierie Dupont SARL: 7.5 h, ? d",
            "- Guider les planches: 3 h, essential None",
            "  E6 pushing both force_n=150 efforts_per_minute=2",
            "  E7 hand_arm_vibration right ahv_m_s2=3.2",
            "- Empiler: 2.5 h, essential None",
            "  E8 lifting both load_kg=18 efforts_per_minute=0.5",
            "- Affûter: 0.75 h, essential None",
            "  E9 power_grip right force_n=50 efforts_per_minute=0.1667",
        ),
        found=(),
        asked=(
            "essential-unknown",
            "hours-uncovered",
            "vibration-time-unknown",
        ),
    )


TRADES = (
    baker,
    cleaner,
    welder,
    delivery_driver,
    pipetting_technician,
    line_cook,
    fitter,
    room_attendant,
    cashier_and_stocker,
    filleter,
    seamer,
    sawyer,
)
