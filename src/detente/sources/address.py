"""Which network addresses may be fetched from: none inside the machine's own network, unless asked."""

from __future__ import annotations

import socket
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from detente.errors import UnreadableReport
from detente.knowledge.loader import Entry, table

_NAT64 = 0x64FF9B << 64  # 64:ff9b::/96 without its last 32 bits, RFC 6052


def checked_addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The IP addresses of a host, in the resolver's order. Raises UnreadableReport where one may not be fetched from.

    One bad address refuses the host: a name that leads both outside and inside is how private networks are reached.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreadableReport(f"cannot be fetched: the host {host} is not known") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise UnreadableReport(
                f"is not fetched: {host} is inside this machine's own network; allow private addresses if it is meant"
            )
    if not addresses:
        raise UnreadableReport(f"cannot be fetched: the host {host} has no address")
    return addresses


def is_public(address: str) -> bool:
    """True for an IP address of the public internet; looks through IPv4 addresses that are wrapped in IPv6."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_global(form) for form in _forms(ip))


def _forms(ip: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The address and the IPv4 address that it stands for: mapped, translated by NAT64, or tunnelled by 6to4."""
    if isinstance(ip, IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if int(ip) >> 32 == _NAT64:
        return [IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [ip, ip.sixtofour] if ip.sixtofour else [ip]


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    """By the registries' own blocks: what ``ipaddress`` takes for global differs between versions of Python."""
    given_out, special = _blocks()
    return (ip.version == 4 or ip in given_out) and not any(ip in block for block in special)


class _SpecialAddresses(Entry, frozen=True):
    ipv4: tuple[str, ...]
    ipv6: tuple[str, ...]
    ipv6_given_out: str


@cache
def _blocks() -> tuple[IPv6Network, tuple[IPv4Network | IPv6Network, ...]]:
    blocks = table("facts/web/special_addresses", _SpecialAddresses)
    return IPv6Network(blocks.ipv6_given_out), tuple(map(ip_network, blocks.ipv4 + blocks.ipv6))
