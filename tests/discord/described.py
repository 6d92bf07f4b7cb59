"""Discord's own description of its API, and what in a request does not fit it.

The file is not part of the project; where it is missing, nothing is checked and one test says so.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from simcord.types import HttpLogEntry

from tests.conftest import SHARED

DESCRIPTION = SHARED / "discord" / "openapi.json"
_NAME = "urn:discord"
_METHODS = ("get", "post", "put", "patch", "delete")


class Description:
    """The description, ready to compare with."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_NAME, resource)
        self._operations: list[tuple[str, re.Pattern[str], str | None]] = []
        for path, item in document["paths"].items():
            pattern = re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)))
            for method in _METHODS:
                if method in item:
                    media = item[method].get("requestBody", {}).get("content", {})
                    place = f"/paths/{_pointer(path)}/{method}/requestBody/content"
                    schema = f"{_NAME}#{place}/application~1json/schema"
                    named = schema if "application/json" in media else None
                    self._operations.append((method.upper(), pattern, named))
        # "@me" and other fixed words before names in braces.
        self._operations.sort(key=lambda operation: operation[1].pattern.count("[^/]+"))
        self._validators: dict[str, Draft202012Validator] = {}

    def faults(self, request: HttpLogEntry) -> list[str]:
        """Return what Discord's description does not allow in a request; [] if it fits."""
        for method, pattern, schema in self._operations:
            if method == request.method and pattern.fullmatch(request.path):
                if schema is None or request.json is None:
                    return []
                return self._compare(schema, _as_text(request.json))
        return [f"{request.method} {request.path} is not described"]

    def _compare(self, schema: str, body: Any) -> list[str]:
        validator = self._validators.get(schema)
        if validator is None:
            validator = Draft202012Validator({"$ref": schema}, registry=self._registry)
            self._validators[schema] = validator
        error = best_match(validator.iter_errors(body))
        return [f"{error.json_path}: {error.message:.300}"] if error else []


@lru_cache
def description() -> Description | None:
    """Return the description; None where the file is missing."""
    if not DESCRIPTION.is_file():
        return None
    return Description(json.loads(DESCRIPTION.read_text("utf-8")))


def _as_text(body: Any) -> Any:
    """Write the ids that discord.py sends as numbers as text: Discord takes both, its
    description only that.
    """
    if isinstance(body, dict) and "attachments" in body:
        numbered = [{**file, "id": str(file["id"])} for file in body["attachments"]]
        return {**body, "attachments": numbered}
    if isinstance(body, dict) and "message_reference" in body:
        reference = body["message_reference"].items()
        told = {name: str(id_) if name.endswith("_id") else id_ for name, id_ in reference}
        return {**body, "message_reference": told}
    return body


def _pointer(path: str) -> str:
    return path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
