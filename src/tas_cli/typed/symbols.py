"""The symbols and words that people write for currencies; several share one."""

from __future__ import annotations

from tas_cli.model.currencies import CURRENCIES

_DOLLARS = "USD CAD AUD NZD SGD HKD TWD BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD"
_SYMBOLS = {
    "€ euro euros": "EUR",
    "£ ￡ pound pounds": "GBP EGP FKP GIP LBP SDG SHP SSP SYP",
    "dollar dollars": _DOLLARS,
    "$": f"{_DOLLARS} MXN ARS BRL CLP COP CUP DOP UYU",
    "us$ usdollar usdollars": "USD",
    "c$ ca$ can$": "CAD", "a$ au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD",
    "nt$": "TWD", "mx$": "MXN", "r$": "BRL",
    "¥ ￥": "JPY CNY", "yen 円": "JPY", "元 rmb": "CNY",
    "fr sfr franken": "CHF",
    "kr": "SEK NOK DKK ISK",
    "zł": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON MDL", "₺ tl": "TRY", "₽": "RUB", "₴": "UAH",
    "₹": "INR", "rs": "INR PKR LKR NPR MUR", "₩ ￦": "KRW", "฿": "THB", "₫": "VND", "₱": "PHP",
    "rm": "MYR", "rp": "IDR", "₸": "KZT", "₪": "ILS", "dh dhs": "AED MAD",
    "r": "ZAR", "₦": "NGN", "ksh": "KES", "gh₵": "GHS",
    "s/": "PEN", "bs": "BOB VES", "₡": "CRC",
}  # fmt: skip
_CODES = {word: tuple(codes.split()) for words, codes in _SYMBOLS.items() for word in words.split()}


def currencies(text: str) -> tuple[str, ...]:
    """Return the codes that a symbol, a word or a code stands for, the usual one first."""
    word = "".join(text.casefold().split()).strip(".")
    if word.upper() in CURRENCIES:
        return (word.upper(),)
    return _CODES.get(word, ())
