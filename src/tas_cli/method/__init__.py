"""The TAS method as data, and the typed catalogue that the other rooms read it through."""
