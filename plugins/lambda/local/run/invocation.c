/* SPDX-License-Identifier: Apache-2.0 */
/* One invocation: limits of concurrency, and what comes back. */
#include "local/run/invocation.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "local/run/pool.h"
#include "local/run/recent.h"
#include "local/setting.h"

/* ---- concurrency ---- */

/* What is reserved for functions of an account and region, and what the others run now. */
static void count(const struct function *like, json_int_t *reserved, json_int_t *running)
{
    *reserved = *running = 0;
    for (const struct function *f = like->service->functions; f; f = f->next) {
        const json_t *own = json_object_get(f->doc, "Reserved");
        if (strcmp(f->region, like->region) != 0 || strcmp(f->account, like->account) != 0)
            continue;
        if (own)
            *reserved += json_integer_value(own);
        else
            *running += f->running;
    }
}

/* What is provisioned for other versions is theirs. */
static json_int_t free_of(const struct function *f, const char *version, const json_t *reserved)
{
    return json_integer_value(reserved) -
           (provisioned_for(f, version) > 0 ? 0 : provisioned_sum(f));
}

static bool within_limits(const struct function *f, const char *version, struct fault *fault)
{
    const json_t *own = json_object_get(f->doc, "Reserved");
    json_int_t reserved, running;
    fault->reason = "ReservedFunctionConcurrentInvocationLimitExceeded";
    if (own) {
        if ((json_int_t)f->running < free_of(f, version, own))
            return true;
    } else {
        count(f, &reserved, &running);
        if (running < CONCURRENCY_MAX - reserved)
            return true;
        fault->reason = "ConcurrentInvocationLimitExceeded";
    }
    fault->code = "TooManyRequestsException";
    (void)snprintf(fault->message, sizeof fault->message, "Rate Exceeded.");
    return false;
}

/* ---- its begin ---- */

static struct invocation *refuse(struct fault *fault, const char *code, const char *message)
{
    fault->code = code;
    (void)snprintf(fault->message, sizeof fault->message, "%s", message);
    return NULL;
}

static struct invocation *invocation_new(const struct invoke_order *order)
{
    struct invocation *i = calloc(1, sizeof *i);
    if (!i)
        return NULL;
    i->payload = malloc(order->size + 1);
    i->client_context = order->client_context ? strdup(order->client_context) : NULL;
    if (!i->payload || (order->client_context && !i->client_context)) {
        free(i->payload);
        free(i->client_context);
        free(i);
        return NULL;
    }
    memcpy(i->payload, order->payload, order->size);
    i->payload[order->size] = '\0';
    i->size = order->size;
    i->done = order->done;
    i->piece = order->piece;
    i->arg = order->arg;
    if (order->request_id)
        (void)snprintf(i->id, sizeof i->id, "%s", order->request_id);
    else
        uuid_make(i->id);
    function_arn(order->function, order->qualifier, i->arn);
    if (order->trace_header)
        (void)snprintf(i->trace, sizeof i->trace, "%s", order->trace_header);
    else
        (void)snprintf(i->trace, sizeof i->trace,
                       "Root=1-%.8s-%.4s%.4s%.4s%.12s;Parent=%.8s%.4s%.4s;Sampled=0", i->id,
                       i->id + 9, i->id + 14, i->id + 19, i->id + 24, i->id + 28, i->id + 9,
                       i->id + 14);
    return i;
}

struct invocation *function_invoke(const struct invoke_order *order, struct fault *fault)
{
    struct function *f = order->function;
    const char *version = function_routed(f, order->qualifier);
    char arn[ARN_SIZE];
    if (!version) {
        function_arn(f, order->qualifier, arn);
        fault->code = "ResourceNotFoundException";
        (void)snprintf(fault->message, sizeof fault->message, "Function not found: %s", arn);
        return NULL;
    }
    if (!within_limits(f, version, fault))
        return NULL;
    *fault = (struct fault){.code = NULL};
    struct pool *pool = pool_of(f, version);
    struct invocation *i = pool ? invocation_new(order) : NULL;
    if (!i)
        return refuse(fault, "ServiceException", service_lacks(f->service));
    f->running++;
    pool_add(pool, i);
    return i;
}

/* ---- its end ---- */

void invocation_forget(struct invocation *i)
{
    i->done = NULL;
}

static void too_large(struct invocation *i)
{
    invocation_fail(i, "Function.ResponseSizeTooLarge",
                    "Response payload size exceeded maximum allowed payload size (%d bytes).",
                    RESPONSE_MAX);
}

void invocation_answer(struct invocation *i, const void *data, size_t size)
{
    i->result.size = 0;
    if (!growing_add(&i->result, data, size, RESPONSE_MAX))
        too_large(i);
}

