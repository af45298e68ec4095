/* SPDX-License-Identifier: Apache-2.0 */
/* EnableKinesisStreamingDestination and its like. Statuses that AWS passes through are told in the
 * answers only. */
#include "table/destination.h"

#include <stdlib.h>
#include <string.h>

#include "request.h"
#include "table/table.h"

#define STATE "Table is not in a valid state to %s Kinesis Streaming Destination: "

/* ---- the setting ---- */

static json_t *list_of(const json_t *definition)
{
    return json_object_get(definition, "KinesisDestinations");
}

static json_t *find(const json_t *definition, const char *arn)
{
    size_t i;
    json_t *destination;
    json_array_foreach (list_of(definition), i, destination)
        if (table_says(destination, "StreamArn", arn))
            return destination;
    return NULL;
}

static bool is_active(const json_t *destination)
{
    return table_says(destination, "DestinationStatus", "ACTIVE");
}

const char *destination_of(const json_t *definition, bool *micro)
{
    size_t i;
    json_t *destination;
    json_array_foreach (list_of(definition), i, destination) {
        if (is_active(destination)) {
            *micro = table_says(destination, "ApproximateCreationDateTimePrecision", "MICROSECOND");
            return json_string_value(json_object_get(destination, "StreamArn"));
        }
    }
    return NULL;
}

/* Stores the destination (taken over) in place of the one with its ARN, or behind the others. */
static bool keep(struct call *call, struct table *table, json_t *destination)
{
    const char *arn = json_string_value(json_object_get(destination, "StreamArn"));
    const json_t *old = list_of(table->definition);
    json_t *list = json_array();
    bool ok = list != NULL && arn != NULL;
    for (size_t i = 0; ok && i < json_array_size(old); i++) {
        json_t *other = json_array_get(old, i);
        ok = table_says(other, "StreamArn", arn) || json_array_append(list, other) == 0;
    }
    ok = ok && json_array_append(list, destination) == 0;
    json_decref(destination);
    if (!ok) {
        json_decref(list);
        return fault_internal(&call->fault);
    }
    return table_keep(call, table, "KinesisDestinations", list);
}

static json_t *precision_in(const struct call *call, const char *member)
{
    return json_object_get(json_object_get(call->args, member),
                           "ApproximateCreationDateTimePrecision");
}

static json_t *told(const struct call *call, const struct table *table, const char *status)
{
    return json_pack("{s:s, s:O, s:s}", "TableName", table->name, "StreamArn",
                     json_object_get(call->args, "StreamArn"), "DestinationStatus", status);
}

json_t *op_enable_destination(struct call *call)
{
    static const char member[] = "EnableKinesisStreamingConfiguration";
    struct table *table = call_named_table(call);
    json_t *configuration = json_object_get(call->args, member);
    if (table == NULL)
        return NULL;
    if (call->no_stream) {
        fault_invalid(&call->fault, "User does not have a permission to use kinesis stream");
        return NULL;
    }
    if (table->destination != NULL) {
        fault_invalid(&call->fault,
                      STATE "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED "
                            "to perform ENABLE operation.",
                      "enable");
        return NULL;
    }
    json_t *destination =
        json_pack("{s:O, s:s, s:O*}", "StreamArn", json_object_get(call->args, "StreamArn"),
                  "DestinationStatus", "ACTIVE", "ApproximateCreationDateTimePrecision",
                  precision_in(call, member));
    if (!keep(call, table, destination))
        return NULL;
    json_t *answer = told(call, table, "ENABLING");
    json_object_set_new(answer, member,
                        configuration == NULL ? json_object() : json_incref(configuration));
    return answer;
}

json_t *op_disable_destination(struct call *call)
{
    struct table *table = call_named_table(call);
    if (table == NULL)
        return NULL;
    json_t *old = find(table->definition, call_string(call, "StreamArn"));
    if (old == NULL || !is_active(old)) {
        fault_invalid(&call->fault,
                      STATE "DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE "
                            "operation.",
                      "disable");
        return NULL;
    }
    json_t *destination = value_copy(old);
    json_object_set_new(destination, "DestinationStatus", json_string("DISABLED"));
    return keep(call, table, destination) ? told(call, table, "DISABLING") : NULL;
}

