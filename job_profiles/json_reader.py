"""Values out of a JSON document, and what is wrong in it, by path."""

from typing import Any

from job_profiles.problem import Problem, Severity


class JsonReader:
    """Reads a profile's JSON and gathers what is wrong in it, by path."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, found: object, message: str) -> None:
        """Keep a problem."""
        self.problems.append(
            Problem(
                Severity.ERROR,
                "invalid-profile",
                f"{path}: {message}",
                "Correct the document.",
                cell=path,
                found=repr(found)[:80],
            )
        )

    def number(self, path: str, value: object) -> float | None:
        """Return a number or null."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(path, value, "must be a number or null")
            return None
        return float(value)

    def text(self, path: str, value: object) -> str | None:
        """Return a text or null."""
        if value is not None and not isinstance(value, str):
            self.wrong(path, value, "must be a text or null")
            return None
        return value

    def name(self, path: str, value: object) -> str:
        """Return a text with something in it."""
        if isinstance(value, str) and value.strip():
            return value
        self.wrong(path, value, "a task needs a name")
        return ""

    def flag(self, path: str, value: object) -> bool | None:
        """Return true, false or null."""
        if value is not None and not isinstance(value, bool):
            self.wrong(path, value, "must be true, false or null")
            return None
        return value

    def span(self, path: str, value: object) -> tuple[float, float] | None:
        """[low, high] or null."""
        if value is None:
            return None
        if (
            isinstance(value, list)
            and len(value) == 2
            and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
            and value[0] <= value[1]
        ):
            return (float(value[0]), float(value[1]))
        self.wrong(path, value, "must be [low, high] or null")
        return None

    def member(self, path: str, value: object, closed: Any) -> Any:
        """One of a closed set, or null."""
        if value is None:
            return None
        if value in {m.value for m in closed}:
            return closed(value)
        self.wrong(path, value, f"must be one of {', '.join(m.value for m in closed)}")
        return None

    def listed(self, path: str, value: object) -> list[Any]:
        """Return a list of objects."""
        if isinstance(value, list) and all(isinstance(v, dict) for v in value):
            return value
        self.wrong(path, value, "must be a list of objects")
        return []

    def names(self, path: str, data: dict[str, Any]) -> tuple[str, ...]:
        """Return the names under `given`: the fields that a person answered."""
        names = data.get("given", [])
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return tuple(names)
        self.wrong(path, names, "must be a list of texts")
        return ()
