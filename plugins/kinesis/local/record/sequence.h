/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sequence numbers. AWS calls them opaque, but gives errors that look into them. As whole numbers
 * they have, from the top, in hexadecimal digits:
 *
 *   version 2 (47)  2, second the shard was created (9), shard (1, its low digit), index (16),
 *                   0 (2; 1: behind that record), second of the record (9), shard (8), version (1)
 *   version 1 (47)  2, second the shard was created (9), shard (1), 0 (2), second (9), random (14),
 *                   index (2), shard (8), version (1)
 *   version 0 (32)  1, second the shard was created (9), 0 (2), random (16), shard (4)
 *
 * Records of today are of version 2: 56 decimal digits. Their index counts up, so within a shard
 * the order of the indexes is the order of the numbers.
 */
#ifndef SLRUN_KINESIS_SEQUENCE_H
#define SLRUN_KINESIS_SEQUENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "wide.h"

#define SEQUENCE_INDEX_MAX UINT64_C(0x7fffffffffffffff)

struct sequence {
    int version;
    int64_t created_s; /* when the shard was created */
    uint64_t index;
    int64_t second; /* of the record */
    int32_t shard;
    bool behind; /* it is no record's: the place behind the one of that index */
};

/* Reads decimal digits; false: it is no sequence number. */
bool sequence_read(struct sequence *sequence, const char *text);

/* Writes one of version 2. */
void sequence_write(const struct sequence *sequence, char text[WIDE_TEXT_SIZE]);

#endif
