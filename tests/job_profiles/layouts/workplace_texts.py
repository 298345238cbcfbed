"""Text tables as Excel of other countries saves them: semicolons, decimal commas, UTF-16, cp1252."""

UPHOLSTERER = (
    "Polsterei Brandt GmbH;;;;;;;;\r\n"
    "Stelle:;Polsterer;;Arbeitszeit:;38,5 Std./Woche;;Arbeitstage pro Woche:;5;\r\n"
    ";;;;;;;;\r\n"
    "Teilaufgabe;Wesentlich;Zeit (h/Tag);Anforderung;Hand (re/li/bds.);Kraft [N];"
    "Last [kg];Häufigkeit pro Stunde;Haltedauer (s)\r\n"
    "Bezug spannen;ja;3,5;Kraftgriff;re;85,5;;240;2,5\r\n"
    "Bezug spannen;ja;3,5;Schlüsselgriff;li;22;;240;2\r\n"
    "Tackern;ja;2,25;Faustgriff;re;45;;600;0,5\r\n"
    "Möbel umsetzen;nein;0,5;Heben;bds.;;17,5;6;\r\n"
    "Summe;;6,25;;;;;;\r\n"
).encode("cp1252")
UPHOLSTERER_READ = (
    "Polsterer @ Polsterei Brandt GmbH: 7.7 h, 5 d",
    "- Bezug spannen: 3.5 h, essential True",
    "  F5 power_grip right force_n=85.5 efforts_per_minute=4 seconds_per_effort=2.5",
    "  F6 key_pinch left force_n=22 efforts_per_minute=4 seconds_per_effort=2",
    "- Tackern: 2.25 h, essential True",
    "  F7 power_grip right force_n=45 efforts_per_minute=10 seconds_per_effort=0.5",
    "- Möbel umsetzen: 0.5 h, essential False",
    "  G8 lifting both load_kg=17.5 efforts_per_minute=0.1",
)

CALL_TAKER = (
    "Job title\tEmergency call taker\r\n"
    "Shift\t12:00\r\n"
    "\r\n"
    "Task\tEssential?\tTime per shift\tKeyboarding (% of shift)\tMouse (h:mm)\tWriting (min)\r\n"
    "Take calls\tYes\t8:30\t45 %\t2:15\t40\r\n"
    "Dispatch\tYes\t2:00\t20 %\t1:00\t\r\n"
    "Handover\tNo\t0:30\t\t\t10\r\n"
).encode("utf-16")
CALL_TAKER_READ = (
    "Emergency call taker @ None: 12 h, ? d",
    "- Take calls: 8.5 h, essential True",
    "  D5 keyboarding ? hours_per_day=5.4",
    "  E5 mousing ? hours_per_day=2.25",
    "  F5 handwriting ? hours_per_day=0.6667",
    "- Dispatch: 2 h, essential True",
    "  D6 keyboarding ? hours_per_day=2.4",
    "  E6 mousing ? hours_per_day=1",
    "- Handover: 0.5 h, essential False",
    "  F7 handwriting ? hours_per_day=0.1667",
)
