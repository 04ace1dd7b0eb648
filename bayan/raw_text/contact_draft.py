"""A contact while its parts are gathered, and the same one found twice."""

from __future__ import annotations

from dataclasses import dataclass, field

from bayan.names import fold_name
from bayan.raw_text.people import is_name
from bayan.raw_text.vocabulary import is_phrase
from bayan.release import Contact


@dataclass
class Draft:
    """A contact while its parts are gathered."""

    name: str | None = None
    functions: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    joined: bool = False
    """Whether "and" or "or" stands between it and the one before."""

    def reachable(self) -> bool:
        """Whether there is a number or an address."""
        return bool(self.phones or self.emails)

    def done(self) -> Contact:
        """The contact as the front matter holds it."""
        offices = self.offices
        if not self.name:
            self.name = self._name_by_email()
        if self.name and len(offices) > 1:  # "Press office: Jane Example, IOM Tunisia"
            offices = [office for office in offices if not is_phrase("contact_label", office)]
        function, office = (", ".join(dict.fromkeys(parts)) or None for parts in (self.functions, offices))
        phones, emails = (tuple(dict.fromkeys(values)) for values in (self.phones, self.emails))
        return Contact(self.name, function, office, phones, emails)

    def _name_by_email(self) -> str | None:
        """The name that a function ends with, where an address holds it: "spokesperson Joel Trial"."""
        for at, text in enumerate(self.functions):
            words = text.split()
            for count in (2, 3):
                name = " ".join(words[-count:])
                known = len(words) > count and len(words[-1]) > 2 and is_name(name)
                if known and any(fold_name(words[-1]) in fold_name(one.split("@")[0]) for one in self.emails):
                    self.functions[at] = " ".join(words[:-count])
                    return name
        return None


def shared(drafts: list[Draft]) -> list[Draft]:
    """*drafts*, with the ways of the last of some joined persons given to those before, who have none."""
    at = 0
    while at < len(drafts):
        end = at + 1
        while end < len(drafts) and drafts[end].joined and not drafts[end - 1].reachable():
            end += 1
        _share(drafts[at:end])
        at = end
    return drafts


def _share(group: list[Draft]) -> None:
    """One number or address for each person of *group* in order, or all for all of them."""
    last = group[-1]
    phones, emails = last.phones, last.emails
    for at, draft in enumerate(group if len(group) > 1 else ()):
        draft.phones = phones[at : at + 1] if len(phones) == len(group) else phones
        draft.emails = emails[at : at + 1] if len(emails) == len(group) else emails
        draft.offices = draft.offices or last.offices


def merged(contacts: list[Contact]) -> list[Contact]:
    """One contact where the same address or number is given twice."""
    kept: list[Contact] = []
    for contact in contacts:
        ways = {*contact.emails, *contact.phones}
        at = next(
            (
                at
                for at, one in enumerate(kept)
                if ways & {*one.emails, *one.phones}
                and ways <= {*one.emails, *one.phones}
                and not _others(one, contact)
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


def _others(one: Contact, other: Contact) -> bool:
    """Whether two names are given: two persons may share a number."""
    return bool(one.name and other.name) and fold_name(one.name or "") != fold_name(other.name or "")
