"""What talks to a person about a missing argument: loaded only if there is one to talk to."""

from __future__ import annotations

from tas_cli.commands.finding import deal_picked
from tas_cli.commands.picking import chosen, offered
from tas_cli.commands.prompts import ask_for_words

__all__ = ["ask_for_words", "chosen", "deal_picked", "offered"]
