# SPDX-License-Identifier: Apache-2.0
"""Ports for servers that cannot choose one themselves."""
import contextlib
import pathlib
import random
import socket

LEAST = 10240  # below it somebody may listen by habit
TRIES = 200


def free_port():
    """A port of loopback that nobody listens at, and that no connection gets as its own meanwhile: whoever dials until
    the server listens could else reach itself."""
    given_out = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    for _ in range(TRIES):
        port = random.randrange(LEAST, given_out)
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port")
