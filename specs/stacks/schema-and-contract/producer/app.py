# SPDX-License-Identifier: Apache-2.0
"""Announces an order as an event of EventBridge, in the version of the schema that is asked for."""
from versions import VERSIONS


def handler(event, context):
    version = event["version"]
    return {"source": "shop", "detail-type": "OrderPlaced", "detail": {"version": version, **VERSIONS[version](event["order"])}}
