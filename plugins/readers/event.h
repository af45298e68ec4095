/* SPDX-License-Identifier: Apache-2.0 */
/* Records as functions get them, from what the services answer (JSON as it came over the wire). */
#ifndef SLRUN_READERS_EVENT_H
#define SLRUN_READERS_EVENT_H

#include "readers/reader.h"

/* A new reference each. */
json_t *event_of_message(const struct reader *reader, const json_t *message);
json_t *event_of_kinesis(const struct reader *reader, const char *shard, const json_t *record);
json_t *event_of_dynamodb(const struct reader *reader, const char *shard, const json_t *record);

#endif
