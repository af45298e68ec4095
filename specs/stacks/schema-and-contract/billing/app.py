# SPDX-License-Identifier: Apache-2.0
"""Bills an order. It reads the total alone, so the address is no concern of its."""


def handler(event, context):
    detail = event["detail"]
    return {"order": detail["id"], "bill": f"{detail['total']:.2f} {detail.get('currency', 'EUR')}"}