static void set_result(struct invocation *i, const json_t *document)
{
    char *text = json_dumps(document, JSON_COMPACT);
    free(i->result.data);
    i->result = (struct growing){text, text ? strlen(text) : 0, 0};
}

/* Of one that nobody wants in pieces one byte more than may be is kept, to know of it at the end.
 */
void invocation_piece(struct invocation *i, const struct invoke_piece *piece)
{
    struct invoke_piece told = *piece;
    size_t room = RESPONSE_MAX + 1 - i->result.size;
    told.version = i->pool->version;
    i->streamed = true;
    if (!i->piece)
        (void)growing_add(&i->result, piece->data, piece->size < room ? piece->size : room,
                          RESPONSE_MAX + 1);
    else if (i->done)
        i->piece(i->arg, &told);
}

/* {"statusCode", "headers", ...} and what follows them as "body": what a handler returns that
 * answers as a whole. */
static void join(struct invocation *i, size_t head)
{
    json_t *document = json_loadb(i->result.data, head - PRELUDE_MARK, 0, NULL);
    const char *body = i->result.data + head;
    size_t size = i->result.size - head;
    json_t *text = json_stringn(body, size);
    char *base64 = text ? NULL : slrun_base64_text(body, size, NULL);
    if (json_is_object(document)) {
        (void)put(document, "body", text ? text : json_string(base64 ? base64 : ""));
        (void)put(document, "isBase64Encoded", json_boolean(text == NULL));
        set_result(i, document);
    } else {
        json_decref(text);
    }
    free(base64);
    json_decref(document);
}

void invocation_collected(struct invocation *i, const char *type)
{
    size_t head =
        type && strcmp(type, PRELUDE_TYPE) == 0 ? prelude_end(i->result.data, i->result.size) : 0;
    if (i->result.size > RESPONSE_MAX)
        too_large(i);
    else if (head > 0)
        join(i, head);
}

size_t prelude_end(const char *data, size_t size)
{
    static const char mark[PRELUDE_MARK];
    const char *at = size > 0 ? memmem(data, size, mark, sizeof mark) : NULL;
    return at ? (size_t)(at - data) + sizeof mark : 0;
}

void invocation_fail(struct invocation *i, const char *type, const char *format, ...)
{
    char message[1024];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    json_t *document = json_pack("{s:s, s:s}", "errorType", type, "errorMessage", message);
    set_result(i, document);
    json_decref(document);
    (void)snprintf(i->error_type, sizeof i->error_type, "%s", type);
}

void invocation_fail_with(struct invocation *i, const json_t *document)
{
    const char *type = json_string_value(json_object_get(document, "errorType"));
    const char *message = json_string_value(json_object_get(document, "errorMessage"));
    bool exited = type && message && strcmp(type, "Runtime.ExitError") == 0;
    json_t *own = exited ? json_pack("{s:s, s:o}", "errorType", type, "errorMessage",
                                     json_sprintf("RequestId: %s %s", i->id, message))
                         : NULL;
    set_result(i, own ? own : document);
    json_decref(own);
    (void)snprintf(i->error_type, sizeof i->error_type, "%s", type && *type ? type : "Error");
}

static void note(const struct invocation *i)
{
    const struct slrun_cloud *cloud = i->pool->function->service->cloud;
    struct recent_one one = {.ms = i->started_ms > 0 ? real_ms() - i->started_ms : 0,
                             .size = i->size,
                             .result_size = i->result.size};
    one.began_ms = cloud->now_ms(cloud) - (int64_t)one.ms;
    (void)snprintf(one.id, sizeof one.id, "%s", i->id);
    (void)snprintf(one.version, sizeof one.version, "%s", i->pool->version);
    (void)snprintf(one.outcome, sizeof one.outcome, "%s", *i->error_type ? i->error_type : "ok");
    recent_add(&i->pool->function->recent, &one);
}

void invocation_end(struct invocation *i, const char *log, size_t log_size)
{
    struct function *f = i->pool->function;
    const struct invoke_outcome outcome = {.request_id = i->id,
                                           .version = i->pool->version,
                                           .error = *i->error_type ? "Unhandled" : NULL,
                                           .payload = i->result.data ? i->result.data : "null",
                                           .size = i->result.data ? i->result.size : 4,
                                           .log = log ? log : "",
                                           .log_size = log ? log_size : 0};
    f->running--;
    note(i);
    if (i->done)
        i->done(i->arg, &outcome);
    free(i->payload);
    free(i->client_context);
    free(i->result.data);
    free(i);
}
