/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Throughput of a provisioned shard (Developer Guide, "Quotas and limits"): 1 MiB and 1,000 records
 * a second in, 2 MiB and 5 reads a second out. Each quantity is a bucket that is full after a
 * second of rest. The local clock may stand still while requests pass, so limits count only in
 * streams that ask for them (LIMITS_TAG): otherwise a test would meet them that would not in AWS.
 */
#ifndef SLRUN_KINESIS_LIMITS_H
#define SLRUN_KINESIS_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

/* The tag of a stream whose limits count, if its value is "on". */
#define LIMITS_TAG "slrun:limits"

enum {
    LIMITS_WRITE_RECORDS = 1000,
    LIMITS_WRITE_BYTES = 1024 * 1024,
    LIMITS_READS = 5,
    LIMITS_READ_BYTES = 2 * 1024 * 1024
};

/* What has been taken out of each bucket; all zero at first. */
struct limits {
    int64_t write_ms, read_ms; /* when the buckets were looked at */
    int64_t records, bytes;    /* in thousandths: they refill by the millisecond */
    int64_t reads, read_bytes;
};

/* Takes a record of so many bytes. False: it is too much, nothing is taken. */
bool limits_write(struct limits *limits, int64_t now, int64_t bytes);

/* Takes a read. False: there were too many, or too many bytes before. */
bool limits_read(struct limits *limits, int64_t now);

/* Counts what a read has got. */
void limits_count_read(struct limits *limits, int64_t bytes);

#endif
