"""Parts of a file that most files lack: what validates them is built once a file has them.

Building the validator of a model with many fields takes milliseconds, and so does loading it, in
every call of tas.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation, config=ConfigDict(strict=True))


class Deferred:
    """Marks such a part: `people: Annotated[dict[Id, Person], Deferred()]`.

    With a name, its type is the one of that name in `model/parts.py`, which is loaded then.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._given: Any = None

    def annotation(self, given: Any) -> Any:
        """Return the type of the part; `given` is what it is annotated with."""
        if not self._name:
            return given
        from tas_cli.model import parts  # noqa: PLC0415 - most files have none of them

        return getattr(parts, self._name)

    def __get_pydantic_core_schema__(
        self, source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        self._given = source
        return core_schema.no_info_plain_validator_function(
            lambda value: _adapter(self.annotation(source)).validate_python(value)
        )

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(_adapter(self.annotation(self._given)).core_schema)
