/* SPDX-License-Identifier: Apache-2.0 */
/* The operation Invoke: synchronous, asynchronous, or only a look whether it would work. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "local/async.h"
#include "local/bytes.h"
#include "local/function.h"
#include "local/invoke_stream.h"
#include "local/run/invocation.h"

static bool size_ok(struct call *call, bool event)
{
    size_t most = event ? ASYNC_PAYLOAD_MAX : PAYLOAD_MAX;
    if (call->payload_size <= most)
        return true;
    call_fail(call, "RequestTooLargeException",
              "Request must be smaller than %zu bytes for the InvokeFunction operation", most);
    return false;
}

/* Where a byte is that begins no character of UTF-8; `size`: there is none. */
static size_t not_utf8(const unsigned char *text, size_t size)
{
    size_t i = 0;
    while (i < size) {
        size_t more = text[i] < 0x80    ? 0
                      : text[i] < 0xc2  ? SIZE_MAX
                      : text[i] < 0xe0  ? 1
                      : text[i] < 0xf0  ? 2
                      : text[i] <= 0xf4 ? 3
                                        : SIZE_MAX;
        if (more > size - i - 1)
            return i;
        for (size_t k = 1; k <= more; k++)
            if ((text[i + k] & 0xc0) != 0x80)
                return i;
        i += more + 1;
    }
    return size;
}

enum { WHY_SIZE = 256 };

/* As AWS words what it meets, as far as it is known: bytes outside of UTF-8, and those that begin
 * no value. */
static void describe_wrong(const struct call *call, json_error_t *error, char why[WHY_SIZE])
{
    const unsigned char *text = call->payload;
    size_t size = call->payload_size, at = not_utf8(text, size);
    if (at == 0 && size > 0)
        (void)snprintf(why, WHY_SIZE,
                       "Unexpected character ((CTRL-CHAR, code %d)): expected a valid value (JSON "
                       "String, Number, Array, Object or token 'null', 'true' or 'false')",
                       text[0]);
    else if (at < size)
        (void)snprintf(why, WHY_SIZE, "Invalid UTF-8 start byte 0x%x", text[at]);
    else
        (void)snprintf(why, WHY_SIZE, "%s", error->text);
    if (at < size)
        error->column = (int)at + (at == 0 ? 1 : 2);
}

static bool json_ok(struct call *call)
{
    json_error_t error;
    json_t *value = call->payload_size == 0 ? json_null()
                                            : json_loadb(call->payload, call->payload_size,
                                                         JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    if (value) {
        json_decref(value);
        return true;
    }
    char why[WHY_SIZE];
    describe_wrong(call, &error, why);
    call_fail(call, "InvalidRequestContentException",
              "Could not parse request body into json: Could not parse payload into json: %s\n at "
              "[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: "
              "%d, column: %d]",
              why, error.line > 0 ? error.line : 1, error.column);
    return false;
}

/* ClientContext as the Runtime API has it: the JSON itself. free() it. */
static bool read_context(struct call *call, char **context)
{
    const char *given = call_string(call, "ClientContext");
    size_t size = 0;
    *context = given ? slrun_base64_bytes(given, strlen(given), &size) : NULL;
    json_t *value = *context ? json_loadb(*context, size, 0, NULL) : NULL;
    bool ok = !given || json_is_object(value);
    json_decref(value);
    if (ok && !(*context && strpbrk(*context, "\r\n")))
        return true;
    free(*context);
    *context = NULL;
    call_fail(call, "InvalidRequestContentException",
              "Client context must be a valid Base64-encoded JSON object.");
    return false;
}

/* ---- synchronous ---- */

static void done(void *arg, const struct invoke_outcome *outcome)
{
    struct call *call = arg;
    const char *type = call_string(call, "LogType");
    bool tail = type && strcmp(type, "Tail") == 0;
    char *log = tail ? slrun_base64_text(outcome->log, outcome->log_size, NULL) : NULL;
    struct slrun_header headers[3] = {{"X-Amz-Executed-Version", outcome->version}};
    size_t n = 1;
    if (outcome->error)
        headers[n++] = (struct slrun_header){"X-Amz-Function-Error", outcome->error};
    if (log)
        headers[n++] = (struct slrun_header){"X-Amz-Log-Result", log};
    const struct slrun_reply reply = {.status = 200,
                                      .content_type = "application/json",
                                      .headers = headers,
                                      .n_headers = n,
                                      .body = outcome->payload,
                                      .size = outcome->size};
    call->raw = &reply;
    call_end(call, NULL);
    free(log);
}

static json_t *invoke_now(struct call *call, const struct invoke_order *order)
{
    call->later = function_invoke(order, &call->fault) != NULL;
    return NULL;
}

/* ---- asynchronous ---- */

static json_t *invoke_later(struct call *call, const struct invoke_order *order)
{
    const struct async_order event = {.function = order->function,
                                      .qualifier = order->qualifier,
                                      .payload = order->payload,
                                      .size = order->size,
                                      .client_context = order->client_context,
                                      .request_id = order->request_id};
    if (!async_add(&event))
        return call_fail(call, "TooManyRequestsException", "Rate Exceeded.");
    call->status = 202;
    return json_null();
}

/* The request's id is the invocation's, where it is one. */
static const char *id_of(const struct call *call, char made[UUID_SIZE])
{
    if (strlen(call->request_id) == UUID_SIZE - 1)
        return call->request_id;
    uuid_make(made);
    return made;
}

json_t *op_invoke(struct call *call)
{
    struct function_name name;
    const char *type = call_string(call, "InvocationType");
    bool event = type && strcmp(type, "Event") == 0 && !call->streams;
    char *context = NULL, made[UUID_SIZE];
    struct function *f = call_function(call, &name);
    if (!f || !(call->by_service || function_may_run(call, f)) || !size_ok(call, event) ||
        !json_ok(call) || !read_context(call, &context))
        return NULL;
    bool empty = call->payload_size == 0;
    const struct invoke_order order = {.function = f,
                                       .qualifier = name.qualifier,
                                       .payload = empty ? "{}" : call->payload,
                                       .size = empty ? 2 : call->payload_size,
                                       .client_context = context,
                                       .request_id = id_of(call, made),
                                       .done = call->streams ? invoke_streamed : done,
                                       .piece = call->streams ? invoke_piece : NULL,
                                       .arg = call};
    json_t *result = NULL;
    if (type && strcmp(type, "DryRun") == 0) {
        call->status = 204;
        result = json_null();
    } else {
        result = event ? invoke_later(call, &order) : invoke_now(call, &order);
    }
    free(context);
    return result;
}
