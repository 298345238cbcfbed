"""Tables of tasks as an employer or an ergonomist makes them, and what a careful person reads out of each."""

from trades_law import Trade, page


def sawyer() -> Trade:
    """French, two rows of headings with D and G, how often for each demand, conditions told in words."""
    return Trade(
        (
            page(
                "Poste",
                ("Scierie du Lac inc.",),
                ("Poste :", "Opérateur de scie", None, "Heures par semaine :", 37.5),
                (None, None, None, "Jours par semaine :", 5),
                (None,),
                (
                    "Tâche",
                    "Durée (h/jour)",
                    "Essentielle (O/N)",
                    "Préhension (N)",
                    None,
                    "Répétitions/min",
                    "Soulever (kg)",
                    "Fois par heure",
                    "Froid",
                    "Humidité",
                ),
                (None, None, None, "D", "G"),
                ("Alimenter la scie", 3, "O", 120, 90, 6, 18, 40, "froid", "sec"),
                ("Empiler le bois", 2.5, "O", 80, 80, 4, 22, 60, "oui", "non"),
                ("Nettoyer", 1, "N", 40, None, 8, None, None, None, "mouillé"),
                ("Total", 6.5),
            ),
        ),
        read=(
            "Opérateur de scie @ Scierie du Lac inc.: 7.5 h, 5 d",
            "- Alimenter la scie: 3 h, essential True",
            "  D7 power_grip right force_n=120 efforts_per_minute=6",
            "  E7 power_grip left force_n=90 efforts_per_minute=6",
            "  G7 lifting ? load_kg=18 efforts_per_minute=0.6667",
            "  I7 cold ?",
            "- Empiler le bois: 2.5 h, essential True",
            "  D8 power_grip right force_n=80 efforts_per_minute=4",
            "  E8 power_grip left force_n=80 efforts_per_minute=4",
            "  G8 lifting ? load_kg=22 efforts_per_minute=1",
            "  I8 cold ?",
            "- Nettoyer: 1 h, essential False",
            "  D9 power_grip right force_n=40 efforts_per_minute=8",
            "  J9 wet_or_soiled ?",
        ),
        found=(),
        asked=("hand-unknown", "hours-uncovered"),
    )


def poultry_line() -> Trade:
    """Forces in pounds-force, how often beside each, surroundings in one column of words."""
    return Trade(
        (
            page(
                "Line 3",
                ("Job: Deboner", None, "Company: Blue Ridge Poultry Inc", None, "Shift: 8 hrs"),
                (None,),
                (
                    "Job task",
                    "Hrs per shift",
                    "Grip force R (lbf)",
                    "Reps/min",
                    "Grip force L (lbf)",
                    "Reps/min",
                    "Tool",
                    "Work environment",
                    "Notes",
                ),
                ("Cut shoulder", 3.5, 25, 20, 15, 20, "Boning knife", "wet, cold", "8 °C"),
                ("Pull breast", 3, 35, 18, 30, 18, None, "wet; cold; noisy", None),
                ("Stack trays", 0.5, 20, 6, 20, 6, None, "cold", None),
            ),
        ),
        read=(
            "Deboner @ Blue Ridge Poultry Inc: 8 h, ? d",
            "- Cut shoulder: 3.5 h, essential None",
            "  C4 power_grip right force_n=111.2 efforts_per_minute=20",
            "  E4 power_grip left force_n=66.72 efforts_per_minute=20",
            "  H4 wet_or_soiled ?",
            "  H4 cold ?",
            "- Pull breast: 3 h, essential None",
            "  C5 power_grip right force_n=155.7 efforts_per_minute=18",
            "  E5 power_grip left force_n=133.4 efforts_per_minute=18",
            "  H5 wet_or_soiled ?",
            "  H5 cold ?",
            "- Stack trays: 0.5 h, essential None",
            "  C6 power_grip right force_n=88.96 efforts_per_minute=6",
            "  E6 power_grip left force_n=88.96 efforts_per_minute=6",
            "  H6 cold ?",
        ),
        found=(),
        asked=("hand-unknown", "essential-unknown", "hours-uncovered"),
    )


def plasterer() -> Trade:
    """Spanish, hours of the week in a sentence, hands by one letter, a unit column."""
    return Trade(
        (
            page(
                "Puesto",
                ("Empresa", "Yesos y Pinturas Mora S.L."),
                ("Puesto de trabajo", "Yesero"),
                ("Jornada semanal", "40 h semanales, 5 días por semana"),
                (None,),
                (
                    "Tarea",
                    "Horas/día",
                    "Exigencia física",
                    "Mano (D/I)",
                    "Valor máximo",
                    "Unidad",
                    "Veces por minuto",
                    "Cómo se midió",
                ),
                ("Aplicar yeso", 4, "Agarre de fuerza", "D", 90, "N", 12, "dinamómetro"),
                (None, None, "Flexión de muñeca", "D", 40, "grados", 12, "vídeo"),
                (None, None, "Levantar peso", "ambas", 12.5, "kg", 0.5, "pesado"),
                ("Lijar paredes", 2, "Vibración", "D", 3.2, "m/s²", None, "medido"),
                (None, None, "Alcance por encima del hombro", "I", None, None, 6, "observado"),
            ),
        ),
        read=(
            "Yesero @ Yesos y Pinturas Mora S.L.: 8 h, 5 d",
            "- Aplicar yeso: 4 h, essential None",
            "  E6 power_grip right force_n=90 efforts_per_minute=12",
            "  E7 wrist_flexion right angle_deg=40 efforts_per_minute=12",
            "  E8 lifting both load_kg=12.5 efforts_per_minute=0.5",
            "- Lijar paredes: 2 h, essential None",
            "  E9 hand_arm_vibration right ahv_m_s2=3.2",
            "  G10 reaching_overhead left efforts_per_minute=6",
        ),
        found=(),
        asked=("essential-unknown", "hours-uncovered", "vibration-time-unknown"),
    )


