/* SPDX-License-Identifier: Apache-2.0 */
/* A PayloadChunk for each piece of what the handler answers, and InvokeComplete. */
#include "local/invoke_stream.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

/* The client has left, or cannot be told any more. */
static void leave(struct call *call, int whole)
{
    struct slrun_exchange *x = call->arg;
    call->arg = NULL;
    x->service = NULL;
    call->service->cloud->feed_end(x, whole);
}

static void open_answer(struct call *call, const char *version)
{
    const struct slrun_header header = {"X-Amz-Executed-Version", version};
    if (!call->opened)
        call->service->cloud->reply_open(
            call->arg,
            &(struct slrun_reply){.status = 200,
                                  .content_type = "application/vnd.amazon.eventstream",
                                  .headers = &header,
                                  .n_headers = 1},
            NULL);
    call->opened = true;
}

static void feed(struct call *call, const struct slrun_event *event)
{
    if (call->arg && call->service->cloud->feed_event(call->arg, event) < 0)
        leave(call, 0);
}

static void feed_chunk(struct call *call, const void *data, size_t size)
{
    if (size > 0)
        feed(call, &(struct slrun_event){.name = "PayloadChunk",
                                         .content_type = "application/octet-stream",
                                         .payload = data,
                                         .size = size});
}

void invoke_piece(void *arg, const struct invoke_piece *piece)
{
    struct call *call = arg;
    if (!call->arg)
        return;
    open_answer(call, piece->version);
    feed_chunk(call, piece->data, piece->size);
}

static void complete(struct call *call, const struct invoke_outcome *outcome)
{
    const char *type = call_string(call, "LogType");
    bool tail = type && strcmp(type, "Tail") == 0;
    char *log = tail ? slrun_base64_text(outcome->log, outcome->log_size, NULL) : NULL;
    json_t *json = json_object();
    if (outcome->error) {
        (void)put(json, "ErrorCode", json_string(outcome->error));
        (void)put(json, "ErrorDetails", json_stringn(outcome->payload, outcome->size));
    }
    if (log)
        (void)put(json, "LogResult", json_string(log));
    char *text = json_dumps(json, JSON_COMPACT);
    feed(call, &(struct slrun_event){.name = "InvokeComplete",
                                     .content_type = "application/json",
                                     .payload = text,
                                     .size = text ? strlen(text) : 0});
    free(text);
    free(log);
    json_decref(json);
}

void invoke_streamed(void *arg, const struct invoke_outcome *outcome)
{
    struct call *call = arg;
    if (call->arg) {
        bool whole = !call->opened && !outcome->error; /* a handler that does not stream */
        open_answer(call, outcome->version);
        if (whole)
            feed_chunk(call, outcome->payload, outcome->size);
        complete(call, outcome);
    }
    if (call->arg)
        leave(call, 1);
    call_end(call, json_null());
}
