"""Crowded sheets: much in one cell, groups of hands, ticks under yes and no; expectations came first."""

from dataclasses import replace

from trades_law import Trade, page

from job_profiles.grid.cells import Merge


def laundry() -> Trade:
    """Hands as groups over kinds; a rate in each group that may belong to either kind."""
    return Trade(
        (
            replace(
                page(
                    "Laundry",
                    ("Sunrise Linen Services Ltd",),
                    ("Position: Laundry operator", None, "Shift: 7.5 hrs", None, "5 days per week"),
                    (None,),
                    (None, None, "Right hand", None, None, "Left hand", None, None, None),
                    (
                        "Task",
                        "Hrs/day",
                        "Grip (lb)",
                        "Key pinch (lb)",
                        "Reps/hr",
                        "Grip (lb)",
                        "Key pinch (lb)",
                        "Reps/hr",
                        "Lift (kg)",
                    ),
                    ("Load washers", 2, 20, None, 120, 15, None, 120, 8),
                    ("Fold sheets", 4, 6, 3, 240, 6, 3, 240, None),
                ),
                merges=(Merge(3, 2, 3, 4), Merge(3, 5, 3, 7)),
            ),
        ),
        read=(
            "Laundry operator @ Sunrise Linen Services Ltd: 7.5 h, 5 d",
            "- Load washers: 2 h, essential None",
            "  C6 power_grip right force_n=88.96",
            "  F6 power_grip left force_n=66.72",
            "  I6 lifting ? load_kg=8",
            "- Fold sheets: 4 h, essential None",
            "  C7 power_grip right force_n=26.69",
            "  D7 key_pinch right force_n=13.34",
            "  F7 power_grip left force_n=26.69",
            "  G7 key_pinch left force_n=13.34",
        ),
        found=("unjoined-column Laundry!E5", "unjoined-column Laundry!H5"),
        asked=("hand-unknown", "essential-unknown", "hours-uncovered", "efforts-unknown"),
    )


def mechanic_notes() -> Trade:
    """Everything in one cell: weight and how often, ranges, words of frequency, both hands at once."""
    return Trade(
        (
            page(
                "Bay 2",
                ("Job title:", "Brake technician"),
                ("Shift:", "8 hours"),
                (None,),
                ("Task", "Physical demand", "Hand", "Requirement"),
                ("Remove wheels", "Lifting", "both", "45 lb x 10/hr"),
                ("Remove wheels", "Power grip", "R", "25-30 lbf, 20/hr"),
                ("Remove wheels", "Gripping / pinching", "L", "10 lbf"),
                ("Bleed brakes", "Key pinch", "R", "8 lbf occasionally"),
                ("Bleed brakes", "Power grip", "both", "40/30 lb"),
                ("Bleed brakes", "Lifting", "both", "2 x 10 kg"),
                ("Test drive", "Driving", "both", "20 min per hour"),
            ),
        ),
        read=(
            "Brake technician @ None: 8 h, ? d",
            "- Remove wheels: ? h, essential None",
            "  D5 lifting both load_kg=20.41 efforts_per_minute=0.1667",
            "  D6 power_grip right force_n=133.4 efforts_per_minute=0.3333",
            "  D7 power_grip left force_n=44.48",
            "  D7 key_pinch left force_n=44.48",
            "- Bleed brakes: ? h, essential None",
            "  D8 key_pinch right force_n=35.59 frequency_band=O",
            "  B9 power_grip each",
            "  B10 lifting both",
            "- Test drive: ? h, essential None",
            "  B11 driving both",
        ),
        found=(
            "text-in-number Bay 2!D9",
            "two-numbers Bay 2!D10",
            "share-of-hour Bay 2!D11",
            "several-demands Bay 2!B7",
        ),
        asked=(
            "frequency-scheme",
            "which-kind",
            "task-hours-unknown",
            "essential-unknown",
            "efforts-unknown",
            "what-was-meant",
        ),
    )


