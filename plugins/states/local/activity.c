/* SPDX-License-Identifier: Apache-2.0 */
/* Activities, and workers that ask for their tasks. */
#include <stdlib.h>
#include <string.h>

#include "client/ops.h"
#include "local/task.h"

enum { POLL_MS = 60000 };

/* A worker that waits for a task. */
struct poller {
    struct poller *next;
    struct service *service;
    struct slrun_exchange *x;
    struct slrun_timer *timer;
    char *arn, *worker;
};

/* ---- activities ---- */

static json_t *call_activity(struct slrun_json_call *call)
{
    static const struct kind kind = {"activity", "ActivityDoesNotExist", "Activity"};
    return call_found(call, call_text(call, "activityArn"), service_of(call)->activities, &kind);
}

static json_t *told(const json_t *activity, const char *const *members)
{
    json_t *one = json_object();
    slrun_copy_members(one, activity, members);
    copy_dates(one, activity, (const char *const[]){"creationDate", NULL});
    return one;
}

json_t *op_create_activity(struct slrun_json_call *call)
{
    struct service *service = service_of(call);
    const char *name = call_text(call, "name");
    json_t *activity, *result = NULL, *arn;
    if (!call_name(call, name))
        return NULL;
    arn = json_sprintf("arn:aws:states:%s:%s:activity:%s", call->x->region, call->x->account, name);
    activity = json_incref(json_object_get(service->activities, json_string_value(arn)));
    if (!activity) {
        activity = json_pack("{s:O, s:s, s:I, s:[], s:{s:s}}", "activityArn", arn, "name", name,
                             "creationDate", (json_int_t)now_of(call), "tags",
                             "encryptionConfiguration", "type", "AWS_OWNED_KEY");
        slrun_copy_members(activity, call->args,
                           (const char *const[]){"encryptionConfiguration", NULL});
        if (tags_put(call, activity, json_object_get(call->args, "tags"))) {
            (void)json_object_set(service->activities, json_string_value(arn), activity);
            state_keep(service, &kept_activities, json_string_value(arn), activity);
        }
    }
    if (!call->code)
        result = told(activity, (const char *const[]){"activityArn", NULL});
    json_decref(activity);
    json_decref(arn);
    return result;
}

json_t *op_describe_activity(struct slrun_json_call *call)
{
    const json_t *activity = call_activity(call);
    return activity ? told(activity, (const char *const[]){"activityArn", "name",
                                                           "encryptionConfiguration", NULL})
                    : NULL;
}

json_t *op_delete_activity(struct slrun_json_call *call)
{
    const char *arn = call_text(call, "activityArn");
    if (!call_arn(call, arn, "activity"))
        return NULL;
    if (json_object_del(service_of(call)->activities, arn) == 0)
        state_keep(service_of(call), &kept_activities, arn, NULL);
    return json_object();
}

json_t *op_list_activities(struct slrun_json_call *call)
{
    json_t *list = json_array(), *activity;
    const char *arn;
    json_object_foreach (service_of(call)->activities, arn, activity) {
        char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
        slrun_arn_place(arn, region, account);
        if (strcmp(region, call->x->region) == 0 && strcmp(account, call->x->account) == 0)
            (void)json_array_append_new(
                list, told(activity, (const char *const[]){"activityArn", "name", NULL}));
    }
    return call_page(call, list);
}

/* ---- workers ---- */

static void poller_free(struct poller *p)
{
    struct poller **at = &p->service->pollers;
    while (*at != p)
        at = &(*at)->next;
    *at = p->next;
    if (p->timer)
        p->service->cloud->timer_stop(p->timer);
    free(p->arn);
    free(p->worker);
    free(p);
}

static void answer(struct poller *p, const json_t *result)
{
    const struct slrun_cloud *cloud = p->service->cloud;
    struct slrun_exchange *x = p->x;
    poller_free(p);
    cloud->json_reply(cloud, x, &states_service, result);
}

/* Nothing has come. */
static void nothing(struct poller *p)
{
    json_t *empty = json_object();
    answer(p, empty);
    json_decref(empty);
}

static void late(void *arg)
{
    struct poller *p = arg;
    p->timer = NULL;
    nothing(p);
}

void pollers_end(struct service *service)
{
    while (service->pollers)
        nothing(service->pollers);
}

static void gone(struct slrun_exchange *x)
{
    poller_free(x->service);
}

static struct task *waiting_below(struct branch *b, const char *arn)
{
    struct task *task = b->task, *found = NULL;
    if (task && task->to.kind == RESOURCE_ACTIVITY && !task->begun &&
        strcmp(slrun_text(b->state, "Resource"), arn) == 0)
        return task;
    for (struct branch *child = b->children; child && !found; child = child->next)
        found = waiting_below(child, arn);
    return found;
}

/* The task that has waited longest: executions stand in front of those before them. */
static struct task *waiting_at(const struct service *service, const char *arn)
{
    struct task *found = NULL;
    for (struct execution *x = service->running; x; x = x->next) {
        struct task *task = x->root && !x->over ? waiting_below(x->root, arn) : NULL;
        found = task ? task : found;
    }
    return found;
}

/* Gives a task to a worker. */
static void hand_over(struct poller *p, struct task *task)
{
    char *input = asl_dump(task->b->work);
    json_t *result = json_pack("{s:s, s:s}", "taskToken", task->token, "input", input ? input : "");
    free(input);
    task_begin(task, p->worker);
    answer(p, result);
    json_decref(result);
}

void activity_wake(struct service *service, const char *arn)
{
    struct poller *p = service->pollers, *first = NULL;
    for (; p; p = p->next)
        if (strcmp(p->arn, arn) == 0)
            first = p;
    struct task *task = first ? waiting_at(service, arn) : NULL;
    if (task)
        hand_over(first, task);
}

json_t *op_get_activity_task(struct slrun_json_call *call)
{
    const struct slrun_cloud *cloud = call->cloud;
    struct service *service = service_of(call);
    struct poller *p = call_activity(call) ? calloc(1, sizeof *p) : NULL;
    if (!p)
        return NULL;
    const char *worker = call_text(call, "workerName");
    *p = (struct poller){.next = service->pollers,
                         .service = service,
                         .x = call->x,
                         .arn = strdup(call_text(call, "activityArn")),
                         .worker = worker ? strdup(worker) : NULL};
    service->pollers = p;
    call->parked = 1;
    call->x->service = p;
    cloud->on_gone(call->x, gone);
    p->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + POLL_MS, late, p);
    struct task *task = waiting_at(service, p->arn);
    if (task)
        hand_over(p, task);
    return NULL;
}
