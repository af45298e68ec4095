/* SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/cmocka_all.h"

struct slrun_calling {
    struct slrun_calling *next;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void (*responded)(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error);
    void *arg;
    struct fake *fake;
};

static struct fake *fake_of(const struct slrun_cloud *cloud)
{
    return (struct fake *)(uintptr_t)cloud;
}

static json_t *headers_json(const struct slrun_header *headers, size_t n)
{
    json_t *object = json_object();
    for (size_t i = 0; i < n; i++) {
        const char *before = text_get(object, headers[i].name);
        json_object_set_new(object, headers[i].name,
                            before ? json_sprintf("%s | %s", before, headers[i].value)
                                   : json_string(headers[i].value));
    }
    return object;
}

/* ---- calls ---- */

static struct slrun_calling *wait_for(struct fake *fake, struct slrun_calling call, json_t *noted)
{
    struct slrun_calling *c = malloc(sizeof *c), **end = &fake->waiting;
    if (!c)
        return NULL;
    *c = call;
    c->fake = fake;
    while (*end)
        end = &(*end)->next;
    *end = c;
    json_array_append_new(fake->calls, noted);
    return c;
}

static struct slrun_calling *call(const struct slrun_cloud *cloud, const struct slrun_cloud_call *c)
{
    return wait_for(fake_of(cloud), (struct slrun_calling){.done = c->done, .arg = c->arg},
                    json_pack("{s:s, s:s, s:o}", "service", c->service, "operation", c->operation,
                              "args", c->args));
}

static struct slrun_calling *request(const struct slrun_cloud *cloud,
                                     const struct slrun_cloud_request *r)
{
    return wait_for(fake_of(cloud), (struct slrun_calling){.responded = r->done, .arg = r->arg},
                    json_pack("{s:s?, s:s, s:s, s:s?, s:o, s:o}", "service", r->service, "method",
                              r->method, "target", r->target, "region", r->region, "headers",
                              headers_json(r->headers, r->n_headers), "body",
                              text_json_bytes(r->body, r->size)));
}

static void forget(struct slrun_calling *calling)
{
    size_t i = 0;
    struct slrun_calling **at = &calling->fake->waiting;
    for (; *at != calling; i++)
        at = &(*at)->next;
    *at = calling->next;
    json_array_remove(calling->fake->calls, i);
    free(calling);
}

static void respond(const struct slrun_calling *c, const json_t *answer)
{
    struct slrun_header headers[32];
    size_t n = 0;
    const char *name, *body = text_get(answer, "body");
    json_t *value;
    json_object_foreach (json_object_get(answer, "headers"), name, value)
        headers[n++] = (struct slrun_header){name, json_string_value(value)};
    const struct slrun_response response = {
        (int)json_integer_value(json_object_get(answer, "status")), headers, n, body ? body : "",
        body ? strlen(body) : 0};
    c->responded(c->arg, &response, NULL);
}

static void answer_error(const struct slrun_calling *c, const json_t *wrong)
{
    struct slrun_error error = {.kind = SLRUN_E_SERVICE};
    snprintf(error.code, sizeof error.code, "%s", text_get(wrong, "code"));
    snprintf(error.message, sizeof error.message, "%s", text_get(wrong, "message"));
    error.status = (int)json_integer_value(json_object_get(wrong, "status"));
    if (c->done)
        c->done(c->arg, NULL, &error);
    else
        c->responded(c->arg, NULL, &error);
}

void fake_answer(struct fake *fake, const json_t *answer)
{
    assert_non_null(fake->waiting);
    const struct slrun_calling c = *fake->waiting;
    forget(fake->waiting);
    if (json_object_get(answer, "error"))
        answer_error(&c, json_object_get(answer, "error"));
    else if (c.done)
        c.done(c.arg, json_object_get(answer, "result"), NULL);
    else
        respond(&c, answer);
}

/* ---- the host, resources ---- */

static void host_log(enum slrun_log_level level, const char *fmt, ...)
{
    (void)level, (void)fmt;
}

static const char *url(const struct slrun_cloud *cloud)
{
    (void)cloud;
    return "http://127.0.0.1:4566";
}

static void resource_done(struct slrun_resource *resource, const struct slrun_resource_result *r)
{
    struct fake *fake = resource->data;
    json_decref(fake->resource);
    fake->resource = json_pack("{s:s*, s:O*, s:s*}", "id", r->physical_id, "attributes",
                               r->attributes, "error", r->error ? r->error->message : NULL);
}

void fake_provision(struct fake *fake, const json_t *order)
{
    const struct slrun_resource_type *type = apigateway_resources;
    const char *action = text_get(order, "action"), *wanted = text_get(order, "type");
    while (type->type && strcmp(type->type, wanted) != 0)
        type++;
    assert_non_null(type->type);
    fake->order = (struct slrun_resource){.type = type,
                                          .logical_id = "Logical",
                                          .stack_name = "stack",
                                          .stack_id = "arn",
                                          .region = "us-east-1",
                                          .account = "000000000000",
                                          .physical_id = text_get(order, "id"),
                                          .properties = json_object_get(order, "properties"),
                                          .old = json_object_get(order, "old"),
                                          .suggested_name = "stack-Logical-ABC",
                                          .data = fake};
    json_decref(fake->resource);
    fake->resource = NULL;
    (strcmp(action, "create") == 0   ? type->create
     : strcmp(action, "update") == 0 ? type->update
                                     : type->remove)(fake->cloud.service, &fake->order);
}

/* ---- opening, sending ---- */

void fake_open(struct fake *fake)
{
    *fake = (struct fake){.calls = json_array()};
    cloud_open(&fake->cloud, NULL);
    fake->host = *fake->cloud.base.host;
    fake->host.log = host_log;
    fake->cloud.base.host = &fake->host;
    fake->cloud.base.url = url;
    fake->cloud.base.call = call;
    fake->cloud.base.request = request;
    fake->cloud.base.call_cancel = forget;
    fake->cloud.base.resource_done = resource_done;
}

void fake_close(struct fake *fake)
{
    while (fake->waiting) /* as the local cloud does before it closes its services */
        forget(fake->waiting);
    cloud_close(&fake->cloud);
    json_decref(fake->calls);
    json_decref(fake->resource);
}

void fake_send(struct fake *fake, json_t *req)
{
    struct message m = {.method = text_get(req, "method"),
                        .target = text_get(req, "target"),
                        .access_key = text_get(req, "access_key"),
                        .type = ""};
    const char *name;
    json_t *value, *body = json_object_get(req, "body");
    struct text t = TEXT_INIT;
    json_object_foreach (json_object_get(req, "headers"), name, value)
        m.headers[m.n_headers++] = (struct slrun_header){name, json_string_value(value)};
    if (json_is_string(body))
        text_adds(&t, json_string_value(body));
    else if (body)
        text_add_json(&t, body);
    m.body = text_str(&t);
    m.size = t.n;
    fake->sent = cloud_send(&fake->cloud, &m);
    text_free(&t);
}

json_t *fake_reply(const struct fake *fake)
{
    const struct exchange *x = fake->sent;
    if (!x || x->status == 0)
        return NULL;
    return json_pack("{s:i, s:o, s:o}", "status", x->status, "headers",
                     headers_json(x->headers, x->n_headers), "body",
                     text_json_bytes(x->body ? x->body : "", x->size));
}
