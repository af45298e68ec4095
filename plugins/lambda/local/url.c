/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration of function URLs, and invocations by them. */
#include "local/url.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>
#include <slrun/time.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/run/invocation.h"

/* ---- configuration: doc "Urls" by qualifier, "" for none ---- */

static struct function *url_target(struct call *call, struct function_name *name)
{
    if (!function_name_read(call, call_string(call, "FunctionName"), call_string(call, "Qualifier"),
                            name))
        return NULL;
    if (*name->qualifier &&
        strspn(name->qualifier, "$LATEST0123456789") == strlen(name->qualifier)) {
        call_fail(call, "ValidationException",
                  "1 validation error detected: Value '%s' at 'qualifier' failed to satisfy "
                  "constraint: Member must satisfy regular expression pattern: "
                  "((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
                  name->qualifier);
        return NULL;
    }
    return function_find(call->service, name->account, name->region, name->name);
}

static json_t *config_of(struct call *call, struct function **f, struct function_name *name)
{
    *f = url_target(call, name);
    json_t *config =
        *f ? json_object_get(json_object_get((*f)->doc, "Urls"), name->qualifier) : NULL;
    return config ? config
                  : call_fail(call, "ResourceNotFoundException",
                              "The resource you requested does not exist.");
}

/* The address is made anew each time: the port is another one in another run. */
static json_t *told(const struct call *call, const json_t *config)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    const char *url = cloud->url ? cloud->url(cloud) : NULL;
    json_t *result = json_deep_copy(config), *id = json_object_get(result, "UrlId");
    (void)put(result, "FunctionUrl",
              json_sprintf("%s" URL_PREFIX "%s/", url ? url : "", json_string_value(id)));
    json_object_del(result, "UrlId");
    return result;
}

static void set_config(struct call *call, json_t *config)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    static const char *const members[] = {"AuthType", "Cors", "InvokeMode"};
    char date[SLRUN_TIME_SIZE];
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        (void)put(config, members[i], json_deep_copy(call_get(call, members[i])));
    slrun_time_text(cloud->now_ms(cloud), 1, date);
    if (!json_object_get(config, "CreationTime"))
        (void)put(config, "CreationTime", json_string(date));
    (void)put(config, "LastModifiedTime", json_string(date));
}

/* Answers to changes name an InvokeMode where the request did. */
static json_t *told_changed(const struct call *call, const json_t *config)
{
    json_t *result = told(call, config);
    bool buffered = strcmp(slrun_text_or(config, "InvokeMode", "BUFFERED"), "BUFFERED") == 0;
    if (!call_get(call, "InvokeMode") && buffered)
        json_object_del(result, "InvokeMode");
    return result;
}

/* In place of whatever was wrong. */
static json_t *no_function(struct call *call)
{
    call->fault.code = NULL;
    return call_fail(call, "ResourceNotFoundException", "Function does not exist");
}

json_t *op_create_function_url_config(struct call *call)
{
    struct function_name name;
    struct function *f = url_target(call, &name);
    char arn[ARN_SIZE], id[HEX_ID_SIZE];
    if (!f || !function_version(f, name.qualifier))
        return call_fail(call, "ResourceNotFoundException", "Function does not exist");
    function_arn(f, name.qualifier, arn);
    if (json_object_get(json_object_get(f->doc, "Urls"), name.qualifier))
        return call_fail(call, "ResourceConflictException",
                         "Failed to create function url config for [functionArn = %s]. Error "
                         "message:  FunctionUrlConfig exists for this Lambda function",
                         arn);
    hex_id_make(id);
    json_t *config =
        json_pack("{s:s, s:s, s:s}", "FunctionArn", arn, "UrlId", id, "InvokeMode", "BUFFERED");
    if (!config || !put(function_member(f, "Urls"), name.qualifier, config))
        return call_no_memory(call);
    set_config(call, config);
    function_save(f);
    return told_changed(call, config);
}

json_t *op_get_function_url_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    json_t *config = config_of(call, &f, &name);
    return config ? told(call, config) : NULL;
}

json_t *op_update_function_url_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    json_t *config = config_of(call, &f, &name);
    bool missing = call->fault.code && strcmp(call->fault.code, "ResourceNotFoundException") == 0;
    if (missing && (!f || !function_version(f, name.qualifier)))
        return no_function(call);
    if (!config)
        return NULL;
    set_config(call, config);
    function_save(f);
    return told_changed(call, config);
}

json_t *op_delete_function_url_config(struct call *call)
{
    struct function_name name;
    struct function *f;
    if (!config_of(call, &f, &name))
        return NULL;
    json_object_del(json_object_get(f->doc, "Urls"), name.qualifier);
    function_save(f);
    return json_null();
}

json_t *op_list_function_url_configs(struct call *call)
{
    struct function_name name;
    struct function *f = call_unqualified(call, &name);
    const char *qualifier;
    json_t *config, *list = f ? json_array() : NULL;
    if (!f && strcmp(call->fault.code, "ResourceNotFoundException") == 0)
        return no_function(call);
    if (!f)
        return NULL;
    json_object_foreach (json_object_get(f->doc, "Urls"), qualifier, config)
        json_array_append_new(list, told(call, config));
    return call_page(call, "FunctionUrlConfigs", list);
}

/* ---- requests ---- */

/* The function with the URL of that id; its qualifier and configuration. */
static struct function *find(struct service *service, const char *id, const char **qualifier,
                             json_t **config)
{
    size_t size = strcspn(id, "/?");
    for (struct function *f = service->functions; f; f = f->next) {
        json_object_foreach (json_object_get(f->doc, "Urls"), *qualifier, *config) {
            const char *own = json_string_value(json_object_get(*config, "UrlId"));
            if (own && strlen(own) == size && strncmp(own, id, size) == 0)
                return f;
        }
    }
    return NULL;
}

