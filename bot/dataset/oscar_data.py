"""Reads the public CSV of the oscar_data project into the tables that come from it.

The file is tab-separated and never quoted; `|` parts several values, `?` stands for an id that
is not known, and a quotation mark has a backslash before it. Source: the repository
DLu/oscar_data, made from the Academy's own database.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from bot.dataset.problems import told
from bot.dataset.tables import Category, Film, Nomination, Nominee, Person, Row, Work
from bot.errors import ImportRejectedError
from bot.names.fold import slug

COLUMNS = (
    "Ceremony", "Year", "Class", "CanonicalCategory", "Category", "Film", "FilmId", "Name",
    "Nominees", "NomineeIds", "Winner", "Detail", "Note", "Citation",
)  # fmt: skip

_WON = {"True": True, "False": False, "": False}

# How the notes of the record tell what became of a nomination; the first match counts.
_STATUS = (
    ("write-in", re.compile(r"write-in", re.IGNORECASE)),
    (
        "withdrawn",
        re.compile(r"withdrawn by|withdrew|from the producer|was dropped", re.IGNORECASE),
    ),
    ("revoked", re.compile(r"ineligible|rescind|disqualif|eligibility period", re.IGNORECASE)),
)
_REMARK = (
    ("tie", re.compile(r"\bA tie\b")),
    ("refused", re.compile(r"refused the award")),
)
_PLACE = re.compile(r"(?:came in|tied for) (2nd|3rd)")

# "Screenplay by Ann; Story by Bob", "Ann and Bob, Producers", "Studio Sound Department, Ann"
_LABEL_BEFORE = re.compile(r"^\W*(?:and )?(.+?)(?: by|:| -)\W*$")
_LABEL_AFTER = re.compile(
    r"^,? ?((?:Executive |Associate |Co-)?Producers?|Sound Director|(?:Studio )?(?:Sound|Music)"
    r" Department|head of department|musical director)\b",
    re.IGNORECASE,
)
_ONE_WORDING = {
    "lyric": "Lyrics",
    "music and lyric": "Music and Lyrics",
    "written": "Writer",
    "co-written": "Co-Writer",
    "made": "Maker",
    "stories": "Story",
    "script collaborators": "Script Collaborator",
    "music and lyrics": "Music and Lyrics",
    "adaptation score": "Adaptation Score",
    "music and adaptation score": "Music and Adaptation Score",
    "written for the screen": "Written for the Screen",
    "adapted for the screen": "Adapted for the Screen",
    "original story": "Original Story",
    "screen story": "Screen Story",
    "head of department": "Head of Department",
    "musical director": "Musical Director",
}
_SEGMENT = re.compile(r"; and |;|\(|\)")
_JOINED = re.compile(r"(?:, | and | & |-| - )+")


@dataclass
class Import:
    """What one file gave: rows by table, ready to be written."""

    films: list[Film] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    nominations: list[Nomination] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    nominees: list[Nominee] = field(default_factory=list)

    def tables(self) -> dict[str, Sequence[Row]]:
        """Return the rows under their tables' names."""
        return {
            "films": self.films,
            "people": self.people,
            "nominations": self.nominations,
            "works": self.works,
            "nominees": self.nominees,
        }


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the lines of the file as dictionaries of its columns, in order.

    Raises ImportRejectedError where the file is missing, not of this format, or cut short.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ImportRejectedError(
            f"{path} cannot be read as tab-separated text: {error}"
        ) from error
    header = tuple(lines[0]) if lines else ()
    if header != COLUMNS:
        raise ImportRejectedError(
            f"{path} does not begin with the columns of oscar_data's oscars.csv "
            f"({', '.join(COLUMNS[:4])} ...), separated by tabs."
        )
    rows = []
    for number, values in enumerate(lines[1:], start=2):
        # Trailing empty columns are left out of some lines.
        if len(values) < COLUMNS.index("Name") or len(values) > len(COLUMNS):
            raise ImportRejectedError(
                f"{path}, line {number}: {len(values)} columns where {len(COLUMNS)} were expected."
            )
        filled = [*values, *[""] * (len(COLUMNS) - len(values))]
        rows.append({c: v.replace('\\"', '"') for c, v in zip(COLUMNS, filled, strict=True)})
    return rows


