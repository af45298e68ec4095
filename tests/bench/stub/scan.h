/* SPDX-License-Identifier: Apache-2.0 */
/* Finding one field in the JSON body of a known client, without a parse of the whole: the server
 * must cost next to nothing, or the runners would be measured by it. Names and values in the
 * workloads hold no escapes, and no value is equal to a name followed by a colon. */
#ifndef SLRUN_BENCH_SCAN_H
#define SLRUN_BENCH_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes inside a larger buffer; not NUL-terminated. */
struct slice {
    const char *at;
    size_t len;
};

/* Whether the slice is exactly this text. */
bool slice_is(struct slice s, const char *text);

/* Whether the slice begins with this text; if so it is cut off. */
bool slice_cut(struct slice *s, const char *prefix);

/* The string value of "name": "..."; false when it is not there. */
bool scan_string(struct slice json, const char *name, struct slice *value);

/* The string value of a DynamoDB attribute, "name": {"S": "..."}. */
bool scan_attribute(struct slice json, const char *name, struct slice *value);

/* The number of "name": 1.5, or 0 when it is not there. Only digits and one point. */
double scan_number(struct slice json, const char *name);

#endif
