"""Bare rating signs put in quotes, and nothing else touched."""

from __future__ import annotations

from tas_cli.source.faults import Fault
from tas_cli.source.parse import parse
from tas_cli.source.splicing.splice import Splice, encode, spliced


def mended(data: bytes) -> tuple[bytes, list[Fault]]:
    """Return the bytes with bare rating signs put in quotes, and the faults that are gone."""
    document = parse(data)
    faults = [fault for fault in document.faults if fault.mended]
    if document.root is None or not faults:
        return data, []
    content = document.text.content
    splices = []
    for fault in faults:
        sign = content[fault.span.start : fault.span.end]
        splices.append(Splice(fault.span, f'"{sign}"'))
    rest, more = mended(encode(document.text, spliced(content, splices)))
    return rest, faults + more  # more than the parser counts at a time
