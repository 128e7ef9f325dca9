"""What can be undone in a session on a full screen; pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass
class Undoing:
    """A session that keeps what it was before each change.

        @dataclass
        class PlanSession(Undoing):
            KEPT = ("unsaved", "at")
            DERIVED = ("plan",)

    `KEPT` names the attributes that `undo` restores: first everything unsaved, which is immutable,
    then where the cursor is. `DERIVED` names the cached properties that depend on what is unsaved.
    """

    KEPT: ClassVar[tuple[str, ...]]
    DERIVED: ClassVar[tuple[str, ...]] = ()
    _past: list[tuple[Any, ...]] = field(default_factory=list, init=False, repr=False)

    def undo(self) -> bool:
        """Undo the last change; return False if there is none."""
        if not self._past:
            return False
        for name, value in zip(self.KEPT, self._past.pop(), strict=True):
            setattr(self, name, value)
        self._refresh()
        return True

    def _put(self, unsaved: object) -> bool:
        """Replace everything unsaved; return False if it is the same."""
        if unsaved == getattr(self, self.KEPT[0]):
            return False
        self._past.append(tuple(getattr(self, name) for name in self.KEPT))
        setattr(self, self.KEPT[0], unsaved)
        self._refresh()
        return True

    def _refresh(self, *more: str) -> None:
        """Forget what follows from what is unsaved, and `more`, to work it out again."""
        for name in (*self.DERIVED, *more):
            self.__dict__.pop(name, None)
