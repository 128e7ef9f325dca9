"""Puts bare rating signs in quotes and touches nothing else."""

from __future__ import annotations

from tas_cli.source.faults import Fault
from tas_cli.source.parse import Document, parse
from tas_cli.source.splicing.splice import Splice, encode, spliced


def with_signs_quoted(document: Document) -> tuple[Document, list[Fault]]:
    """Return the document with bare rating signs in quotes, and the faults this fixed."""
    faults = [fault for fault in document.faults if fault.fixed]
    if document.root is None or not faults:
        return document, []
    content = document.text.content
    splices = [
        Splice(fault.span, f'"{content[fault.span.start : fault.span.end]}"') for fault in faults
    ]
    rest, more = with_signs_quoted(parse(encode(document.text, spliced(content, splices))))
    return rest, faults + more  # there were more than the parser reports at a time
