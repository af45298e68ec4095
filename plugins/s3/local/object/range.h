/* SPDX-License-Identifier: Apache-2.0 */
/* Which bytes of an object are asked for: Range (RFC 9110, 14.2), or a part's by its number. */
#ifndef SLRUN_S3_RANGE_H
#define SLRUN_S3_RANGE_H

#include "service.h"

struct range {
    uint64_t first, size;
    bool partial; /* the answer is a 206 */
    long part;    /* number asked for; 0: none */
};

/* false: the fault is set. */
bool range_read(struct call *call, const struct object *object, struct range *range);
/* Whether the query's partNumber, if there is one, is such a number: known before the object is. */
bool range_check_part(struct call *call);

/* "bytes=first-last", "bytes=first-", "bytes=-size" of `total` bytes. 1: it is one; 0: not a range
 * that is served; -1: it lies outside. */
int range_parse(const char *text, uint64_t total, struct range *range);

/* [number, size, checksum] of the part at a place, from 1 on, or NULL. */
const json_t *range_part(const struct object *object, long place);

#endif
