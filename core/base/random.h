/* SPDX-License-Identifier: Apache-2.0 */
/* Randomness from the system. */
#ifndef SLRUN_BASE_RANDOM_H
#define SLRUN_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include <slrun/error.h>

enum { RANDOM_ID_MAX = 12, RANDOM_UUID_MAX = 37 };

/* `size` random bytes (getrandom). 0, or -1 with `error` filled. */
int random_bytes(void *out, size_t size, struct slrun_error *error);

/* An id: "r" and 9 of a-z0-9, safe in names of buckets, queues, tables, streams and stacks; also
 * seeds drand48(), which jitters waits and retries. */
int random_id(char out[RANDOM_ID_MAX], struct slrun_error *error);

/* A UUID of version 4 (RFC 9562), for idempotency tokens. */
int random_uuid(char out[RANDOM_UUID_MAX], struct slrun_error *error);

/* The same from a state of one's own, which is not all zero (xorshift128+): for ids that need to
 * differ, and are no secret. */
uint64_t random_next(uint64_t state[2]);
void random_next_uuid(uint64_t state[2], char out[RANDOM_UUID_MAX]);

#endif
