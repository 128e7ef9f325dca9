"""Names that are reserved: a deal cannot have them."""

from __future__ import annotations

from tas_cli.method.catalogue import NOBODY, US

_DEVICES = {"con", "prn", "aux", "nul"} | {
    port + number for port in ("com", "lpt") for number in "123456789"
}
_MEANINGS = {
    "tas": "tas.yaml holds the settings",
    US: "it means your own company",
    NOBODY: "it means that there is no incumbent",
}


def reserved(name: str) -> str:
    """Return what a reserved id means; an empty text for any other."""
    device = "Windows uses it for a device" if name in _DEVICES else ""
    return _MEANINGS.get(name, device)
