/* SPDX-License-Identifier: Apache-2.0 */
/* Positions in a shard. */
#include "record/position.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_SIZE = 40, DIGITS_MIN = 15, DIGITS_MAX = 17 };

struct shard *position_shard(struct call *call, struct stream *stream, const char *id)
{
    const char *name = call_stream_name(call, stream), *account = call->exchange->account;
    char full[SHARD_ID_SIZE];
    int32_t number;
    if (!shard_read_id(id, &number)) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Could not find shard %s in stream %s under account %s.", id, name, account);
        return NULL;
    }
    if (stream == NULL || (size_t)number >= stream->n_shards ||
        stream_shard_expired(stream, &stream->shards[number], call->now)) {
        shard_id(number, full);
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "Shard %s in stream %s under account %s does not exist", full, name, account);
        return NULL;
    }
    return &stream->shards[number];
}

/* ---- by sequence number ---- */

static bool invalid(struct call *call, const struct position *position, const char *why)
{
    const struct stream *stream = position->stream;
    char id[SHARD_ID_SIZE];
    shard_id(position->shard->number, id);
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "StartingSequenceNumber %s used in %s on shard %s in stream %s under account "
                     "%s is invalid%s.",
                     position->sequence, position->operation, id, stream->name, stream->account,
                     why);
}

static bool read_sequence(struct call *call, const struct position *position,
                          struct sequence *sequence)
{
    const struct shard *shard = position->shard;
    char given[SHARD_ID_SIZE], id[SHARD_ID_SIZE];
    if (!sequence_read(sequence, position->sequence))
        return invalid(call, position, "");
    if (sequence->shard != shard->number) {
        shard_id(sequence->shard, given);
        shard_id(shard->number, id);
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "Invalid StartingSequenceNumber. It encodes %s, while it was used in a "
                         "call to a shard with %s",
                         given, id);
    }
    if (sequence->version == 0)
        return fault_bare(&call->fault, FAULT_INTERNAL); /* AWS's answer, too */
    return (sequence->version == 2 && sequence->created_s == shard->created_s) ||
           invalid(call, position, " because it did not come from this stream");
}

/* ---- by time ---- */

/* The shortest digits that mean the same number. */
static void write_number(double number, char text[NUMBER_SIZE])
{
    for (int digits = DIGITS_MIN; digits <= DIGITS_MAX; digits++) {
        (void)snprintf(text, NUMBER_SIZE, "%.*g", digits, number);
        if (strtod(text, NULL) == number) /* exactly */
            return;
    }
}

static bool time_index(struct call *call, const struct position *position, uint64_t *index)
{
    const struct shard *shard = position->shard;
    char shown[NUMBER_SIZE];
    double ms = json_number_value(position->timestamp) * 1000;
    if (position->timestamp == NULL) {
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "Must specify timestampInMillis parameter for iterator of type "
                         "AT_TIMESTAMP. Current request has no timestamp parameter.");
    }
    if (ms > (double)call->now) {
        write_number(ms, shown);
        return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                         "The timestampInMillis parameter cannot be greater than the "
                         "currentTimestampInMillis. timestampInMillis: %s, "
                         "currentTimestampInMillis: %" PRId64,
                         shown, call->now);
    }
    size_t at = shard_find_time(shard, ms < 0 ? 0 : llround(ms));
    *index = at < shard->end ? shard->records[at]->index : *stream_counter(position->stream, shard);
    return true;
}

/* ---- */

static bool is(const struct position *position, const char *type)
{
    return strcmp(position->type, type) == 0;
}

static bool mismatch(struct call *call, const struct position *position)
{
    return fault_set(&call->fault, FAULT_INVALID_ARGUMENT,
                     "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and "
                     "StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no "
                     "StartingSequenceNumber. Request specified %s and %s StartingSequenceNumber.",
                     position->type, position->sequence == NULL ? "no" : "also a");
}

bool position_index(struct call *call, const struct position *position, uint64_t *index)
{
    bool after = is(position, "AFTER_SEQUENCE_NUMBER");
    bool by_number = after || is(position, "AT_SEQUENCE_NUMBER");
    struct sequence sequence;
    if (by_number != (position->sequence != NULL))
        return mismatch(call, position);
    if (by_number) {
        if (!read_sequence(call, position, &sequence))
            return false;
        after = after || sequence.behind;
        *index = sequence.index + (after && sequence.index < SEQUENCE_INDEX_MAX);
        return true;
    }
    if (is(position, "AT_TIMESTAMP"))
        return time_index(call, position, index);
    *index = is(position, "LATEST") ? *stream_counter(position->stream, position->shard) : 0;
    return true;
}
