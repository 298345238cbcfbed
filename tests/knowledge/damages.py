"""Ways in which a slip or an editor damages a knowledge file, and the line it must be named at."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged text, the lines one of which must be named, and the codes that name it (none: any)."""

    text: str
    lines: range
    codes: frozenset[str] = frozenset()


Damage = Callable[[str, random.Random], Damaged | None]


def at(line: int) -> range:
    return range(line, line + 1)


def changed_line(text: str, rng: random.Random, pattern: str, change: str, *codes: str) -> Damaged | None:
    """Change one match of `pattern`, outside remarks; its line must be named."""
    lines = text.split("\n")
    fits = [
        n for n, line in enumerate(lines) if not line.lstrip().startswith("#") and re.search(pattern, line)
    ]
    if not fits:
        return None
    number = rng.choice(fits)
    found = rng.choice(list(re.finditer(pattern, lines[number])))
    line = lines[number]
    lines[number] = line[: found.start()] + found.expand(change) + line[found.end() :]
    return Damaged("\n".join(lines), at(number + 1), frozenset(codes))


KEYS = "source|verified|value|name|meaning|text|statement|column|id"
KEYED = rf"(?P<key>\b(?:{KEYS})): (?P<value>[^,{{}}\[\]\"']+?)(?=[,}}]|$)"
NUMBER = r"(?<=: )-?\d+(?:\.\d+)?(?=[,}]|$)"


def no_as_value(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, r"(?<=verified: )(?:yes|secondary|no)(?=[,}]|$)", "NO", "wrong_type")


def octal(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, NUMBER, "012", "wrong_type")


