"""A contact while its parts are gathered, and the same one found twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from bayan.release import Contact


@dataclass
class Draft:
    """A contact while its parts are gathered."""

    name: str | None = None
    functions: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)

    def reachable(self) -> bool:
        """Whether there is a number or an address."""
        return bool(self.phones or self.emails)

    def done(self) -> Contact:
        """The contact as the front matter holds it."""
        function, office = (
            ", ".join(dict.fromkeys(parts)) or None for parts in (self.functions, self.offices)
        )
        phones, emails = (tuple(dict.fromkeys(values)) for values in (self.phones, self.emails))
        return Contact(self.name, function, office, phones, emails)


def merged(contacts: list[Contact]) -> list[Contact]:
    """One contact where the same address or number is given twice."""
    kept: list[Contact] = []
    for contact in contacts:
        ways = {*contact.emails, *contact.phones}
        at = next(
            (
                at
                for at, one in enumerate(kept)
                if ways & {*one.emails, *one.phones} and ways <= {*one.emails, *one.phones}
            ),
            None,
        )
        if at is None:
            kept.append(contact)
        elif kept[at].name is None and contact.name:
            kept[at] = Contact(
                contact.name, contact.function, contact.office, kept[at].phones, kept[at].emails
            )
    return kept
