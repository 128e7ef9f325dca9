"""The symbols and words that people write for currencies; several share one."""

from __future__ import annotations

from tas_cli.model.currencies import CURRENCIES

_SYMBOLS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP EGP GIP SHP FKP", "pound": "GBP",
    "pounds": "GBP", "$": "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP UYU", "us$": "USD",
    "dollar": "USD CAD AUD NZD SGD HKD", "dollars": "USD CAD AUD NZD SGD HKD", "us dollar": "USD",
    "us dollars": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD",
    "s$": "SGD", "hk$": "HKD", "mx$": "MXN", "nt$": "TWD", "r$": "BRL", "¥": "JPY CNY",
    "yen": "JPY", "円": "JPY", "元": "CNY", "fr": "CHF", "sfr": "CHF", "franken": "CHF",
    "kr": "SEK NOK DKK ISK", "zł": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "₺": "TRY",
    "tl": "TRY", "₹": "INR", "rs": "INR PKR LKR NPR MUR", "r": "ZAR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN", "₱": "PHP", "₴": "UAH",
}  # fmt: skip


def currencies(text: str) -> tuple[str, ...]:
    """Return the codes that a symbol, a word or a code stands for, the usual one first."""
    word = text.strip(". ").casefold()
    if word.upper() in CURRENCIES:
        return (word.upper(),)
    return tuple(_SYMBOLS.get(word, "").split())