def not_a_number(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(
        text, rng, NUMBER, rng.choice((".nan", "nan", "NaN", ".inf", "-inf", "1e999")), "wrong_type"
    )


def unknown_source(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, r"(?<=\bsource: )\w+(?=[,}]|$)", "nobody_1999", "unknown_source")


def unknown_key(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, KEYED, r"\g<key>_x: \g<value>", "unknown_key")


def repeated_key(text: str, rng: random.Random) -> Damaged | None:
    """Say a key twice: in the braces it stands in, or in a line of its own."""
    braced = changed_line(text, rng, r"(?<=[{,])\s*" + KEYED, r"\g<0>, \g<key>: \g<value>", "duplicate_key")
    plain = re.search(r"(?m)^( *)(?:- )?(\w+): (\S.*)\n", text)
    if braced is not None or plain is None:
        return braced
    indent = " " * (len(plain[1]) + (2 if plain[0].lstrip().startswith("- ") else 0))
    line = text[: plain.end()].count("\n") + 1
    again = f"{indent}{plain[2]}: {plain[3]}\n"
    return Damaged(text[: plain.end()] + again + text[plain.end() :], at(line), frozenset({"duplicate_key"}))


def wrong_unit(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, r"(?<=\bunit: )[^,{}\n]+(?=[,}]|$)", "kgg", "unknown_unit", "wrong_type")


def missing_source(text: str, rng: random.Random) -> Damaged | None:
    """Take a source out; its record may begin above the line it stood in."""
    lines = text.split("\n")
    fits = [
        n for n, line in enumerate(lines) if re.search(r"\bsource: \w+", line) and not line.startswith("#")
    ]
    if not fits:
        return None
    number = rng.choice(fits)
    if re.fullmatch(r"\s*(?:- )?source: .*", lines[number]):
        indent = len(lines[number]) - len(lines[number].lstrip())
        start = number
        while start and (
            not lines[start].strip() or len(lines[start]) - len(lines[start].lstrip()) >= indent
        ):
            start -= 1
        del lines[number]
        return Damaged("\n".join(lines), range(start + 1, number + 2), frozenset({"missing_source"}))
    lines[number] = re.sub(r",? ?\bsource: \w+", "", lines[number], count=1)
    return Damaged("\n".join(lines), at(number + 1), frozenset({"missing_source"}))


def backwards(text: str, rng: random.Random) -> Damaged | None:
    """Exchange a low and a high that differ."""
    pattern = r"low: (?P<low>[\d.]+), high: (?P<high>[\d.]+)"
    lines = text.split("\n")
    differing = [m for line in lines for m in re.finditer(pattern, line) if m["low"] != m["high"]]
    if not differing:
        return None
    found = rng.choice(differing)
    change = f"low: {found['high']}, high: {found['low']}"
    return changed_line(text, rng, re.escape(found[0]), change, "contradiction")


def tab(text: str, rng: random.Random) -> Damaged | None:
    return changed_line(text, rng, r"$(?<=\S)", "\t", "tab")


def cleared(text: str, rng: random.Random) -> Damaged:
    return Damaged(rng.choice(("", "\n", "   \n", "\n\n\n")), at(1))


def byte_order_mark(text: str, rng: random.Random) -> Damaged:
    return Damaged("\ufeff" + text, at(1), frozenset({"byte_order_mark"}))


def windows_endings(text: str, rng: random.Random) -> Damaged:
    return Damaged(text.replace("\n", "\r\n"), at(1), frozenset({"line_ending"}))


def one_windows_ending(text: str, rng: random.Random) -> Damaged:
    lines = text.split("\n")
    number = rng.randrange(len(lines) - 1)
    lines[number] += "\r"
    return Damaged("\n".join(lines), at(number + 1), frozenset({"line_ending"}))


def bracket(text: str, rng: random.Random) -> Damaged | None:
    """Open a bracket that is never closed: YAML may notice as late as the end of the file."""
    found = changed_line(text, rng, r"^(\s*(?:- )?(?:\w+: )?)(?=[\w{])", r"\1[{")
    return None if found is None else Damaged(found.text, range(1, found.text.count("\n") + 3))


IN_YAML: dict[str, Damage] = {
    "NO as a value": no_as_value,
    "012": octal,
    "NaN or infinite": not_a_number,
    "unknown source": unknown_source,
    "unknown key": unknown_key,
    "repeated key": repeated_key,
    "wrong unit": wrong_unit,
    "missing source": missing_source,
    "low above high": backwards,
    "tab": tab,
    "empty": cleared,
    "byte order mark": byte_order_mark,
    "CRLF": windows_endings,
    "one CRLF": one_windows_ending,
    "bracket left open": bracket,
}


def cells_of(text: str) -> tuple[list[str], list[list[str]]]:
    """Header and plain rows of a table; rows with quotes are left alone."""
    header, *rows = text.rstrip("\n").split("\n")
    return header.split(","), [row.split(",") if '"' not in row else [row] for row in rows]


def changed_cell(
    text: str, rng: random.Random, columns: Iterable[str], change: Callable[[str], str], *codes: str
) -> Damaged | None:
    """Change one filled cell of one of `columns` in a random row; its line must be named."""
    header, rows = cells_of(text)
    places = [
        (number, header.index(column))
        for column in columns
        if column in header
        for number, row in enumerate(rows)
        if len(row) == len(header) and row[header.index(column)].strip()
    ]
    if not places:
        return None
    number, column = rng.choice(places)
    lines = text.split("\n")
    row = list(rows[number])
    row[column] = change(row[column])
    lines[number + 1] = ",".join(row)
    return Damaged("\n".join(lines), at(number + 2), frozenset(codes))


FIGURES = (
    *(
        "mean",
        "sd",
        "low",
        "high",
        "p5",
        "p50",
        "size",
        "force_gf",
        "degrees",
        "days",
        "value",
        "weeks",
        "from_week",
    ),
    *("occasional_lb", "from_mm", "from_size", "grade", "step"),
)


def in_cells(columns: Iterable[str], change: Callable[[str], str], *codes: str) -> Damage:
    return lambda text, rng: changed_cell(text, rng, columns, change, *codes)


def repeated_row(text: str, rng: random.Random) -> Damaged:
    lines = text.rstrip("\n").split("\n")
    number = rng.randrange(1, len(lines))
    return Damaged(
        "\n".join([*lines, lines[number]]) + "\n", at(len(lines) + 1), frozenset({"duplicate_row"})
    )


def one_cell_more(text: str, rng: random.Random) -> Damaged:
    lines = text.rstrip("\n").split("\n")
    number = rng.randrange(1, len(lines))
    lines[number] += ",,"
    return Damaged("\n".join(lines) + "\n", at(number + 1), frozenset({"wrong_row"}))


def unknown_column(text: str, rng: random.Random) -> Damaged:
    header, _, rest = text.partition("\n")
    names = header.split(",")
    names[rng.randrange(len(names))] += "_x"
    return Damaged(",".join(names) + "\n" + rest, at(1), frozenset({"wrong_columns"}))


def stray_quote(text: str, rng: random.Random) -> Damaged:
    lines = text.rstrip("\n").split("\n")
    number = rng.randrange(1, len(lines))
    line = lines[number]
    place = rng.choice([0, *(m.end() for m in re.finditer(",", line)), rng.randrange(len(line))])
    lines[number] = line[:place] + '"' + line[place:]
    codes = frozenset({"not_csv", "stray_quote", "wrong_row"})
    return Damaged("\n".join(lines) + "\n", at(number + 1), codes)


def header_only(text: str, rng: random.Random) -> Damaged:
    return Damaged(text.partition("\n")[0] + "\n", at(1), frozenset({"no_rows"}))


IN_CSV: dict[str, Damage] = {
    "NO as a value": in_cells(("verified",), lambda _: "NO", "wrong_type"),
    "012": in_cells(FIGURES, lambda _: "012", "wrong_type"),
    "NaN": in_cells(FIGURES, lambda _: "NaN", "wrong_type"),
    "infinite": in_cells(FIGURES, lambda _: "inf", "wrong_type"),
    "words for a number": in_cells(FIGURES, lambda text: f"about {text}", "wrong_type"),
    "unknown source": in_cells(("source",), lambda _: "nobody_1999", "unknown_source"),
    "missing source": in_cells(("source",), lambda _: "", "missing_source"),
    "wrong unit": in_cells(("unit",), lambda _: "kgg", "unknown_unit"),
    "repeated row": repeated_row,
    "one cell more": one_cell_more,
    "unknown column": unknown_column,
    "stray quote": stray_quote,
    "header only": header_only,
    "tab": tab,
    "empty": cleared,
    "byte order mark": byte_order_mark,
    "CRLF": windows_endings,
    "one CRLF": one_windows_ending,
}
