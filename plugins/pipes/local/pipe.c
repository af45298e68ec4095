/* SPDX-License-Identifier: Apache-2.0 */
/* The operations of pipes. */
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/batch.h"
#include "local/source.h"

static const char *const given[] = {"Name",
                                    "Description",
                                    "DesiredState",
                                    "Source",
                                    "SourceParameters",
                                    "Enrichment",
                                    "EnrichmentParameters",
                                    "Target",
                                    "TargetParameters",
                                    "RoleArn",
                                    "LogConfiguration",
                                    "KmsKeyIdentifier",
                                    NULL};

static void set_text(json_t *doc, const char *name, const char *text)
{
    (void)json_object_set_new(doc, name, json_string(text));
}

static json_t *arn_of(const struct slrun_json_call *call)
{
    return json_sprintf("arn:aws:pipes:%s:%s:pipe/%s", call->x->region, call->x->account,
                        call_text(call, "Name"));
}

/* The pipe that Name says; borrowed. NULL after call_fail(). */
static json_t *named(struct slrun_json_call *call)
{
    json_t *arn = arn_of(call);
    json_t *pipe = pipe_find(call->service, json_string_value(arn));
    json_decref(arn);
    return pipe ? pipe
                : call_fail(call, "NotFoundException", "Pipe %s does not exist.",
                            call_text(call, "Name"));
}

static bool is_stopped(const json_t *pipe)
{
    return strcmp(slrun_text_or(pipe, "DesiredState", ""), "STOPPED") == 0;
}

static json_t *now_of(const struct service *service)
{
    return json_real((double)(service->cloud->now_ms(service->cloud) / 1000));
}

/* What operations that change something tell of it. */
static json_t *changed(const json_t *pipe, const char *state)
{
    static const char *const members[] = {
        "Arn", "Name", "DesiredState", "CreationTime", "LastModifiedTime", NULL};
    json_t *one = json_pack("{s:s}", "CurrentState", state);
    slrun_copy_members(one, pipe, members);
    return one;
}

/* ---- running ---- */

/* One that is created answers when the reader has its place in the source: what comes then is not
 * missed. */
struct starting {
    struct starting *next;
    struct service *service;
    struct slrun_exchange *x; /* NULL: the client has left */
    json_t *arn, *answer;
    bool ready;
};

static void starting_free(struct starting *starting)
{
    struct starting **at = &starting->service->starting;
    while (*at != starting)
        at = &(*at)->next;
    *at = starting->next;
    if (starting->x)
        starting->x->service = NULL;
    json_decref(starting->arn);
    json_decref(starting->answer);
    free(starting);
}

static void starting_reply(struct starting *starting)
{
    const struct slrun_cloud *cloud = starting->service->cloud;
    struct slrun_exchange *x = starting->x;
    starting->x = NULL;
    if (x)
        cloud->json_reply(cloud, x, &pipes_service, starting->answer);
    starting_free(starting);
}

void starting_end_all(struct service *service)
{
    while (service->starting)
        starting_reply(service->starting);
}

static void on_ready(void *arg)
{
    struct starting *starting = arg;
    const char *arn = json_string_value(starting->arn);
    starting->ready = true;
    set_text(pipe_find(starting->service, arn), "CurrentState", "RUNNING");
    pipe_keep(starting->service, arn);
    if (starting->answer)
        starting_reply(starting);
}

static void on_gone(struct slrun_exchange *x)
{
    struct starting *starting = x->service;
    if (starting)
        starting->x = NULL;
}

void pipe_run(struct service *service, json_t *pipe)
{
    bool runs = !is_stopped(pipe);
    if (runs)
        (void)source_start(service, pipe, NULL, NULL);
    else
        source_stop(service, pipe, false);
    set_text(pipe, "CurrentState", runs ? "RUNNING" : "STOPPED");
}

/* Who waits for a pipe's beginning is answered: it ends. */
static void starting_end(struct service *service, const json_t *pipe)
{
    for (struct starting *s = service->starting, *next; s; s = next) {
        next = s->next;
        if (json_equal(s->arn, json_object_get(pipe, "Arn")))
            starting_reply(s);
    }
}

