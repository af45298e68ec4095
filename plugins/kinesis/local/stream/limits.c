/* SPDX-License-Identifier: Apache-2.0 */
/* Buckets that refill. */
#include "stream/limits.h"

enum { SCALE = 1000 };
enum { FULL_AFTER_MS = 60 * 1000 /* long enough for the largest debt: 10 MB of a read */ };

/* What is still taken after `passed` milliseconds: a bucket of `size` a second. */
static int64_t refill(int64_t taken, int64_t passed, int64_t size)
{
    int64_t back = (passed > FULL_AFTER_MS ? FULL_AFTER_MS : passed) * size;
    return taken > back ? taken - back : 0;
}

bool limits_write(struct limits *limits, int64_t now, int64_t bytes)
{
    int64_t passed = now > limits->write_ms ? now - limits->write_ms : 0;
    limits->records = refill(limits->records, passed, LIMITS_WRITE_RECORDS);
    limits->bytes = refill(limits->bytes, passed, LIMITS_WRITE_BYTES);
    limits->write_ms = now;
    bool first = limits->bytes == 0; /* a large record takes a whole bucket, and more */
    if (limits->records + SCALE > (int64_t)LIMITS_WRITE_RECORDS * SCALE ||
        (!first && limits->bytes + bytes * SCALE > (int64_t)LIMITS_WRITE_BYTES * SCALE))
        return false;
    limits->records += SCALE;
    limits->bytes += bytes * SCALE;
    return true;
}

bool limits_read(struct limits *limits, int64_t now)
{
    int64_t passed = now > limits->read_ms ? now - limits->read_ms : 0;
    limits->reads = refill(limits->reads, passed, LIMITS_READS);
    limits->read_bytes = refill(limits->read_bytes, passed, LIMITS_READ_BYTES);
    limits->read_ms = now;
    if (limits->reads + SCALE > (int64_t)LIMITS_READS * SCALE ||
        limits->read_bytes >= (int64_t)LIMITS_READ_BYTES * SCALE)
        return false;
    limits->reads += SCALE;
    return true;
}

void limits_count_read(struct limits *limits, int64_t bytes)
{
    limits->read_bytes += bytes * SCALE;
}
