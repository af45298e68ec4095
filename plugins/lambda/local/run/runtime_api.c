/* SPDX-License-Identifier: Apache-2.0 */
/* The Runtime API (Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes"). */
#include "local/run/runtime_api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/run/pool.h"

enum { UNAWAITED_MAX = 200 }; /* bytes of what is told of a request */

static void answer(struct service *service, struct slrun_exchange *x, int status, const char *body)
{
    service->cloud->reply(x, &(struct slrun_reply){.status = status,
                                                   .content_type = "application/json",
                                                   .body = body,
                                                   .size = strlen(body)});
}

static void refuse(struct service *service, struct slrun_exchange *x, int status, const char *type)
{
    char body[128];
    (void)snprintf(body, sizeof body, "{\"errorMessage\":\"%s\",\"errorType\":\"%s\"}",
                   status == 404 ? "there is nothing here" : "not now", type);
    answer(service, x, status, body);
}

static const char *header(const struct service *service, const struct slrun_exchange *x,
                          const char *name)
{
    return service->host->header_get(x->headers, x->n_headers, name);
}

/* "NAME=FOLDER": a module that a function has imported from a folder of this machine. A layer that
 * is not here may have it. */
static void note_borrowed(struct pool *pool, const char *module)
{
    const struct service *service = pool->function->service;
    const char *folder = strchr(module, '=');
    size_t layers = json_array_size(json_object_get(pool->config, "Layers"));
    if (!folder || layers > json_array_size(pool->layers) ||
        (pool->borrowed && json_object_getn(pool->borrowed, module, (size_t)(folder - module))))
        return;
    pool->borrowed = pool->borrowed ? pool->borrowed : json_object();
    (void)json_object_setn_new(pool->borrowed, module, (size_t)(folder - module), json_true());
    service->host->log(SLRUN_LOG_WARNING,
                       "lambda: %s imports %.*s, which only this machine has (%s), neither its "
                       "package nor a layer: on AWS it is not found. requirements.txt in the "
                       "function's folder may ask for it",
                       pool->function->name, (int)(folder - module), module, folder + 1);
}

/* Of several, apart by commas. */
static void note_each_borrowed(struct pool *pool, const char *modules)
{
    char one[PATH_SIZE];
    while (modules && *modules) {
        size_t n = strcspn(modules, ",");
        (void)snprintf(one, sizeof one, "%.*s", (int)(n < sizeof one ? n : sizeof one - 1),
                       modules);
        note_borrowed(pool, one);
        modules += n + (modules[n] == ',');
    }
}

/* What our bootstraps tell besides: their memory, which interpreter they run by, and what is
 * borrowed from this machine. */
static void note(struct environment *e, const struct slrun_exchange *x)
{
    struct service *service = e->machine->service;
    const char *memory = header(service, x, "Slrun-Memory");
    const char *interpreter = header(service, x, "Slrun-Runtime");
    const char *runtime = pool_text(e->pool, "Runtime");
    size_t size = strcspn(runtime, "x");
    note_each_borrowed(e->pool, header(service, x, "Slrun-Borrowed"));
    if (memory)
        e->memory_kb = strtol(memory, NULL, 10);
    while (size > 0 && runtime[size - 1] == '.')
        size--;
    if (!interpreter || e->pool->noted ||
        (strncmp(interpreter, runtime, size) == 0 &&
         (interpreter[size] == '.' || !interpreter[size])))
        return;
    e->pool->noted = true;
    service->host->log(SLRUN_LOG_INFO, "lambda: %s is for %s and runs by %s",
                       e->pool->function->name, runtime, interpreter);
}

/* The error type where a header or the document has one (Node.js's own client sends none). */
static void error_type(const struct service *service, const struct slrun_exchange *x,
                       char type[128])
{
    const char *given = header(service, x, "Lambda-Runtime-Function-Error-Type");
    json_t *document = given ? NULL : json_loadb(x->body, x->size, 0, NULL);
    if (!given)
        given = json_string_value(json_object_get(document, "errorType"));
    (void)snprintf(type, 128, "%s", given && *given ? given : "Runtime.Unknown");
    json_decref(document);
}

