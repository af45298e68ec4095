/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments, results and errors of integrations. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/time.h>
#include <slrun/value.h>

#include "local/integration.h"

/* ---- arguments ---- */

/* Members that take a text, where states may give JSON. */
static const struct {
    const char *service, *member;
} texts[] = {
    {"lambda", "Payload"}, {"sqs", "MessageBody"}, {"sns", "Message"},
    {"sfn", "Input"},      {"sfn", "Output"},      {"eventbridge", "Detail"},
};

static bool is_text(const char *service, const char *member)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(texts[i].service, service) == 0 && strcmp(texts[i].member, member) == 0)
            return true;
    return false;
}

/* As objects are written: what is a text has quotes there, too. */
static json_t *as_json(const json_t *value)
{
    char *text = asl_dump(value);
    json_t *made = json_string(text ? text : "");
    free(text);
    return made;
}

static json_t *as_text(const json_t *value)
{
    char *text = json_is_null(value) ? strdup("{}") : asl_dump(value);
    json_t *made = json_string(text ? text : "");
    free(text);
    return made;
}

static json_t *renamed(const json_t *value, int (*change)(int));

static json_t *renamed_object(const json_t *object, int (*change)(int))
{
    json_t *made = json_object(), *value;
    const char *name;
    json_object_foreach ((json_t *)(uintptr_t)object, name, value) {
        json_t *key = json_sprintf("%c%s", change((unsigned char)*name), *name ? name + 1 : "");
        (void)json_object_set_new(made, key ? json_string_value(key) : name,
                                  renamed(value, change));
        json_decref(key);
    }
    return made;
}

/* Members of all objects with another first letter. */
static json_t *renamed(const json_t *value, int (*change)(int))
{
    json_t *made, *one;
    size_t i;
    if (json_is_object(value))
        return renamed_object(value, change);
    if (!json_is_array(value))
        return json_incref((json_t *)(uintptr_t)value);
    made = json_array();
    json_array_foreach (value, i, one)
        (void)json_array_append_new(made, renamed(one, change));
    return made;
}

static void make_texts(const char *service, json_t *args)
{
    const char *name;
    json_t *value;
    void *next;
    json_object_foreach_safe (args, next, name, value)
        if (is_text(service, name) && !json_is_string(value))
            (void)json_object_set_new(args, name, as_text(value));
}

/* Entries of PutEvents tell which state machine and execution they are of. */
static void add_resources(const struct task *task, json_t *args)
{
    json_t *entries = json_deep_copy(json_object_get(args, "Entries")), *entry;
    size_t i;
    json_array_foreach (entries, i, entry) {
        json_t *own = json_object_get(entry, "Resources");
        json_t *all = json_is_array(own) ? json_copy(own) : json_array();
        (void)json_array_append(all, json_object_get(task->b->x->doc, "stateMachineArn"));
        (void)json_array_append(all, json_object_get(task->b->x->doc, "executionArn"));
        make_texts("eventbridge", entry);
        if (json_is_object(entry))
            (void)json_object_set(entry, "Resources", all);
        json_decref(all);
    }
    if (entries)
        (void)json_object_set_new(args, "Entries", entries);
}

json_t *integration_args(const struct task *task, const struct sdk_service *service)
{
    json_t *work = task->b->work, *args;
    if (task->to.kind == RESOURCE_LAMBDA) {
        char *text = asl_dump(work);
        args = json_pack("{s:O, s:s}", "FunctionName", json_object_get(task->b->state, "Resource"),
                         "Payload", text ? text : "");
        free(text);
        return args;
    }
    args = json_is_object(work) ? json_copy(work) : json_object();
    make_texts(service->name, args);
    if (strcmp(task->to.action, "invoke") == 0 && !json_object_get(args, "Payload"))
        (void)json_object_set_new(args, "Payload", json_string("{}"));
    if (strcmp(task->to.action, "putEvents") == 0)
        add_resources(task, args);
    if (strcmp(service->name, "s3") == 0 && json_object_get(args, "Body")) {
        (void)json_object_set_new(args, "Body", as_json(json_object_get(args, "Body")));
        if (!json_object_get(args, "ContentType"))
            (void)json_object_set_new(args, "ContentType",
                                      json_string("text/plain; charset=UTF-8"));
    }
    if (service->lower) {
        json_t *lower = renamed(args, tolower);
        json_decref(args);
        args = lower;
    }
    return args;
}

/* ---- results ---- */

static json_t *plain(const struct slrun_host *host, const json_t *value);

static json_t *plain_tagged(const struct slrun_host *host, const char *tag, const json_t *inner)
{
    if (strcmp(tag, SLRUN_TAG_BINARY) == 0 && json_is_string(inner)) {
        json_t *made = slrun_base64_inner(inner);
        return made ? made : json_incref((json_t *)(uintptr_t)inner);
    }
    return plain(host, inner);
}

/* Tagged values as JSON has them: bytes that are a text as that text, others as base64. */
static json_t *plain(const struct slrun_host *host, const json_t *value)
{
    json_t *inner, *made, *one;
    const char *tag = host->tagged_get(value, &inner), *name;
    size_t i;
    if (tag)
        return plain_tagged(host, tag, inner);
    if (json_is_array(value)) {
        made = json_array();
        json_array_foreach (value, i, one)
            (void)json_array_append_new(made, plain(host, one));
        return made;
    }
    if (!json_is_object(value))
        return json_incref((json_t *)(uintptr_t)value);
    made = json_object();
    json_object_foreach ((json_t *)(uintptr_t)value, name, one)
        (void)json_object_set_new(made, name, plain(host, one));
    return made;
}

