"""Names that mean something already, so that no deal can be called by them."""

from __future__ import annotations

from tas_cli.method.catalogue import NOBODY, US

_DEVICES = {"con", "prn", "aux", "nul"} | {
    port + number for port in ("com", "lpt") for number in "123456789"
}
_MEANINGS = {
    "tas": "tas.yaml is the name of the settings",
    US: "it means your own company",
    NOBODY: "it means that a place is free",
}


def reserved(name: str) -> str:
    """Return what an id means already; nothing where it is free."""
    device = "Windows keeps that name for a device" if name in _DEVICES else ""
    return _MEANINGS.get(name, device)