json_t *op_describe_destination(struct call *call)
{
    const struct table *table = call_named_table(call);
    if (table == NULL)
        return NULL;
    json_t *list = list_of(table->definition);
    return json_pack("{s:s, s:o}", "TableName", table->name, "KinesisDataStreamDestinations",
                     list == NULL ? json_array() : json_incref(list));
}

/* What is to be changed; NULL with the fault filled. */
static json_t *find_changed(struct call *call, const struct table *table)
{
    const char *arn = call_string(call, "StreamArn");
    const json_t *precision = precision_in(call, "UpdateKinesisStreamingConfiguration");
    json_t *old = find(table->definition, arn);
    if (precision == NULL) {
        fault_invalid(&call->fault,
                      "Streaming destination cannot be updated with given parameters: "
                      "UpdateKinesisStreamingConfiguration cannot be null or contain only null "
                      "values");
        return NULL;
    }
    if (old == NULL) {
        fault_invalid(&call->fault,
                      STATE "No streaming destination with streamArn: %s found for table with "
                            "tableName: %s",
                      "enable", arn, table->name);
        return NULL;
    }
    if (table_says(old, "ApproximateCreationDateTimePrecision", json_string_value(precision))) {
        fault_invalid(
            &call->fault,
            "Invalid Request: Precision is already set to the desired value of %s for tableId: %s, "
            "kdsArn: %s",
            json_string_value(precision),
            json_string_value(json_object_get(table->definition, "TableId")), arn);
        return NULL;
    }
    return old;
}

json_t *op_update_destination(struct call *call)
{
    static const char member[] = "UpdateKinesisStreamingConfiguration";
    struct table *table = call_named_table(call);
    json_t *old = table == NULL ? NULL : find_changed(call, table);
    if (old == NULL)
        return NULL;
    json_t *destination = value_copy(old);
    json_object_set(destination, "ApproximateCreationDateTimePrecision",
                    precision_in(call, member));
    if (!keep(call, table, destination))
        return NULL;
    json_t *answer = told(call, table, "UPDATING");
    json_object_set(answer, member, json_object_get(call->args, member));
    return answer;
}

/* ---- is the stream there? ---- */

/* A question on its way; its exchange has it as `service`. */
struct question {
    struct service *service;
    struct slrun_exchange *exchange;
    struct slrun_calling *calling;
    void (*answer)(struct service *service, struct slrun_exchange *x, bool found);
};

static void answered(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct question question = *(struct question *)arg;
    (void)error;
    free(arg);
    question.exchange->service = NULL;
    question.answer(question.service, question.exchange, result != NULL);
}

static void gone(struct slrun_exchange *x)
{
    struct question *question = x->service;
    if (question != NULL) {
        question->service->cloud->call_cancel(question->calling);
        free(question);
        x->service = NULL;
    }
}

/* StreamArn of a request that has not been checked yet, as arguments of a call. */
static json_t *question_args(const struct service *service, const struct slrun_exchange *x)
{
    struct fault fault = {.kind = FAULT_NONE};
    json_t *body = request_read(service->cloud, x, &fault);
    const char *arn = json_string_value(json_object_get(body, "StreamArn"));
    bool fits = arn != NULL && strncmp(arn, "arn:aws:kinesis:", strlen("arn:aws:kinesis:")) == 0;
    json_t *args = fits ? json_pack("{s:s}", "StreamARN", arn) : NULL;
    json_decref(body);
    fault_clear(&fault);
    return args;
}

bool destination_ask(struct service *service, struct slrun_exchange *x,
                     void (*answer)(struct service *service, struct slrun_exchange *x, bool found))
{
    const struct slrun_cloud *cloud = service->cloud;
    json_t *args = question_args(service, x);
    struct question *question = args == NULL ? NULL : malloc(sizeof *question);
    if (question == NULL) {
        json_decref(args);
        return false;
    }
    *question = (struct question){.service = service, .exchange = x, .answer = answer};
    x->service = question;
    question->calling =
        cloud->call(cloud, &(struct slrun_cloud_call){.service = "kinesis",
                                                      .operation = "describe_stream_summary",
                                                      .args = args,
                                                      .region = x->region,
                                                      .account = x->account,
                                                      .caller = "dynamodb",
                                                      .done = answered,
                                                      .arg = question});
    if (question->calling == NULL) {
        x->service = NULL;
        free(question);
        return false;
    }
    cloud->on_gone(x, gone);
    return true;
}
