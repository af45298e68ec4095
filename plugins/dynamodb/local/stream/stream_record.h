/* SPDX-License-Identifier: Apache-2.0 */
/* What a write leaves in the table's stream. */
#ifndef SLRUN_DYNAMODB_STREAM_RECORD_H
#define SLRUN_DYNAMODB_STREAM_RECORD_H

#include "item/write.h"

/* Does the write change anything? */
bool stream_changes(const struct write *write);

/* INSERT, MODIFY or REMOVE. */
const char *stream_event_name(const struct write *write);

/* Will the write leave a record? Not without an enabled stream, and not when nothing changes. */
bool stream_wants(const struct write *write);

/* Keeps the record. False when the store fails, and without memory. */
bool stream_record(const struct write *write);

#endif
