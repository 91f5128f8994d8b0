"""What somebody changes on a page -> an entry of the log.

An item is confirmed, hidden, corrected, renamed, put together with another or apart from it; a missed one is marked.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request

from detente.desk.site import Site
from detente.desk.views.asked import named
from detente.errors import UnknownId, UsageError
from detente.record import by_hand, mark, same
from detente.record.by_hand import Hand, at_present
from detente.record.corrections import Correction
from detente.record.ids import Found, find, find_item
from detente.record.settable import settable

_LONGEST = 20_000  # characters of a field
_Make = Callable[[Connection, Found, FormData, Hand], Correction]


def given(form: FormData, name: str) -> str:
    """A text field of a form. Raises UsageError for one that is too long."""
    value = str(form.get(name) or "").strip()
    if len(value) > _LONGEST:
        raise UsageError(f"{name} is longer than {_LONGEST:,} characters")
    return value


def confirm(site: Site, request: Request, form: FormData) -> str:
    """Say that an item is right."""
    return _changed(site, request, form, lambda connection, found, _, hand: by_hand.confirm(connection, found, hand))


def hide(site: Site, request: Request, form: FormData) -> str:
    """Leave an item out of every answer."""
    return _changed(site, request, form, lambda connection, found, _, hand: by_hand.hide(connection, found, hand))


def correct(site: Site, request: Request, form: FormData) -> str:
    """Set the fields whose values in the form are others than the item has."""
    return _changed(site, request, form, _corrected)


def rename(site: Site, request: Request, form: FormData) -> str:
    """Call a person, territory or agreement otherwise."""
    return _changed(
        site, request, form,
        lambda connection, found, form, hand: by_hand.rename(connection, found, given(form, "name"), hand),
    )  # fmt: skip


def merge(site: Site, request: Request, form: FormData) -> str:
    """Say that two events are one."""
    return _changed(
        site, request, form,
        lambda connection, found, form, hand: same.merge(connection, found, _other(connection, form), hand),
    )  # fmt: skip


def split(site: Site, request: Request, form: FormData) -> str:
    """Say that two events are not one."""
    return _changed(
        site, request, form,
        lambda connection, found, form, hand: same.split(connection, found, _other(connection, form), hand),
    )  # fmt: skip


def mark_words(site: Site, request: Request, form: FormData) -> str:
    """Enter an item that the reader missed, by words of a report."""
    section = given(form, "section")
    own = [name for name in form if name.startswith(f"{section}.")]
    fields = [f"{name.partition('.')[2]}={value}" for name in own if (value := given(form, name))]
    fields += [line for line in given(form, "fields").splitlines() if line.strip()]
    at = given(form, "start")
    place = int(at) if at.isascii() and at.isdecimal() and len(at) < 10 else None
    with site.store.writing() as connection:
        found = find(connection, named(request, "id"))
        if found.item is not None:
            raise UnknownId(found.item, reason="is an item, and no report")
        entry = mark.mark(connection, found, given(form, "words"), section, fields, _hand(site, form), place)
    return site.to.item(entry.target)


def _changed(site: Site, request: Request, form: FormData, make: _Make) -> str:
    with site.store.writing() as connection:
        found = find_item(connection, named(request, "id"))
        make(connection, found, form, _hand(site, form))
    if form.get("from") == "review":
        return site.to.page("review", dispute=given(form, "dispute"), kind=given(form, "kind"))
    return site.to.item(str(found.item))


def _corrected(connection: Connection, found: Found, form: FormData, hand: Hand) -> Correction:
    section, item, _ = at_present(connection, found)
    changed = [
        f"{field.name}={given(form, field.name)}"
        for field in settable(section, item)
        if field.name in form and given(form, field.name) != field.value
    ]
    if not changed:
        raise UsageError(f"nothing was changed on {item.id}; if it is right, confirm it")
    return by_hand.correct(connection, found, changed, hand)


def _other(connection: Connection, form: FormData) -> Found:
    return find_item(connection, given(form, "another") or given(form, "other"))


def _hand(site: Site, form: FormData) -> Hand:
    return Hand(site.by, given(form, "why") or None, site.now())