/* The answer to CreatePipe, now or (NULL, parked) later. */
static json_t *start_new(struct slrun_json_call *call, json_t *pipe)
{
    struct service *service = service_of(call);
    struct starting *starting = calloc(1, sizeof *starting);
    if (!starting)
        return NULL;
    *starting = (struct starting){.next = service->starting,
                                  .service = service,
                                  .arn = json_incref(json_object_get(pipe, "Arn"))};
    service->starting = starting;
    bool reads = source_start(service, pipe, on_ready, starting);
    json_t *answer = changed(pipe, "CREATING");
    if (starting->ready || !reads) {
        starting_free(starting);
        return answer;
    }
    starting->x = call->x;
    starting->answer = answer;
    call->x->service = starting;
    call->parked = 1;
    call->cloud->on_gone(call->x, on_gone);
    return NULL;
}

/* ---- operations ---- */

/* What is not said of the source's own parameters. */
static void add_defaults(json_t *pipe)
{
    const char *name = source_parameters(slrun_text(pipe, "Source"));
    json_t *all = json_object_get(pipe, "SourceParameters");
    if (!all)
        (void)json_object_set_new(pipe, "SourceParameters", all = json_object());
    if (!json_object_get(all, name))
        (void)json_object_set_new(all, name, json_object());
    json_t *own = json_object_get(all, name);
    if (!json_object_get(own, "BatchSize"))
        (void)json_object_set_new(own, "BatchSize",
                                  json_integer(strncmp(name, "Sqs", 3) == 0 ? 10 : 100));
    if (!json_object_get(pipe, "DesiredState"))
        set_text(pipe, "DesiredState", "RUNNING");
}

static json_t *pipe_new(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    json_t *tags = json_object_get(call->args, "Tags"), *now = now_of(service);
    char id[ID_SIZE];
    call->cloud->uuid(call->cloud, id);
    json_t *pipe = json_pack("{s:o, s:s, s:O, s:o, s:{}, s:O*}", "Arn", arn_of(call), "UUID", id,
                             "CreationTime", now, "LastModifiedTime", now, "Counts", "Tags", tags);
    slrun_copy_members(pipe, call->args, given);
    return pipe;
}

json_t *op_create_pipe(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    json_t *pipe = pipe_new(call);
    const char *arn = slrun_text_or(pipe, "Arn", "");
    if (pipe_find(service, arn))
        call_fail(call, "ConflictException", "Pipe %s already exists.", call_text(call, "Name"));
    else if (json_object_size(service->pipes) >= PIPES_MAX_COUNT)
        call_fail(call, "ServiceQuotaExceededException", "The quota of pipes is reached.");
    else if (pipe_check(call, pipe))
        add_defaults(pipe);
    if (call->code || json_object_set(service->pipes, arn, pipe) != 0) {
        json_decref(pipe);
        return NULL;
    }
    json_t *answer = NULL;
    set_text(pipe, "CurrentState", is_stopped(pipe) ? "STOPPED" : "CREATING");
    pipe_keep(service, arn);
    answer = is_stopped(pipe) ? changed(pipe, "CREATING") : start_new(call, pipe);
    json_decref(pipe);
    return answer;
}

json_t *op_describe_pipe(struct slrun_json_call *call)
{
    json_t *pipe = named(call), *one = pipe ? json_copy(pipe) : NULL;
    if (one) {
        (void)json_object_del(one, "UUID");
        (void)json_object_del(one, "Counts");
    }
    return one;
}

/* Of a service's own parameters all are new but where a stream begins; the others stay. */
static void merge(json_t *pipe, const char *name, const json_t *more)
{
    static const char *const fixed[] = {"StartingPosition", "StartingPositionTimestamp", NULL};
    json_t *old = json_object_get(pipe, name), *all = json_deep_copy(old), *one;
    const char *key;
    if (!all)
        all = json_object();
    json_object_foreach ((json_t *)(uintptr_t)more, key, one) {
        (void)json_object_set(all, key, one);
        if (json_is_object(one))
            slrun_copy_members(one, json_object_get(old, key), fixed);
    }
    (void)json_object_set_new(pipe, name, all);
}

