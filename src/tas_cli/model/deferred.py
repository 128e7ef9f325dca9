"""Parts of a file that most files lack: what validates them is built once a file has them.

Building the validator of a model with many fields takes milliseconds, and so does loading it, in
every call of tas.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import Any

from pydantic import ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation, config=ConfigDict(strict=True))


def _loaded(module: str) -> ModuleType:
    if module == "plan":
        from tas_cli.model import plan  # noqa: PLC0415 - most files have none of it

        return plan
    if module == "value":
        from tas_cli.model import value  # noqa: PLC0415 - as above

        return value
    from tas_cli.model import customer  # noqa: PLC0415 - as above

    return customer


class Deferred:
    """Marks such a part: `people: Annotated[dict[Id, Person], Deferred()]`.

    With a name, such as `plan.Tactics`, its type is in that module of `model/`, which is loaded
    then: few files have any of it.
    """

    def __init__(self, name: str = "") -> None:
        self._module, _, self._name = name.partition(".")
        self._given: Any = None

    def annotation(self, given: Any) -> Any:
        """Return the type of the part; `given` is what it is annotated with."""
        return getattr(_loaded(self._module), self._name) if self._name else given

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