def housekeeper_form() -> Trade:
    """Yes and No columns, hours beside; rows that say no ask nothing."""
    return Trade(
        (
            page(
                "Form",
                ("Grand Hotel Meridian - Physical job requirements",),
                ("Job title", "Room attendant", "Hours per shift", 6, "Days per week", 5),
                (None,),
                ("Does the job require:", "Yes", "No", "Hours per day", "Max weight (lb)", "Comments"),
                ("Gripping", "X", None, 4, None, "cloths, brushes"),
                ("Lifting", "X", None, 1, 25, "mattress corners"),
                ("Keyboarding", None, "X", None, None, None),
                ("Reaching overhead", "X", None, 0.5, None, None),
                ("Wet work", "X", None, 2, None, None),
                ("Vibration", None, "X", None, None, None),
            ),
        ),
        read=(
            "Room attendant @ Grand Hotel Meridian: 6 h, 5 d",
            "- Whole job: ? h, essential None",
            "  D5 power_grip ? hours_per_day=4",
            "  E6 lifting ? load_kg=11.34 hours_per_day=1",
            "  D8 reaching_overhead ? hours_per_day=0.5",
            "  D9 wet_or_soiled ? hours_per_day=2",
        ),
        found=(),
        asked=("hand-unknown", "no-tasks"),
    )


def patissier() -> Trade:
    """French, a legend, hands by D, G and deux, a French way with hours."""
    return Trade(
        (
            page(
                "Analyse",
                ("Pâtisserie Lenôtre & Cie",),
                ("Analyse des exigences physiques",),
                ("Poste de travail :", "Pâtissière"),
                ("Durée du quart :", "7 h 30", None, "Jours par semaine :", 4),
                (None,),
                (
                    "Tâche",
                    "Durée (h)",
                    "Tâche essentielle (O/N)",
                    "Exigence physique",
                    "Main (D/G/2)",
                    "Force ou poids",
                    "Fréquence",
                ),
                ("Pétrir la pâte", "2 h 15", "O", "Prise de force", "D", "60 N", "F"),
                ("Pétrir la pâte", None, None, "Soulever", "deux mains", "10 kg", "O"),
                ("Décorer", "3 h", "O", "Pince latérale", "D", "25 N", "C"),
                ("Décorer", None, None, "Préhension", "G", "15 N", "F"),
                ("Nettoyer", "0 h 45", "N", "Travail humide", "les deux", None, "C"),
                (None,),
                ("O : occasionnel (1-33 %) ; F : fréquent (34-66 %) ; C : constant (67-100 %) du quart",),
            ),
        ),
        read=(
            "Pâtissière @ Pâtisserie Lenôtre & Cie: 7.5 h, 4 d",
            "- Pétrir la pâte: 2.25 h, essential True",
            "  F7 power_grip right force_n=60 hours_range=2.55..4.95 frequency_band=F",
            "  F8 lifting both load_kg=10 hours_range=0.075..2.475 frequency_band=O",
            "- Décorer: 3 h, essential True",
            "  F9 key_pinch right force_n=25 hours_range=5.025..7.5 frequency_band=C",
            "  F10 power_grip left force_n=15 hours_range=2.55..4.95 frequency_band=F",
            "- Nettoyer: 0.75 h, essential False",
            "  G11 wet_or_soiled each hours_range=5.025..7.5 frequency_band=C",
        ),
        found=(
            "band-against-hours Analyse!G11",
            "band-against-hours Analyse!G7",
            "band-against-hours Analyse!G9",
        ),
        asked=("hours-uncovered",),
    )


def monteur() -> Trade:
    """German, ticks under words, hands as columns, a rate in words."""
    return Trade(
        (
            page(
                "Analyse",
                ("Arbeitsplatzanalyse",),
                ("Firma:", "Elektro Haas GmbH & Co. KG"),
                ("Arbeitsplatz:", "Monteurin Schaltschrank"),
                ("Wochenarbeitszeit:", "35 Std.", None, "Arbeitstage je Woche:", 5),
                (None,),
                (
                    "Tätigkeit",
                    "Std./Tag",
                    "Griffart",
                    "re",
                    "li",
                    "Handkraft (N)",
                    "Wdh./min",
                    "Haltedauer (s)",
                ),
                ("Leitungen abisolieren", 2.5, "Kraftgriff", "x", None, 110, 8, 1),
                ("Leitungen abisolieren", 2.5, "Spitzgriff", None, "x", 12, 8, 1),
                ("Klemmen schrauben", 3, "Dreipunktgriff", "x", "x", 18, 12, 0.5),
                ("Schrank tragen", 0.5, "Tragen", "x", "x", None, None, None),
            ),
        ),
        read=(
            "Monteurin Schaltschrank @ Elektro Haas GmbH & Co. KG: 7 h, 5 d",
            "- Leitungen abisolieren: 2.5 h, essential None",
            "  F7 power_grip right force_n=110 efforts_per_minute=8 seconds_per_effort=1",
            "  F8 tip_pinch left force_n=12 efforts_per_minute=8 seconds_per_effort=1",
            "- Klemmen schrauben: 3 h, essential None",
            "  F9 palmar_pinch each force_n=18 efforts_per_minute=12 seconds_per_effort=0.5",
            "- Schrank tragen: 0.5 h, essential None",
            "  C10 carrying both",
        ),
        found=(),
        asked=("shared-or-each", "essential-unknown", "hours-uncovered"),
    )