static json_t *pipe_updated(struct slrun_json_call *call, json_t *old)
{
    json_t *pipe = json_copy(old);
    for (const char *const *name = given; *name; name++) {
        json_t *value = json_object_get(call->args, *name);
        size_t n = strlen(*name);
        if (value && n > 10 && strcmp(*name + n - 10, "Parameters") == 0)
            merge(pipe, *name, value);
        else if (value)
            (void)json_object_set(pipe, *name, value);
    }
    if (json_string_length(json_object_get(pipe, "Enrichment")) == 0)
        (void)json_object_del(pipe, "Enrichment");
    (void)json_object_set_new(pipe, "LastModifiedTime", now_of(call->service));
    return pipe;
}

json_t *op_update_pipe(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    json_t *old = named(call), *pipe = old ? pipe_updated(call, old) : NULL;
    json_t *answer = NULL;
    if (pipe && pipe_check(call, pipe)) {
        const char *arn = slrun_text(pipe, "Arn");
        add_defaults(pipe);
        starting_end(service, pipe);
        (void)json_object_set(service->pipes, arn, pipe);
        pipe_run(service, pipe);
        pipe_keep(service, arn);
        answer = changed(pipe, "UPDATING");
    }
    json_decref(pipe);
    return answer;
}

static json_t *go_into(struct slrun_json_call *call, const char *desired, const char *state)
{
    struct service *service = service_of(call);
    json_t *pipe = named(call);
    if (!pipe)
        return NULL;
    if (strcmp(slrun_text_or(pipe, "DesiredState", ""), desired) == 0)
        return call_fail(call, "ConflictException", "Pipe %s is already in state %s.",
                         call_text(call, "Name"), desired);
    set_text(pipe, "DesiredState", desired);
    (void)json_object_set_new(pipe, "LastModifiedTime", now_of(service));
    starting_end(service, pipe);
    pipe_run(service, pipe);
    pipe_keep(service, slrun_text(pipe, "Arn"));
    return changed(pipe, state);
}

json_t *op_start_pipe(struct slrun_json_call *call)
{
    return go_into(call, "RUNNING", "STARTING");
}

json_t *op_stop_pipe(struct slrun_json_call *call)
{
    return go_into(call, "STOPPED", "STOPPING");
}

json_t *op_delete_pipe(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    json_t *pipe = json_incref(named(call));
    if (!pipe)
        return NULL;
    const char *arn = slrun_text(pipe, "Arn");
    starting_end(service, pipe);
    source_stop(service, pipe, true);
    (void)json_object_del(service->pipes, arn);
    pipe_keep(service, arn);
    json_t *answer = changed(pipe, "DELETING");
    set_text(answer, "DesiredState", "DELETED");
    json_decref(pipe);
    return answer;
}

/* ---- lists ---- */

/* Whether a member is as an argument says: its beginning, or all of it. */
static bool fits(const struct slrun_json_call *call, const json_t *pipe, const char *argument,
                 const char *member)
{
    const char *wanted = call_text(call, argument), *text = slrun_text_or(pipe, member, "");
    bool prefix = strstr(argument, "Prefix") != NULL;
    return !wanted || (prefix ? strncmp(text, wanted, strlen(wanted)) : strcmp(text, wanted)) == 0;
}

static bool is_listed(const struct slrun_json_call *call, const json_t *pipe)
{
    json_t *any = json_sprintf("arn:aws:pipes:%s:%s:", call->x->region, call->x->account);
    bool here =
        strncmp(slrun_text(pipe, "Arn"), json_string_value(any), json_string_length(any)) == 0;
    json_decref(any);
    return here && fits(call, pipe, "NamePrefix", "Name") &&
           fits(call, pipe, "DesiredState", "DesiredState") &&
           fits(call, pipe, "CurrentState", "CurrentState") &&
           fits(call, pipe, "SourcePrefix", "Source") && fits(call, pipe, "TargetPrefix", "Target");
}

json_t *op_list_pipes(struct slrun_json_call *call)
{
    static const char *const members[] = {"CurrentState", "StateReason", "Source",
                                          "Target",       "Enrichment",  NULL};
    struct service *service = service_of(call);
    json_t *list = json_array(), *pipe;
    const char *arn;
    json_object_foreach (service->pipes, arn, pipe) {
        json_t *one = is_listed(call, pipe) ? changed(pipe, "") : NULL;
        slrun_copy_members(one, pipe, members);
        if (one)
            (void)json_array_append_new(list, one);
    }
    json_t *page = call->cloud->page(call->op, call->args, list, PAGE_SIZE);
    return page ? page : call_invalid(call, "The token of the next page is not valid.");
}