def tables_of(rows: Iterable[Mapping[str, str]], categories: Iterable[Category]) -> Import:
    """Return the tables that the lines of the file amount to.

    categories: the curated table; each CanonicalCategory must be the `canonical_name` of one.
    Raises ImportRejectedError naming the first line that has a category that is not known, or a
    value that the tables do not allow.
    """
    category_ids = {category.canonical_name: category.id for category in categories}
    result = Import()
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    taken: Counter[str] = Counter()
    for number, row in enumerate(rows, start=2):
        category_id = category_ids.get(row["CanonicalCategory"])
        if category_id is None:
            raise ImportRejectedError(
                f"Line {number}: the category {row['CanonicalCategory']!r} is new. "
                "Add it to data/categories.csv, then import again."
            )
        if row["Winner"] not in _WON:
            raise ImportRejectedError(
                f"Line {number}: {row['Winner']!r} in the column Winner is neither True nor empty."
            )
        credits = list(_credits(row))
        films = _several(row["Film"])
        nomination_id = _nomination_id(row, category_id, films, credits, taken)
        try:
            result.nominations.append(_nomination(row, nomination_id, category_id))
            works = list(_works(row, nomination_id, films))
            nominees = list(_nominees(row, nomination_id, credits))
        except ValidationError as error:
            raise ImportRejectedError(f"Line {number}: {_told(error)}") from error
        result.works += works
        result.nominees += nominees
        for work in works:
            titles[work.film_id][work.title] += 1
        for nominee in nominees:
            names[nominee.person_id][nominee.name] += 1
    result.films = [Film(id=i, title=_usual(titles[i])) for i in sorted(titles)]
    result.people = [Person(id=i, name=_usual(names[i]), kind=_kind(i)) for i in sorted(names)]
    return result


def _told(error: ValidationError) -> str:
    detail = error.errors(include_url=False)[0]
    wrong, remedy = told(detail)
    return (
        f"{error.title.lower()} {detail['loc'][0]} {str(detail['input'])[:60]!r} {wrong}. {remedy}"
    )


