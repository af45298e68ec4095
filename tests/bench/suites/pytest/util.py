"""What the waiting workloads share."""
import os
import time

QUEUES = os.environ.get("STUB", "") + "/000000000000/"


def eventually(fetch, within_ms, every_ms):
    end = time.monotonic() + within_ms / 1000
    while True:
        found = fetch()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError("not within %s ms" % within_ms)
        time.sleep(every_ms / 1000)
