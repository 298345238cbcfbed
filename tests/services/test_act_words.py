"""The record read as a person would say it: no names of programs, no change that is none."""

from datetime import UTC, datetime

from rtw.services.act_words import FINGERPRINT_SHOWN, Said, said_of
from rtw.services.audit import Act, Change

SHA = "5b59cd1775e157de0c84cf3e33fc81fbcf7b44f2243bd6665cd7f9ffbb349a67"


def _said(*changes: Change) -> tuple[Said, ...]:
    act = Act(datetime(2026, 11, 21, tzinfo=UTC), "Ann", "changed", "case", 1, changes)
    return said_of(act, {7: "Carla Manager"})


def test_names_of_choices_are_said_in_words() -> None:
    assert _said(
        Change("accommodation_id", None, "no_vibrating_tools"),
        Change("tasks", [], ["Wheel truing", "Cables"]),
        Change("given", {}, {"bout_hours": 0.3}),
        Change("status", "in_place", "agreed"),
        Change("case_manager_id", None, 7),
        Change("due", None, "2026-11-06"),
    ) == (
        Said("accommodation", "", "No vibrating tools"),
        Said("tasks", "", "Wheel truing; Cables"),
        Said("figures given", "", "bout hours 0.3"),
        Said("status", "in place", "agreed"),
        Said("case manager", "", "Carla Manager"),
        Said("due", "", "6 Nov 2026"),
    )


def test_what_did_not_change_is_not_said() -> None:
    changes = (Change("beyond limits", None, None), Change("tasks", [], None), Change("job_version_id", 4, 5))
    assert _said(*changes) == ()


def test_a_fingerprint_is_shown_short_and_kept_whole() -> None:
    (said,) = _said(Change("sha256", None, SHA))
    assert (said.what, said.after, said.whole) == ("fingerprint", SHA[:FINGERPRINT_SHOWN], SHA)


def test_an_operation_is_said_as_a_therapist_would() -> None:
    operation = {"side": "right", "procedure": "guyon_canal_release", "on": "2026-09-23", "nerve": None}
    (said,) = _said(Change("operations", [], [operation]))
    assert said.after == "Release of Guyon's canal, right hand, 23 Sep 2026"


def test_of_operations_only_those_that_changed_are_said() -> None:
    kept = {"side": "left", "procedure": "radial_tunnel_release", "on": None, "approach": None}
    done = {"side": "right", "procedure": "guyon_canal_release", "on": "2026-09-23", "nerve": "ulnar"}
    allowed = done | {"approach": "ultrasound_guided", "strength_test_from": "2026-10-05"}
    (said,) = _said(Change("operations", [kept, done], [kept, allowed]))
    assert said.before == "Release of Guyon's canal, right hand, 23 Sep 2026, ulnar nerve"
    assert said.after == (
        f"{said.before}, ultrasound guided approach, strength tests allowed by the surgeon from 5 Oct 2026"
    )
    (gone,) = _said(Change("operations", [kept, done], [done]))
    assert (gone.before, gone.after) == ("Radial tunnel release, left hand, day not entered", "")
    (order,) = _said(Change("operations", [kept, done], [done, kept]))
    assert sorted(order.before.split("; ")) == sorted(order.after.split("; "))
    assert order.before != order.after
