/* SPDX-License-Identifier: Apache-2.0 */
/*
 * First-class integrations of HTTP APIs (developer guide, "Integration subtype reference"): an
 * operation whose arguments are the request parameters.
 */
#include <stdlib.h>
#include <string.h>

#include "exec/exec.h"

static const struct {
    const char *subtype, *service, *operation;
} subtypes[] = {
    {"SQS-SendMessage", "sqs", "send_message"},
    {"SQS-ReceiveMessage", "sqs", "receive_message"},
    {"SQS-DeleteMessage", "sqs", "delete_message"},
    {"SQS-PurgeQueue", "sqs", "purge_queue"},
    {"Kinesis-PutRecord", "kinesis", "put_record"},
    {"EventBridge-PutEvents", "events", "put_events"},
    {"StepFunctions-StartExecution", "states", "start_execution"},
    {"StepFunctions-StartSyncExecution", "states", "start_sync_execution"},
    {"StepFunctions-StopExecution", "states", "stop_execution"},
};

/* Parameters are text: numbers, lists and bytes of operations are made of it. */
static const char *const numbers[] = {"DelaySeconds", "MaxNumberOfMessages", "VisibilityTimeout",
                                      "WaitTimeSeconds"};
static const char *const structures[] = {"MessageAttributes", "MessageSystemAttributes",
                                         "AttributeNames", "MessageAttributeNames"};

static bool is_one(const char *const *names, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static json_t *typed(const struct exec *e, const char *name, const char *text)
{
    if (is_one(numbers, sizeof numbers / sizeof *numbers, name))
        return json_integer(strtoll(text, NULL, 10));
    if (is_one(structures, sizeof structures / sizeof *structures, name)) {
        json_t *json = json_loads(text, 0, NULL);
        return json ? json : json_string(text);
    }
    if (strcmp(name, "Data") == 0) { /* in base64 */
        struct text bytes = TEXT_INIT;
        bool good = text_add_unbase64(&bytes, text);
        json_t *blob = good ? e->service->cloud->host->blob_new(text_str(&bytes), bytes.n) : NULL;
        text_free(&bytes);
        return blob ? blob : json_string(text);
    }
    return json_string(text);
}

static json_t *arguments(struct exec *e)
{
    const char *name;
    json_t *value, *args = json_object();
    json_t *all = map_all(e, json_object_get(e->integration, "RequestParameters"), "", NULL);
    json_object_foreach (all, name, value)
        if (strcmp(name, "Region") != 0 && json_is_string(value))
            json_object_set_new(args, name, typed(e, name, json_string_value(value)));
    json_decref(all);
    return args;
}

/* Step Functions' own names begin with a small letter. */
static json_t *lowered(json_t *args)
{
    const char *name;
    json_t *value, *made = json_object();
    json_object_foreach (args, name, value) {
        json_t *own = json_sprintf("%c%s", *name | 0x20, name + 1);
        json_object_set(made, json_string_value(own), value);
        json_decref(own);
    }
    json_decref(args);
    return made;
}

/* EventBridge's parameters are those of its one entry. */
static json_t *entries(json_t *args)
{
    json_t *resources = json_object_get(args, "Resources");
    json_t *list = resources ? json_loads(json_string_value(resources), 0, NULL) : NULL;
    if (list)
        json_object_set_new(args, "Resources", list);
    return json_pack("{s:[o]}", "Entries", args);
}

static void came(struct exec *e, const json_t *result, const struct slrun_error *error)
{
    struct text body = TEXT_INIT;
    json_t *headers = json_pack("{s:s}", "Content-Type", "application/json");
    json_t *message = error ? json_pack("{s:s}", "message", error->message) : NULL;
    text_add_json(&body, error ? message : result);
    int status = error ? (error->status ? error->status : 500) : 200;
    exec_reply(e, &(struct exec_reply){status, headers, text_str(&body), body.n});
    json_decref(message);
    json_decref(headers);
    text_free(&body);
}

void exec_subtype(struct exec *e)
{
    const char *subtype = text_get(e->integration, "IntegrationSubtype");
    for (size_t i = 0; i < sizeof subtypes / sizeof *subtypes; i++)
        if (strcmp(subtypes[i].subtype, subtype) == 0) {
            json_t *args = arguments(e);
            e->called = came;
            if (strcmp(subtypes[i].service, "events") == 0)
                args = entries(args);
            else if (strcmp(subtypes[i].service, "states") == 0)
                args = lowered(args);
            exec_call(e, subtypes[i].service, subtypes[i].operation, args);
            return;
        }
    exec_fail(e, "API_CONFIGURATION_ERROR", NULL);
}