/* A handler that failed has a plain text. */
static void refuse(const struct service *service, struct slrun_exchange *x, int status,
                   const char *message)
{
    static const struct slrun_header denied = {"x-amzn-ErrorType", "AccessDeniedException"};
    char body[256];
    bool plain = status == 502;
    int n = snprintf(body, sizeof body, plain ? "%.200s" : "{\"Message\":\"%.200s\"}", message);
    service->cloud->reply(
        x, &(struct slrun_reply){.status = status,
                                 .content_type = plain ? "text/plain" : "application/json",
                                 .headers = &denied,
                                 .n_headers = status == 403,
                                 .body = body,
                                 .size = (size_t)n});
}

/* What waits for the handler; `x` NULL: its client has left. */
struct visit {
    struct service *service;
    struct slrun_exchange *x;
    bool opened;         /* a streamed answer has begun */
    struct growing head; /* of one that has a status and headers, as far as it has come */
};

static void gone(struct slrun_exchange *x)
{
    struct visit *visit = x->service;
    if (visit)
        visit->x = NULL;
}

static void leave(struct visit *visit, int whole)
{
    struct slrun_exchange *x = visit->x;
    visit->x = NULL;
    x->service = NULL;
    visit->service->cloud->feed_end(x, whole);
}

static void feed(struct visit *visit, const void *data, size_t size)
{
    if (size > 0 && visit->service->cloud->feed(visit->x, data, size) < 0)
        leave(visit, 0);
}

/* Status and headers come first, maybe in pieces of their own. */
static void take_head(struct visit *visit, const struct invoke_piece *piece)
{
    struct growing *head = &visit->head;
    bool fits = growing_add(head, piece->data, piece->size, PRELUDE_MAX + PAYLOAD_MAX);
    size_t end = fits ? prelude_end(head->data, head->size) : 0;
    if (fits && end == 0 && head->size <= PRELUDE_MAX)
        return;
    json_t *json = end > 0 ? json_loadb(head->data, end - PRELUDE_MARK, 0, NULL) : NULL;
    struct slrun_exchange *x = visit->x;
    if (json_is_object(json)) {
        visit->opened = true;
        url_open(visit->service, x, json, NULL);
        feed(visit, head->data + end, head->size - end);
    } else {
        visit->x = NULL;
        x->service = NULL;
        refuse(visit->service, x, 502, "Internal Server Error");
    }
    json_decref(json);
}

static void on_piece(void *arg, const struct invoke_piece *piece)
{
    struct visit *visit = arg;
    if (visit->x && !visit->opened && piece->type && strcmp(piece->type, PRELUDE_TYPE) == 0) {
        take_head(visit, piece);
        return;
    }
    if (visit->x && !visit->opened)
        url_open(visit->service, visit->x, NULL, piece->type);
    visit->opened = true;
    if (visit->x)
        feed(visit, piece->data, piece->size);
}

static void done(void *arg, const struct invoke_outcome *outcome)
{
    struct visit *visit = arg;
    struct slrun_exchange *x = visit->x;
    if (x && visit->opened)
        leave(visit, !outcome->error);
    else if (x)
        x->service = NULL;
    if (x && !visit->opened && (outcome->error || visit->head.data))
        refuse(visit->service, x, 502, "Internal Server Error");
    else if (x && !visit->opened)
        url_answer(visit->service, x, outcome->payload, outcome->size);
    free(visit->head.data);
    free(visit);
}

/* What the function's URL is like, and who asks. */
struct asked {
    struct function *function;
    const char *qualifier;
    bool streams; /* InvokeMode RESPONSE_STREAM */
};

static void invoke(const struct asked *asked, struct slrun_exchange *x, json_t *event)
{
    struct service *service = asked->function->service;
    struct fault fault = {.code = NULL};
    struct visit *visit = malloc(sizeof *visit);
    char *text = event ? json_dumps(event, JSON_COMPACT) : NULL;
    const struct invoke_order order = {.function = asked->function,
                                       .qualifier = asked->qualifier,
                                       .payload = text,
                                       .size = text ? strlen(text) : 0,
                                       .done = done,
                                       .piece = asked->streams ? on_piece : NULL,
                                       .arg = visit};
    if (visit && text && function_invoke(&order, &fault)) {
        *visit = (struct visit){.service = service, .x = x};
        x->service = visit;
        service->cloud->on_gone(x, gone);
    } else {
        free(visit);
        refuse(service, x, fault.code && fault_status(fault.code) == 429 ? 429 : 502,
               fault.code ? fault.message : "Internal Server Error");
    }
    free(text);
}

void url_serve(struct service *service, struct slrun_exchange *x)
{
    const char *id = x->target + strlen(URL_PREFIX), *qualifier = "";
    json_t *config = NULL;
    struct function *f = find(service, id, &qualifier, &config);
    const char *auth = json_string_value(json_object_get(config, "AuthType"));
    if (!f) {
        refuse(service, x, 404, "Not Found");
    } else if (!function_version(f, qualifier) || /* its alias has gone */
               !url_admits(&(struct url_asked){f, qualifier, auth ? auth : "NONE"}, x)) {
        refuse(service, x, 403,
               "Forbidden. For troubleshooting Function URL authorization issues, see: "
               "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html");
    } else {
        json_t *event = url_event(service, x, json_string_value(json_object_get(config, "UrlId")),
                                  id + strcspn(id, "/?"));
        const char *mode = json_string_value(json_object_get(config, "InvokeMode"));
        bool streams = mode && strcmp(mode, "RESPONSE_STREAM") == 0;
        invoke(&(struct asked){f, qualifier, streams}, x, event);
        json_decref(event);
    }
}
