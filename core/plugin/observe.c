/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/observe.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/value.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/json_text.h"
#include "net/http_header.h"
#include "plugin/host.h"
#include "plugin/marked.h"

/* Thousands of calls may wait for a connection, so it is small. */
struct call_details {
    struct call_parameter *parameters;
    size_t n_parameters;
    json_t *secrets;
    double began_ms;
    uint64_t began_ns;
    uint64_t idle_ns;   /* the last try was over, or the call began */
    uint64_t queued_ns; /* the next one went into the queue; 0: it did not */
    uint64_t sent_ns;   /* and was sent; 0: it was not */
    size_t n_tries;
    struct call_try *tries; /* the first CALL_TRIES_KEPT of them */
};

static double ms_between(uint64_t from_ns, uint64_t to_ns)
{
    return to_ns > from_ns ? (double)(to_ns - from_ns) / 1e6 : 0;
}

static void keep_secret(void *arg, const char *name, const char *value)
{
    (void)name;
    json_t **secrets = arg;
    if (!*secrets)
        *secrets = json_array();
    json_array_append_new(*secrets, json_string(value));
}

/* How many a text in base64 stands for. */
static size_t bytes_of(const char *base64)
{
    size_t n = base64 ? strcspn(base64, "=") : 0;
    return n / 4 * 3 + n % 4 * 3 / 4;
}

/* As people read it: bytes as their number, other tagged values without the tag. */
static json_t *readable(const json_t *json)
{
    const char *key, *tag;
    json_t *value, *inner = NULL;
    size_t i;
    tag = host_table()->tagged_get(json, &inner);
    if (tag && strcmp(tag, SLRUN_TAG_BINARY) == 0)
        return json_sprintf("<%zu bytes>", bytes_of(json_string_value(inner)));
    if (tag)
        return readable(inner);
    if (!json_is_array(json) && !json_is_object(json))
        return json_copy((json_t *)json);
    json_t *copy = json_is_array(json) ? json_array() : json_object();
    json_array_foreach (json, i, value)
        json_array_append_new(copy, readable(value));
    json_object_foreach ((json_t *)json, key, value)
        json_object_set_new(copy, key, readable(value));
    return copy;
}

/* Whether readable() would make another of it. */
static bool has_tags(const json_t *json)
{
    size_t i;
    json_t *value;
    if (host_table()->tagged_get(json, &value))
        return true;
    json_array_foreach (json, i, value)
        if (has_tags(value))
            return true;
    json_t *object = json_is_object(json) ? (json_t *)json : NULL;
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at))
        if (has_tags(json_object_iter_value(at)))
            return true;
    return false;
}

/* As text, since build() may change it. */
static struct call_parameter parameter(const char *name, const json_t *value,
                                       struct slrun_arena *arena)
{
    size_t size;
    json_t *made = has_tags(value) ? readable(value) : NULL;
    const json_t *shown = made ? made : value;
    struct call_parameter p = {.name = name, .is_string = json_is_string(shown)};
    char *text = p.is_string ? NULL : json_text(shown, JSON_SORT_KEYS, &size);
    if (p.is_string)
        p.text = arena_str(arena, json_string_value(shown));
    else if (text)
        p.text = arena_copy(arena, text, size);
    free(text);
    json_decref(made);
    return p;
}

/* Those that it cannot do without: they say what the call is about. */
static void keep_parameters(struct call_details *d, const struct call_begin *begin)
{
    const size_t most = json_object_size(begin->args);
    d->parameters = arena_alloc(begin->arena, (most + 1) * sizeof *d->parameters);
    for (const struct slrun_param *p = begin->op->params; d->parameters && p->name; p++) {
        bool shown = (p->flags & SLRUN_REQUIRED) && !(p->flags & SLRUN_SECRET);
        const json_t *value = shown ? json_object_get(begin->args, p->name) : NULL;
        if (value && d->n_parameters < most)
            d->parameters[d->n_parameters++] = parameter(p->name, value, begin->arena);
    }
}

static struct call_details *details_new(const struct call_begin *begin)
{
    struct call_details *d = arena_alloc(begin->arena, sizeof *d);
    if (!d)
        return NULL;
    d->began_ms = clock_wall_offset_ms();
    d->began_ns = d->idle_ns = clock_mono_ns();
    d->began_ms += (double)d->began_ns / 1e6;
    keep_parameters(d, begin);
    marked_each(begin->op->params, begin->args, keep_secret, &d->secrets);
    return d;
}

