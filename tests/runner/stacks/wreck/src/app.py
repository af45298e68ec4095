# SPDX-License-Identifier: Apache-2.0
import json
import logging
import time

logging.getLogger().setLevel("INFO")


def work(job):
    logging.info("working for %s", job["case"])
    if job["do"] == "raise":
        raise ValueError("no price in " + job["case"])
    if job["do"] == "library":
        json.loads("{")
    if job["do"] == "sleep":
        time.sleep(60)
    if job["do"] == "structured":
        print(json.dumps({"level": "ERROR", "message": "cannot book", "case": job["case"], "amount": 7,
                          "timestamp": "2026-01-01T00:00:00Z", "password": "open-sesame-4713",
                          "exception": "Traceback (most recent call last):\n  File \"a.py\"\nKeyError: 'price'"}))
    return job["do"]


def handler(event, context):
    if "Records" in event:
        return [work(json.loads(record["body"])) for record in event["Records"]][0]
    return work(event)