def welder() -> Trade:
    """A list of tools under the tasks; the vibration has its running time."""
    return Trade(
        (
            page(
                "Welding shop",
                ("Role", "Fabrication welder", None, "Working hours per day", 7.6),
                (None,),
                ("Task / Activity", "Hours/day", "Grip (N) R", "Wrist deviation (°) R"),
                ("Grind welds", 2, 110, 20),
                ("Weld frames", 4, 60, 15),
                (None,),
                (None,),
                (None,),
                (
                    "Tools used",
                    "Tool weight (kg)",
                    "Trigger force (N)",
                    "Vibration level (m/s²)",
                    "Trigger time (min/day)",
                    "Hand used",
                ),
                ("Angle grinder", 2.4, 25, 6.5, 45, "R"),
                ("Welding torch", 0.9, 15, None, None, "R"),
            ),
        ),
        read=(
            "Fabrication welder @ None: 7.6 h, ? d",
            "- Grind welds: 2 h, essential None",
            "  C4 power_grip right force_n=110",
            "  D4 wrist_deviation right angle_deg=20",
            "- Weld frames: 4 h, essential None",
            "  C5 power_grip right force_n=60",
            "  D5 wrist_deviation right angle_deg=15",
            "- Whole job: ? h, essential None",
            "  B10 tool_use right force_n=25 load_kg=2.4 tool=Angle grinder",
            "  D10 hand_arm_vibration right ahv_m_s2=6.5 hours_per_day=0.75 tool=Angle grinder",
            "  B11 tool_use right force_n=15 load_kg=0.9 tool=Welding torch",
        ),
        found=(),
        asked=("task-hours-unknown", "essential-unknown", "efforts-unknown"),
    )


def ergonomist_table() -> Trade:
    """A type of grip beside forces of each hand, share of the shift for each task, efforts an hour."""
    return Trade(
        (
            page(
                "Observation",
                ("Ergonomic job analysis – Cable assembler", None, None, "Observer: K. Lind"),
                ("Shift length (h)", 7.5, None, "Days per week", 5),
                (None,),
                (
                    "Task no.",
                    "Task description",
                    "% of shift",
                    "Type of grip",
                    "Force R (kgf)",
                    "Force L (kgf)",
                    "Efforts/hr",
                    "Hold time (s)",
                ),
                (1, "Crimp terminals", 40, "Power grip", 12, 4, 300, 2),
                (None, None, None, "Key pinch", 3, 3, 300, 1),
                (2, "Route harness", 35, "Tip pinch", 1.5, 1, 600, 0.5),
                (3, "Inspect", 15, "3-jaw chuck", 0.5, None, 60, 4),
            ),
        ),
        read=(
            "Cable assembler @ None: 7.5 h, 5 d",
            "- Crimp terminals: 3 h, essential None",
            "  E5 power_grip right force_n=117.7 efforts_per_minute=5 seconds_per_effort=2",
            "  F5 power_grip left force_n=39.23 efforts_per_minute=5 seconds_per_effort=2",
            "  E6 key_pinch right force_n=29.42 efforts_per_minute=5 seconds_per_effort=1",
            "  F6 key_pinch left force_n=29.42 efforts_per_minute=5 seconds_per_effort=1",
            "- Route harness: 2.625 h, essential None",
            "  E7 tip_pinch right force_n=14.71 efforts_per_minute=10 seconds_per_effort=0.5",
            "  F7 tip_pinch left force_n=9.807 efforts_per_minute=10 seconds_per_effort=0.5",
            "- Inspect: 1.125 h, essential None",
            "  E8 palmar_pinch right force_n=4.903 efforts_per_minute=1 seconds_per_effort=4",
        ),
        found=(),
        asked=("essential-unknown", "hours-uncovered"),
    )


def key_for_two() -> Trade:
    """A column for how often that may belong to either of two demands: asked, never spread."""
    return Trade(
        (
            page(
                "Bench",
                ("Job title", "Solderer", None, "Shift", "8 h"),
                (None,),
                (
                    "Task",
                    "Hours per day",
                    "Tip pinch R (N)",
                    "Tip pinch L (N)",
                    "Lifting (kg)",
                    "How often",
                    "Wet work",
                    "Heat",
                ),
                ("Solder boards", 5, 8, 5, None, "F", "dry", "hot"),
                ("Load oven", 2, None, None, 6, "Ocasionally", None, "yes"),
                ("Pack", 1, 6, 6, 3, "Zlt", "no", "none"),
            ),
        ),
        read=(
            "Solderer @ None: 8 h, ? d",
            "- Solder boards: 5 h, essential None",
            "  C4 tip_pinch right force_n=8",
            "  D4 tip_pinch left force_n=5",
            "  H4 heat ?",
            "- Load oven: 2 h, essential None",
            "  E5 lifting ? load_kg=6",
            "  H5 heat ?",
            "- Pack: 1 h, essential None",
            "  C6 tip_pinch right force_n=6",
            "  D6 tip_pinch left force_n=6",
            "  E6 lifting ? load_kg=3",
        ),
        found=("text-in-number Bench!F6", "unjoined-column Bench!F3"),
        asked=("hand-unknown", "essential-unknown", "efforts-unknown", "what-was-meant"),
    )


SHEETS = (sawyer, poultry_line, plasterer, welder, ergonomist_table, key_for_two)
