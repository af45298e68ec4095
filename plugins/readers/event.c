/* SPDX-License-Identifier: Apache-2.0 */
/* Envelopes of records. Members that are not there are left out, but where AWS tells null. */
#include "readers/event.h"

/* {"SequenceNumber", "sequenceNumber"}: a member and its name in the event. */
struct rename {
    const char *from, *to;
};

static void move(json_t *to, const json_t *from, const struct rename *names, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        json_t *value = json_object_get(from, names[i].from);
        if (value)
            (void)json_object_set(to, names[i].to, value);
    }
}

static void put_text(json_t *record, const char *name, const char *text)
{
    (void)json_object_set_new(record, name, json_string(text));
}

/* ---- Amazon SQS ---- */

static json_t *attributes(const json_t *given)
{
    static const struct rename names[] = {{"StringValue", "stringValue"},
                                          {"BinaryValue", "binaryValue"}};
    const char *name;
    json_t *value, *out = json_object();
    json_object_foreach ((json_t *)(uintptr_t)given, name, value) {
        json_t *one = json_object();
        move(one, value, names, sizeof names / sizeof *names);
        (void)json_object_set_new(one, "stringListValues", json_array());
        (void)json_object_set_new(one, "binaryListValues", json_array());
        (void)json_object_set(one, "dataType", json_object_get(value, "DataType"));
        (void)json_object_set_new(out, name, one);
    }
    return out;
}

json_t *event_of_message(const struct reader *reader, const json_t *message)
{
    static const struct rename first[] = {{"MessageId", "messageId"},
                                          {"ReceiptHandle", "receiptHandle"},
                                          {"Body", "body"},
                                          {"Attributes", "attributes"}};
    static const struct rename sums[] = {{"MD5OfMessageAttributes", "md5OfMessageAttributes"},
                                         {"MD5OfBody", "md5OfBody"}};
    json_t *record = json_object();
    move(record, message, first, sizeof first / sizeof *first);
    (void)json_object_set_new(record, "messageAttributes",
                              attributes(json_object_get(message, "MessageAttributes")));
    if (reader->window_ms > 0) /* as AWS was seen to; no other batch has it */
        (void)json_object_set_new(record, "md5OfMessageAttributes", json_null());
    move(record, message, sums, sizeof sums / sizeof *sums);
    put_text(record, "eventSource", "aws:sqs");
    put_text(record, "eventSourceARN", reader->arn);
    put_text(record, "awsRegion", reader->region);
    return record;
}

/* ---- Amazon Kinesis ---- */

json_t *event_of_kinesis(const struct reader *reader, const char *shard, const json_t *given)
{
    static const struct rename names[] = {
        {"PartitionKey", "partitionKey"},
        {"SequenceNumber", "sequenceNumber"},
        {"Data", "data"},
        {"ApproximateArrivalTimestamp", "approximateArrivalTimestamp"}};
    json_t *kinesis = json_pack("{s:s}", "kinesisSchemaVersion", "1.0");
    move(kinesis, given, names, sizeof names / sizeof *names);
    const char *number = json_string_value(json_object_get(given, "SequenceNumber"));
    return json_pack("{s:o, s:s, s:s, s:o, s:s, s:s, s:s, s:s}", "kinesis", kinesis, "eventSource",
                     "aws:kinesis", "eventVersion", "1.0", "eventID",
                     json_sprintf("%s:%s", shard, number ? number : ""), "eventName",
                     "aws:kinesis:record", "invokeIdentityArn", reader_role(reader), "awsRegion",
                     reader->region, "eventSourceARN", reader->arn);
}

/* ---- Amazon DynamoDB Streams ---- */

json_t *event_of_dynamodb(const struct reader *reader, const char *shard, const json_t *given)
{
    json_t *record = json_copy((json_t *)(uintptr_t)given);
    json_t *change = json_copy(json_object_get(given, "dynamodb"));
    const json_t *time = json_object_get(change, "ApproximateCreationDateTime");
    (void)shard;
    if (time) /* seconds, with a decimal point */
        (void)json_object_set_new(change, "ApproximateCreationDateTime",
                                  json_real(json_number_value(time)));
    if (change)
        (void)json_object_set_new(record, "dynamodb", change);
    put_text(record, "eventSourceARN", reader->stream);
    return record;
}
