/* SPDX-License-Identifier: Apache-2.0 */
/* A stream as JSON, as the store keeps it: everything but its records and counters. */
#ifndef SLRUN_KINESIS_KEEP_H
#define SLRUN_KINESIS_KEEP_H

#include "stream/stream.h"

/* A new reference, or NULL: out of memory. */
json_t *keep_stream(const struct stream *stream);

/* Fills a new stream. False: the JSON is not what keep_stream() writes. */
bool keep_read(struct stream *stream, const json_t *kept);

#endif
