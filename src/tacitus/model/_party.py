"""Who acts, who is acted upon."""

from dataclasses import dataclass

from tacitus.model._span import Evidenced


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Evidenced):
    """A resolved actor or recipient.

    `name` is the canonical English name, `country` the ISO 3166-1 alpha-3 code of the home country (None where the
    party has none or the report does not tell), `sector` a PLOVER sector code of the codebook.
    """

    name: str
    country: str | None = None
    sector: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether it has a name proper; "gunmen" and "residents" have none."""
        return self.name[:1].isupper() or self.name.startswith("al-")
