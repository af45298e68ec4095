# SPDX-License-Identifier: Apache-2.0
"""What an order's event looks like in each version of its schema."""


def v1_0(order):
    return {"id": order["id"], "total": order["total"], "address": {"street": order["street"], "city": order["city"]}}


def v1_1(order):
    """A member more: whoever knows 1.0 reads it."""
    return {**v1_0(order), "currency": order["currency"]}


def v2_0(order):
    """The address in one line: breaks whoever reads its parts."""
    return {**v1_1(order), "address": f"{order['street']}, {order['city']}"}


VERSIONS = {"1.0": v1_0, "1.1": v1_1, "2.0": v2_0}