void observe_begin(struct call_watch *watch, struct call_observer *observer,
                   const struct call_begin *begin)
{
    if (!observer)
        return;
    watch->observer = observer;
    watch->noted = observer->begins ? observer->begins(observer, begin) : NULL;
    if (observer->details && !begin->presigned)
        watch->details = details_new(begin);
}

void observe_queued(struct call_watch *watch)
{
    if (watch->details)
        watch->details->queued_ns = clock_mono_ns();
}

void observe_sent(struct call_watch *watch)
{
    if (watch->details)
        watch->details->sent_ns = clock_mono_ns();
}

/* Each service has its own spelling. */
const char *observe_request_id(const struct slrun_response *response)
{
    static const char *const names[] = {"x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id",
                                        "apigw-requestid"};
    for (size_t n = 0; response && n < sizeof names / sizeof *names; n++) {
        const char *id = http_header(response->headers, response->n_headers, names[n]);
        if (id)
            return id;
    }
    return "";
}

static void keep(char *to, size_t size, const char *text)
{
    size_t n = strnlen(text, size - 1);
    memcpy(to, text, n);
    to[n] = '\0';
}

static void fill_try(struct call_try *t, const struct slrun_response *response,
                     const struct slrun_error *error)
{
    t->status = response ? response->status : 0;
    keep(t->request_id, sizeof t->request_id, observe_request_id(response));
    if (error && error->kind != SLRUN_E_NONE)
        keep(t->code, sizeof t->code, *error->code ? error->code : error_name(error->kind));
}

/* Most calls have one. NULL: it is not kept. */
static struct call_try *new_try(struct call_details *d)
{
    if (d->n_tries >= CALL_TRIES_KEPT)
        return NULL;
    struct call_try *tries = realloc(d->tries, (d->n_tries + 1) * sizeof *tries);
    if (!tries)
        return NULL;
    d->tries = tries;
    return &tries[d->n_tries];
}

void observe_answered(struct call_watch *watch, const struct slrun_response *response,
                      const struct slrun_error *error)
{
    struct call_details *d = watch->details;
    uint64_t now_ns = clock_mono_ns();
    if (!d)
        return;
    uint64_t queued_ns = d->queued_ns ? d->queued_ns : now_ns;
    uint64_t sent_ns = d->sent_ns ? d->sent_ns : now_ns;
    struct call_try *t = new_try(d);
    if (!t && d->n_tries < CALL_TRIES_KEPT)
        return; /* out of memory */
    if (t) {
        *t = (struct call_try){.delay_ms = d->n_tries ? ms_between(d->idle_ns, queued_ns) : 0,
                               .queued_ms = ms_between(queued_ns, sent_ns),
                               .ms = ms_between(sent_ns, now_ns)};
        fill_try(t, response, error);
    }
    d->n_tries++;
    d->idle_ns = now_ns;
    d->queued_ns = d->sent_ns = 0;
}

/* A try that was under way when the call was given up. */
static void end_last_try(struct call_watch *watch, const struct call_record *record)
{
    struct slrun_error given_up = {.kind = SLRUN_E_CANCELLED};
    if (watch->details && watch->details->sent_ns)
        observe_answered(watch, NULL, record->error ? record->error : &given_up);
}

void observe_end(struct call_watch *watch, struct call_record *record)
{
    struct call_observer *observer = watch->observer;
    struct call_details *d = watch->details;
    watch->observer = NULL;
    if (!observer || !observer->ended)
        return;
    record->noted = watch->noted;
    if (d) {
        end_last_try(watch, record);
        record->detailed = true;
        record->parameters = d->parameters;
        record->n_parameters = d->n_parameters;
        record->secrets = d->secrets;
        record->began_ms = d->began_ms;
        record->began_ns = d->began_ns;
        record->ms = ms_between(d->began_ns, clock_mono_ns());
        record->tries = d->tries;
        record->n_tries = d->n_tries;
    }
    observer->ended(observer, record);
}

void observe_free(struct call_watch *watch)
{
    struct call_details *d = watch->details;
    if (!d)
        return;
    json_decref(d->secrets);
    free(d->tries);
    watch->details = NULL;
}