/* invocation/ID/response or /error */
static void invocation(struct environment *e, struct slrun_exchange *x, const char *at)
{
    struct service *service = e->machine->service;
    size_t id = strcspn(at, "/");
    const char *what = at + id;
    const struct invocation *i = e->invocation;
    char type[128];
    bool error = strcmp(what, "/error") == 0;
    if (!error && strcmp(what, "/response") != 0) {
        refuse(service, x, 404, "NotFound");
    } else if (!i || strlen(i->id) != id || strncmp(i->id, at, id) != 0) {
        refuse(service, x, 400, "InvalidRequestID");
    } else if (i->answered) {
        refuse(service, x, 403, "InvalidStateTransition");
    } else if (!error && runtime_api_streams(service, x)) {
        environment_stream_end(e, header(service, x, "Content-Type"));
        answer(service, x, 202, "{\"status\":\"OK\"}");
    } else {
        bool large = x->size > RESPONSE_MAX;
        error_type(service, x, type);
        environment_answered(e, x->body, x->size, error ? type : NULL);
        if (large) /* the body goes with the reply */
            refuse(service, x, 413, "RequestEntityTooLarge");
        else
            answer(service, x, 202, "{\"status\":\"OK\"}");
    }
}

bool runtime_api_streams(const struct service *service, const struct slrun_exchange *x)
{
    const char *mode = header(service, x, "Lambda-Runtime-Function-Response-Mode");
    const char *end = strrchr(x->target, '/');
    return mode && strcmp(mode, "streaming") == 0 && strcmp(x->method, "POST") == 0 && end &&
           strcmp(end, "/response") == 0;
}

/* What is for no invocation at hand is passed over; its end is refused. */
void runtime_api_piece(struct service *service, struct slrun_exchange *x, const void *data,
                       size_t size)
{
    const char *id = x->target + strlen(RUNTIME_PREFIX);
    struct environment *e = environment_find(service->machine, id, strcspn(id, "/"));
    const struct invocation *i = e ? e->invocation : NULL;
    const char *at = i && !i->answered ? strstr(id, i->id) : NULL;
    if (at && strcmp(at + strlen(i->id), "/response") == 0)
        environment_piece(
            e, &(struct invoke_piece){NULL, header(service, x, "Content-Type"), data, size});
}

/* Our bootstrap tells of a request that the handler has not waited for. It goes through here, and
 * on AWS perhaps not: a process that has answered is stopped until its next event (Developer Guide,
 * "Understanding the Lambda execution environment lifecycle"). */
static void tell_unawaited(const struct environment *e, const struct slrun_exchange *x)
{
    char called[UNAWAITED_MAX + 1];
    const char *body = x->body;
    size_t n = x->size < UNAWAITED_MAX ? x->size : UNAWAITED_MAX;
    for (size_t i = 0; i < n; i++)
        called[i] = body[i] >= ' ' && body[i] <= '~' ? body[i] : '?';
    called[n] = '\0';
    if (!e->pool->unawaited)
        e->machine->service->host->log(
            SLRUN_LOG_WARNING,
            "lambda: %s answered before its request was through (%s): AWS stops a function that "
            "has answered, so it may never come there; await it",
            e->pool->function->name, called);
    e->pool->unawaited = true;
}

void runtime_api_serve(struct service *service, struct slrun_exchange *x)
{
    const char *id = x->target + strlen(RUNTIME_PREFIX);
    size_t size = strcspn(id, "/");
    struct environment *e = environment_find(service->machine, id, size);
    static const char root[] = "/2018-06-01/runtime/", each[] = "invocation/";
    const char *at = id + size;
    bool post = strcmp(x->method, "POST") == 0;
    if (!e || strncmp(at, root, sizeof root - 1) != 0) {
        refuse(service, x, 404, "NotFound");
        return;
    }
    at += sizeof root - 1;
    note(e, x);
    if (!post && strcmp(at, "invocation/next") == 0) {
        environment_next(e, x);
    } else if (post && strcmp(at, "init/error") == 0) {
        environment_init_error(e, x->body, x->size);
        answer(service, x, 202, "{\"status\":\"OK\"}");
    } else if (post && strcmp(at, "slrun/unawaited") == 0) {
        tell_unawaited(e, x);
        answer(service, x, 202, "{\"status\":\"OK\"}");
    } else if (post && strncmp(at, each, sizeof each - 1) == 0) {
        invocation(e, x, at + sizeof each - 1);
    } else {
        refuse(service, x, 404, "NotFound");
    }
}
