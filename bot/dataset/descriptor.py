"""Describes the tables for other tools: `datapackage.json`, in the Data Package standard.

The description is made from the models of `tables.py`, so the two cannot part ways.
Source of the rules: the Data Package and Table Schema specifications, version 1.
"""

import json
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from bot.dataset.package import DESCRIPTOR, read_file
from bot.dataset.problems import Problem
from bot.dataset.tables import IMPORTED, TABLES, Row
from bot.errors import SourceError

_OSCAR_DATA = {"title": "oscar_data", "path": "https://github.com/DLu/oscar_data"}
_ACADEMY = {"title": "Academy Awards Database", "path": "https://awardsdatabase.oscars.org/"}
_CURATED = {"title": "Statuette team; each row of facts names its own source"}
_BSD = {
    "name": "BSD-2-Clause",
    "title": "BSD 2-Clause License",
    "path": "https://opensource.org/license/bsd-2-clause",
}
_MIT = {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}


def descriptor() -> dict[str, Any]:
    """Return the whole description: sources, licences, and a schema for each table."""
    return {
        "profile": "tabular-data-package",
        "name": "statuette",
        "title": "Every Academy Award, 1929 to today",
        "description": (
            "Nominations, wins and nights of the Academy Awards. Not affiliated with the Academy of"
            " Motion Picture Arts and Sciences."
        ),
        "sources": [_OSCAR_DATA, _ACADEMY, _CURATED],
        "licenses": [_BSD, _MIT],
        "resources": [_resource(model) for model in TABLES],
    }


def write_descriptor(folder: Path) -> bool:
    """Write `datapackage.json`; return whether it changed."""
    path, text = folder / DESCRIPTOR, json.dumps(descriptor(), indent=2, ensure_ascii=False) + "\n"
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.write_text(text, "utf-8")
    return True


def check_descriptor(source: Traversable) -> list[Problem]:
    """Return a problem where a package describes itself otherwise than the models do."""
    try:
        found = json.loads(read_file(source, DESCRIPTOR))
    except (SourceError, ValueError, RecursionError):
        found = None
    if found == descriptor():
        return []
    return [
        Problem(
            DESCRIPTOR,
            1,
            "file",
            "",
            "does not describe the tables as they are",
            "Run `bot import` once more, which writes it.",
        )
    ]


def _resource(model: type[Row]) -> dict[str, Any]:
    imported = model in IMPORTED
    return {
        "profile": "tabular-data-resource",
        "name": model.table.replace("_", "-"),
        "path": f"{model.table}.csv",
        "description": " ".join((model.__doc__ or "").split()),
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "sources": [_OSCAR_DATA, _ACADEMY] if imported else [_CURATED],
        "licenses": [_BSD] if imported else [_MIT],
        "schema": _schema(model),
    }


def _schema(model: type[Row]) -> dict[str, Any]:
    described = model.model_json_schema()["properties"]
    references = [
        {
            "fields": column,
            "reference": {"resource": _own(table, model), "fields": _key_of(table)},
        }
        for column, table in model.references.items()
        if "array" not in str(described[column].get("type"))
    ]
    schema: dict[str, Any] = {
        "fields": [_field(name, described[name]) for name in model.model_fields],
        "primaryKey": list(model.key),
    }
    return schema | ({"foreignKeys": references} if references else {})


def _own(table: str, model: type[Row]) -> str:
    # The standard writes a table's reference to itself as an empty name.
    return "" if table == model.table else table.replace("_", "-")


def _key_of(table: str) -> str:
    return next(model.key[0] for model in TABLES if model.table == table)


def _field(name: str, described: dict[str, Any]) -> dict[str, Any]:
    choices = described.get("anyOf", [described])
    rule = next(choice for choice in choices if choice.get("type") != "null")
    if rule.get("type") == "array":
        return {"name": name, "type": "string", "description": "A list, parted by semicolons."}
    constraints: dict[str, Any] = {"required": len(choices) == 1}
    for ours, theirs in {
        "enum": "enum",
        "const": "enum",
        "pattern": "pattern",
        "minLength": "minLength",
        "maxLength": "maxLength",
        "minimum": "minimum",
        "maximum": "maximum",
    }.items():
        if ours in rule:
            constraints[theirs] = rule[ours]
    field: dict[str, Any] = {"name": name, "type": rule["type"], "constraints": constraints}
    if rule.get("format") == "date":
        field["type"] = "date"
    if rule["type"] == "boolean":
        field |= {
            "trueValues": ["true", "TRUE", "True"],
            "falseValues": ["false", "FALSE", "False"],
        }
    return field
