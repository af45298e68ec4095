/* SPDX-License-Identifier: Apache-2.0 */
/* Messages about records that were given up. */
#include "readers/failure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <slrun/arn.h>
#include <slrun/time.h>

enum { KEY_SIZE = 512, ID_SIZE = 37 };

static json_t *time_of(const struct stream *stream, const json_t *record)
{
    char text[SLRUN_TIME_SIZE];
    slrun_time_text(record_arrival(stream, record), stream->kind->ms, text);
    return json_string(text);
}

static json_t *batch_info(const struct lane *lane, const struct part *part)
{
    const struct stream *stream = lane->shard->stream;
    size_t n = json_array_size(part->records);
    const json_t *first = json_array_get(part->records, 0);
    const json_t *last = json_array_get(part->records, n - 1);
    return json_pack(
        "{s:s, s:s, s:s, s:o, s:o, s:I, s:s}", "shardId", lane->shard->id, "startSequenceNumber",
        record_number(stream, first), "endSequenceNumber", record_number(stream, last),
        "approximateArrivalOfFirstRecord", time_of(stream, first), "approximateArrivalOfLastRecord",
        time_of(stream, last), "batchSize", (json_int_t)n, "streamArn", stream->base.stream);
}

static json_t *message_of(const struct lane *lane, const struct part *part, const char *condition)
{
    const struct reader *reader = &lane->shard->stream->base;
    const struct engine_host *host = &reader->engine->host;
    char now[SLRUN_TIME_SIZE], made[ID_SIZE];
    host->cloud->uuid(host->cloud, made);
    slrun_time_text(reader_now(reader), 1, now);
    json_t *message = host->lost(
        host->arg, &(struct engine_loss){.consumer = reader->consumer,
                                         .condition = condition,
                                         .request_id = *part->request_id ? part->request_id : made,
                                         .version = part->version,
                                         .invokes = part->invokes ? part->invokes : 1,
                                         .aged = strcmp(condition, "RecordAgeExceeded") == 0,
                                         .error = part->error});
    (void)json_object_set_new(message, "version", json_string("1.0"));
    (void)json_object_set_new(message, "timestamp", json_string(now));
    (void)json_object_set_new(message, lane->shard->stream->kind->info, batch_info(lane, part));
    return message;
}

/* aws/SERVICE/UUID/SHARD/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-UUID */
static void object_key(const struct lane *lane, char key[KEY_SIZE])
{
    const struct reader *reader = &lane->shard->stream->base;
    time_t seconds = (time_t)(reader_now(reader) / 1000);
    char when[64], made[ID_SIZE];
    struct tm parts;
    (void)gmtime_r(&seconds, &parts);
    (void)strftime(when, sizeof when, "%Y/%m/%d/%Y-%m-%dT%H.%M.%S", &parts);
    reader_cloud(reader)->uuid(reader_cloud(reader), made);
    (void)snprintf(key, KEY_SIZE, "aws/%.32s/%.64s/%.128s/%s-%s", reader->engine->host.service,
                   reader->uuid, lane->shard->id, when, made);
}

static void on_sent(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct reader *reader = arg;
    const struct slrun_cloud *cloud = reader_cloud(reader);
    if (!result)
        cloud->host->log(SLRUN_LOG_ERROR, "%s: the on-failure destination of %s: %s",
                         reader->engine->host.service, reader->consumer, error->message);
    (void)reader_end(reader);
}

/* The call for the service of a destination: its name is the last part of the ARN. A bucket also
 * gets the records themselves. */
static struct reader_call call_of(const struct lane *lane, const struct part *part, json_t *message,
                                  const char *arn)
{
    const char *name = slrun_arn_last(arn);
    bool bucket = strncmp(arn, "arn:aws:s3:", strlen("arn:aws:s3:")) == 0;
    bool queue = strncmp(arn, "arn:aws:sqs:", strlen("arn:aws:sqs:")) == 0;
    struct reader_call call = {.done = on_sent, .arg = &lane->shard->stream->base};
    char key[KEY_SIZE];
    if (bucket)
        (void)json_object_set_new(message, "payload", json_pack("{s:O}", "Records", part->records));
    char *text = json_dumps(message, JSON_COMPACT | JSON_REAL_PRECISION(15));
    object_key(lane, key);
    call.service = bucket ? "s3" : queue ? "sqs" : "sns";
    call.operation = bucket ? "put_object" : queue ? "send_message" : "publish";
    call.args = bucket  ? json_pack("{s:s, s:s, s:s?}", "Bucket", name, "Key", key, "Body", text)
                : queue ? json_pack("{s:s, s:s?}", "QueueUrl", name, "MessageBody", text)
                        : json_pack("{s:s, s:s?}", "TopicArn", arn, "Message", text);
    free(text);
    return call;
}

void failure_send(struct lane *lane, const struct part *part, const char *condition)
{
    struct reader *reader = &lane->shard->stream->base;
    const json_t *config = json_object_get(reader->config, "DestinationConfig");
    const char *arn =
        json_string_value(json_object_get(json_object_get(config, "OnFailure"), "Destination"));
    if (!arn || json_array_size(part->records) == 0)
        return;
    json_t *message = message_of(lane, part, condition);
    const struct reader_call call = call_of(lane, part, message, arn);
    json_decref(message);
    (void)reader_call(reader, &call);
}
