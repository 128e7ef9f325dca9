"""Parts of a file that most files lack: their validators are built once a file has them.

Building the validator of a model with many fields takes milliseconds, in every call of tas.
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
    """Marks such a part: `people: Annotated[dict[Id, Person], Deferred()]`."""

    def __init__(self) -> None:
        self._annotation: Any = None

    def __get_pydantic_core_schema__(
        self, source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        self._annotation = source
        return core_schema.no_info_plain_validator_function(
            lambda value: _adapter(source).validate_python(value)
        )

    def __get_pydantic_json_schema__(
        self, _core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(_adapter(self._annotation).core_schema)
