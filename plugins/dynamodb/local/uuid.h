/* SPDX-License-Identifier: Apache-2.0 */
/* Ids made from what tells one thing from another; nothing secret hangs on them. */
#ifndef SLRUN_DYNAMODB_UUID_H
#define SLRUN_DYNAMODB_UUID_H

#include <stdint.h>

enum { UUID_SIZE = 40 };

/* A UUID of the texts (ended by NULL) and a number: the same for the same. */
void uuid_of(const char *const *parts, uint64_t seed, char out[UUID_SIZE]);

#endif