/* {"errorMessage", "errorType"} of a function as the error of its state. */
static void function_failed(struct task *task, const json_t *payload)
{
    const char *type = slrun_text(payload, "errorType");
    char *text = asl_dump(payload);
    if (type)
        (void)asl_fail(&task->b->error, type, "%s", text ? text : "");
    else
        (void)asl_fail(&task->b->error, "Lambda.Unknown",
                       "The cause could not be determined because Lambda did not return an error "
                       "type. Returned payload: %s",
                       text ? text : "");
    free(text);
}

/* The answer of a function; of its own resource the payload alone. */
static json_t *invoked(struct task *task, json_t *result)
{
    json_t *payload = json_object_get(result, "Payload");
    if (slrun_text(result, "FunctionError"))
        function_failed(task, payload);
    if (task->to.kind != RESOURCE_LAMBDA)
        return result;
    payload = payload ? json_incref(payload) : json_null();
    json_decref(result);
    return payload;
}

/* Dates, which are seconds on the wire: of integrations of Step Functions' own milliseconds, else
 * texts. */
static void make_dates(const struct task *task, json_t *result)
{
    const char *name;
    json_t *value;
    void *next;
    json_object_foreach_safe (result, next, name, value) {
        size_t n = strlen(name);
        double seconds = json_number_value(value);
        char text[SLRUN_TIME_SIZE];
        if (n < 4 || !json_is_number(value) ||
            (strcmp(name + n - 4, "Date") != 0 && strcmp(name, "LastModified") != 0))
            continue;
        slrun_time_text((int64_t)(seconds * 1000), 1, text);
        (void)json_object_set_new(result, name,
                                  task->to.kind == RESOURCE_SDK
                                      ? json_string(text)
                                      : json_integer((json_int_t)(seconds * 1000)));
    }
}

json_t *integration_result(const struct task *task, const struct sdk_service *service,
                           const json_t *raw, const struct slrun_response *response)
{
    const struct optimized *own = optimized_of(task->to.service, task->to.action);
    json_t *result = plain(task->b->x->service->cloud->host, raw), *upper;
    bool function = strcmp(service->name, "lambda") == 0 &&
                    (task->to.kind == RESOURCE_LAMBDA || strcmp(task->to.action, "invoke") == 0);
    if (function)
        result = invoked((struct task *)(uintptr_t)task, result);
    if (task->to.kind == RESOURCE_LAMBDA)
        return result;
    if (service->lower) {
        upper = renamed(result, toupper);
        json_decref(result);
        result = upper;
    }
    if (!function)
        make_dates(task, result);
    if (task->to.kind == RESOURCE_SERVICE && own && own->metadata)
        metadata_add(task, service, result, response);
    return result;
}

/* ---- errors ---- */

/* Codes that have no exception of their own in SDKs. */
static bool is_common(const char *code)
{
    static const char *const codes[] = {"ValidationException",
                                        "MissingParameter",
                                        "SerializationException",
                                        "InvalidParameterValue",
                                        "ValidationError",
                                        "AccessDeniedException",
                                        NULL};
    const char *const *c = codes;
    while (*c && strcmp(*c, code) != 0)
        c++;
    return *c;
}

static const char *suffix(const char *code)
{
    size_t n = strlen(code);
    return n > 9 && strcmp(code + n - 9, "Exception") == 0 ? "" : "Exception";
}

/* "DynamoDB.AmazonDynamoDBException" without the version of the product. */
static json_t *own_error(const struct optimized *own, const char *code)
{
    size_t n = strlen(own->product);
    if (n > 2 && strcmp(own->product + n - 2, "v2") == 0)
        n -= 2;
    return is_common(code) ? json_sprintf("%s.%.*sException", own->errors, (int)n, own->product)
                           : json_sprintf("%s.%s%s", own->errors, code, suffix(code));
}

static json_t *sdk_error(const struct sdk_service *service, const char *code)
{
    return is_common(code) ? json_sprintf("%s.%sException", service->errors, service->errors)
                           : json_sprintf("%s.%s%s", service->errors, code, suffix(code));
}

void integration_fail(struct task *task, const struct sdk_service *service,
                      const struct slrun_error *error)
{
    static const struct optimized functions = {
        .errors = "Lambda", .product = "AWSLambda", .service = "lambda"};
    const struct optimized *own = optimized_of(task->to.service, task->to.action);
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    char id[UUID_SIZE];
    json_t *name, *cause;
    cloud->uuid(cloud, id);
    if (task->to.kind == RESOURCE_LAMBDA)
        own = &functions;
    if (error->kind != SLRUN_E_SERVICE) {
        name = json_sprintf("%s.SdkClientException", own ? own->errors : service->errors);
        cause = json_string(error->message);
    } else if (task->to.kind == RESOURCE_SDK || !own) {
        name = sdk_error(service, error->code);
        bool extended = strcmp(service->name, "s3") == 0;
        cause = json_sprintf("%s (Service: %s, Status Code: %d, Request ID: %s%s%s)",
                             error->message, service->errors, error->status, id,
                             extended ? ", Extended Request ID: " : "", extended ? id : "");
    } else {
        name = own_error(own, error->code);
        cause = json_sprintf("%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; "
                             "Proxy: null)",
                             error->message, own->product, error->status, error->code, id);
    }
    task_fail(task, json_string_value(name), json_string_value(cause));
    json_decref(name);
    json_decref(cause);
}
