/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shard iterators: a position and when it was taken. To clients they are opaque; here they are 8
 * bytes that AWS's begin with, a digest against accidents, the fields, and zeros up to a multiple
 * of 16, in base64.
 */
#ifndef SLRUN_KINESIS_ITERATOR_H
#define SLRUN_KINESIS_ITERATOR_H

#include <stdbool.h>
#include <stdint.h>

#include "params/params.h"

enum {
    ITERATOR_TEXT_SIZE = 513, /* with the NUL: the model's bound */
    ITERATOR_LIFE_MS = 300000
};

struct iterator {
    int64_t taken_ms;
    uint64_t index;    /* of the first record that is wanted */
    int64_t created_s; /* of the shard */
    int32_t shard;
    char name[NAME_MAX_LENGTH + 1]; /* of the stream */
};

/* False: no memory for the digest. */
bool iterator_write(const struct iterator *iterator, char text[ITERATOR_TEXT_SIZE]);

/* False: it is none of ours. */
bool iterator_read(struct iterator *iterator, const char *text);

#endif