def pharmacist() -> Trade:
    """Units in a second row, blank columns between groups, an average row at the end."""
    return Trade(
        (
            page(
                "Dispensary",
                ("Role:", "Pharmacy technician", None, None, "Site:", "North"),
                (None,),
                (
                    "Work task",
                    None,
                    "Time",
                    None,
                    "Keyboard",
                    "Mouse",
                    None,
                    "Tip pinch",
                    "Wrist extension",
                    None,
                    "Essential?",
                ),
                (None, None, "(min/day)", None, "(h)", "(h)", None, "(N)", "(deg)", None, "(Y/N)"),
                ("Label and bag", None, 150, None, 0.5, 0.2, None, 6, 25, None, "Y"),
                ("Enter scripts", None, 180, None, 2.5, 0.5, None, None, 20, None, "Y"),
                ("Stock shelves", None, 60, None, None, None, None, 4, None, None, "N"),
                ("Average", None, 130, None, 1.5, 0.35),
            ),
        ),
        read=(
            "Pharmacy technician @ None: ? h, ? d",
            "- Label and bag: 2.5 h, essential True",
            "  E5 keyboarding ? hours_per_day=0.5",
            "  F5 mousing ? hours_per_day=0.2",
            "  H5 tip_pinch ? force_n=6",
            "  I5 wrist_extension ? angle_deg=25",
            "- Enter scripts: 3 h, essential True",
            "  E6 keyboarding ? hours_per_day=2.5",
            "  F6 mousing ? hours_per_day=0.5",
            "  I6 wrist_extension ? angle_deg=20",
            "- Stock shelves: 1 h, essential False",
            "  H7 tip_pinch ? force_n=4",
        ),
        found=(),
        asked=("shift-unknown", "hand-unknown", "efforts-unknown"),
    )


def glazier() -> Trade:
    """Spanish wide table with repetitions per demand and a dominant-hand note; comma decimals as text."""
    return Trade(
        (
            page(
                "Hoja1",
                ("Cristalerías Duero S.A.",),
                ("Puesto:", "Cristalero"),
                ("Turno:", "8 horas", None, "Días por semana:", "5"),
                (None,),
                (
                    "Tarea",
                    "Horas/día",
                    "Levantar (kg)",
                    "Veces/hora",
                    "Agarre fuerza máx. (N)",
                    "Veces/min",
                    "Pinza lateral (N)",
                    "Mano",
                    "Guantes",
                ),
                ("Cortar vidrio", "2,5", "12,5", "6", "90", "8", None, "derecha", "anticorte"),
                ("Colocar", "4", "20", "4", "70", "3", "15", "ambas", "anticorte"),
            ),
        ),
        read=(
            "Cristalero @ Cristalerías Duero S.A.: 8 h, 5 d",
            "- Cortar vidrio: 2.5 h, essential None",
            "  C6 lifting right load_kg=12.5 efforts_per_minute=0.1",
            "  E6 power_grip right force_n=90 efforts_per_minute=8",
            "- Colocar: 4 h, essential None",
            "  C7 lifting both load_kg=20 efforts_per_minute=0.06667",
            "  E7 power_grip each force_n=70 efforts_per_minute=3",
            "  G7 key_pinch each force_n=15",
        ),
        found=("unjoined-column Hoja1!I5",),
        asked=("shared-or-each", "shared-or-each", "essential-unknown", "hours-uncovered", "efforts-unknown"),
    )


SHEETS = (laundry, mechanic_notes, housekeeper_form, patissier, monteur, pharmacist, glazier)
