/* SPDX-License-Identifier: Apache-2.0 */
/* Branches: made, kept, waiting, ended. */
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "local/map.h"
#include "local/task.h"

struct branch *branch_new(struct execution *x, struct branch *parent, json_t *machine,
                          json_t *input)
{
    struct branch *b = calloc(1, sizeof *b), **at = parent ? &parent->children : NULL;
    if (!b)
        return NULL;
    *b = (struct branch){.x = x,
                         .parent = parent,
                         .machine = machine,
                         .name = json_incref(json_object_get(machine, "StartAt")),
                         .input = json_incref(input),
                         .variables = json_object(),
                         .last_event = parent ? parent->last_event : 0};
    while (at && *at)
        at = &(*at)->next;
    if (at)
        *at = b;
    return b;
}

static void unready(struct branch *b)
{
    struct branch **at = &b->x->ready;
    while (b->is_ready && *at != b)
        at = &(*at)->next_ready;
    if (!b->is_ready)
        return;
    *at = b->next_ready;
    if (!*at)
        b->x->ready_end = at;
    b->is_ready = false;
}

static void stop_timer(struct branch *b)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    if (!b->timer)
        return;
    cloud->timer_stop(b->timer);
    cloud->pending(cloud, -1);
    b->timer = NULL;
}

void branch_free_children(struct branch *b)
{
    while (b->children)
        branch_free(b->children);
}

void branch_stop_children(struct branch *b)
{
    for (struct branch *child = b->children; child; child = child->next) {
        unready(child);
        stop_timer(child);
        task_free(child);
        map_run_free(child);
        branch_stop_children(child);
    }
}

void branch_free(struct branch *b)
{
    struct branch **at = b->parent ? &b->parent->children : NULL;
    while (at && *at != b)
        at = &(*at)->next;
    if (at)
        *at = b->next;
    branch_free_children(b);
    unready(b);
    stop_timer(b);
    task_free(b);
    map_run_free(b);
    json_t *const owned[] = {b->assigned, b->name,  b->input,   b->work,     b->variables,  b->item,
                             b->result,   b->items, b->results, b->attempts, b->map_run_arn};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        json_decref(owned[i]);
    asl_error_clear(&b->error);
    free(b);
}

void branch_ready(struct branch *b, enum phase phase)
{
    b->phase = phase;
    if (b->is_ready)
        return;
    b->is_ready = true;
    b->next_ready = NULL;
    *b->x->ready_end = b;
    b->x->ready_end = &b->next_ready;
}

static void fired(void *arg)
{
    struct branch *b = arg;
    b->timer = NULL;
    b->x->service->cloud->pending(b->x->service->cloud, -1);
    branch_ready(b, b->phase);
    execution_go(b->x);
}

void branch_wait(struct branch *b, int64_t due_ms, enum phase phase)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    b->due_ms = due_ms;
    b->phase = phase;
    b->timer = cloud->timer_start(cloud, due_ms, fired, b);
    if (b->timer)
        cloud->pending(cloud, 1);
    else
        branch_ready(b, phase);
}

/* ---- what paths see ---- */

static json_t *branch_context(const struct branch *b)
{
    char entered[SLRUN_TIME_SIZE];
    json_t *context = json_copy(b->x->context);
    slrun_time_text(b->entered_ms, 1, entered);
    (void)json_object_set_new(context, "State",
                              json_pack("{s:s, s:O}", "EnteredTime", entered, "Name", b->name));
    if (state_type_of(b->state)->retries)
        (void)json_object_set_new(json_object_get(context, "State"), "RetryCount",
                                  json_integer(b->retries));
    if (b->task && task_token(b))
        (void)json_object_set_new(context, "Task", json_pack("{s:s}", "Token", task_token(b)));
    for (const struct branch *up = b; up; up = up->parent) {
        if (up->item) {
            (void)json_object_set_new(context, "Map", json_pack("{s:O}", "Item", up->item));
            break;
        }
    }
    return context;
}

static json_t *branch_variables(const struct branch *b)
{
    json_t *all = json_copy(b->variables);
    for (const struct branch *up = b->parent; up; up = up->parent)
        (void)json_object_update_missing(all, up->variables);
    return all;
}

bool branch_in_jsonata(const struct branch *b)
{
    const char *own = slrun_text(b->state, "QueryLanguage");
    const char *language = own ? own : slrun_text(b->x->definition, "QueryLanguage");
    return language && strcmp(language, "JSONata") == 0;
}

void scope_of(struct branch *b, json_t *input, struct asl_scope *scope)
{
    const struct slrun_cloud *cloud = b->x->service->cloud;
    *scope = (struct asl_scope){.input = input,
                                .context = branch_context(b),
                                .variables = branch_variables(b),
                                .error = &b->error,
                                .jsonata = branch_in_jsonata(b),
                                .now_ms = cloud->now_ms(cloud)};
}

void scope_clear(struct asl_scope *scope)
{
    json_decref(scope->context);
    json_decref(scope->variables);
}