def _several(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _nomination_id(
    row: Mapping[str, str],
    category_id: str,
    films: Sequence[str],
    credits: Sequence[tuple[list[str], str]],
    taken: Counter[str],
) -> str:
    """Name a nomination after what it is for, so that a line added above changes no other id."""
    if row["CanonicalCategory"] == "MUSIC (Original Song)":
        subject = row["Detail"]
    elif credits and (row["Class"] in ("Acting", "Directing") or not films):
        subject = credits[0][1]
    else:
        subject = films[0] if films else row["Detail"]
    name = f"{row['Ceremony']}-{category_id}-{slug(subject)[:40].rstrip('-')}".rstrip("-")
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def _nomination(row: Mapping[str, str], nomination_id: str, category_id: str) -> Nomination:
    note = row["Note"]
    status = "official"
    if "NOT AN OFFICIAL NOMINATION" in note:
        status = next((name for name, sign in _STATUS if sign.search(note)), "unofficial")
    place = _PLACE.search(note)
    country = None
    if row["CanonicalCategory"] == "INTERNATIONAL FEATURE FILM" and row["Name"]:
        country = row["Name"].split(";")[0]
    return Nomination.model_validate(
        {
            "id": nomination_id,
            "ceremony": row["Ceremony"],
            "category_id": category_id,
            "official_name": row["Category"],
            "won": _WON[row["Winner"]],
            "status": status,
            "remark": next((name for name, sign in _REMARK if sign.search(note)), None),
            "place": place[1][0] if place else None,
            "country": country,
            "section": row["Detail"] if row["Class"] == "SciTech" else None,
        }
    )


def _works(row: Mapping[str, str], nomination_id: str, films: Sequence[str]) -> Iterator[Work]:
    ids = _several(row["FilmId"])
    details = _several(row["Detail"])
    kind = {
        "Acting": "character",
        "DANCE DIRECTION": "dance",
        "MUSIC (Original Song)": "song",
    }.get(row["Class"] if row["Class"] == "Acting" else row["CanonicalCategory"])
    # One film may have several numbers; several films have one each.
    for position in range(max(len(films), len(details) if kind and films else 0)):
        at = min(position, len(films) - 1)
        known = at < len(ids) and ids[at] not in ("", "?")
        detail = details[position] if kind and position < len(details) else None
        yield Work(
            nomination_id=nomination_id,
            position=position + 1,
            film_id=ids[at] if known else f"film-{slug(films[at])}",
            title=films[at],
            character=detail if kind == "character" else None,
            song=detail if kind == "song" else None,
            dance=detail if kind == "dance" else None,
        )


def _credits(row: Mapping[str, str]) -> Iterator[tuple[list[str], str]]:
    """Yield the ids and the name of each credit; a shared pseudonym has several ids."""
    names = _several(row["Nominees"])
    ids = _several(row["NomineeIds"])
    for position, name in enumerate(names):
        listed = ids[position].split(",") if position < len(ids) else []
        known = [i for i in listed if i not in ("", "?")]
        yield (known or [f"nominee-{slug(name)}"]), name


def _nominees(
    row: Mapping[str, str], nomination_id: str, credits: Sequence[tuple[list[str], str]]
) -> Iterator[Nominee]:
    parts = nominated_as(row["Name"], [name for _, name in credits])
    for position, ((ids, name), part) in enumerate(zip(credits, parts, strict=True), start=1):
        for person_id in ids:
            yield Nominee(
                nomination_id=nomination_id,
                position=position,
                person_id=person_id,
                name=name,
                nominated_as=part,
            )


def nominated_as(credit_line: str, names: Sequence[str]) -> list[str | None]:
    """Return what each of `names` was nominated as, in their order; None where it is not told.

    credit_line: the record's own line, such as "Music by Vincent Youmans; Lyrics by Gus Kahn"
    (gives "Music", "Lyrics") or "Ann Lee and Bob Roy, Producers" (gives "Producer" twice).
    Who is named twice is nominated as both: "Screenplay and Story".
    """
    line = credit_line.replace(", Jr.", " Jr.").replace(", Sr.", " Sr.")
    spans = _spans(line, names)
    parts: dict[str, list[str]] = defaultdict(list)
    for index, (start, end) in enumerate(spans):
        part = _label_before(line, index, spans) or _label_after(line, index, spans)
        if part and part not in parts[line[start:end]]:
            parts[line[start:end]].append(part)
    return [" and ".join(parts[name]) if parts[name] else None for name in names]


def _spans(line: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where names stand in a line, in order; never one inside a longer one."""
    longest_first = sorted({name for name in names if name}, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest_first)
    return [match.span() for match in re.finditer(either, line)] if either else []


def _label_before(line: str, index: int, spans: Sequence[tuple[int, int]]) -> str | None:
    start = spans[index][0]
    # "Music by Ann and Bob": Bob's label stands before Ann, unless a new one begins after her.
    while index and not _SEGMENT.search(line, spans[index - 1][1], start):
        index -= 1
        start = spans[index][0]
    segment = line[spans[index - 1][1] if index else 0 : start]
    label = _LABEL_BEFORE.match(_SEGMENT.split(segment)[-1])
    return _tidy(label[1]) if label else None


def _label_after(line: str, index: int, spans: Sequence[tuple[int, int]]) -> str | None:
    shared = ""
    while True:
        end = spans[index][1]
        next_start = spans[index + 1][0] if index + 1 < len(spans) else len(line)
        between = line[end:next_start]
        label = _LABEL_AFTER.match(_SEGMENT.split(between)[0].lstrip())
        if label:
            # Several share "Producers", but "Studio, Ann, Sound Director" makes only Ann one.
            many = label[1].endswith("s")
            together = not shared.strip(" -")
            return _tidy(label[1].removesuffix("s")) if many or together else None
        if index + 1 == len(spans) or not _JOINED.fullmatch(between):
            return None
        shared += between
        index += 1


def _tidy(label: str) -> str:
    return _ONE_WORDING.get(label.lower(), label[0].upper() + label[1:])


def _usual(spellings: Counter[str]) -> str:
    """The spelling used most, capitals throughout only where there is no other."""
    usual = max(spellings, key=lambda name: (not name.isupper(), spellings[name], -len(name)))
    return re.sub(r"^in collaboration with\s+", "", usual, flags=re.IGNORECASE)


def _kind(person_id: str) -> str:
    return {"nm": "person", "co": "company"}.get(person_id[:2], "unknown")
