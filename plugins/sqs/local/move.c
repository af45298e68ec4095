/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Message move tasks (API Reference, "StartMessageMoveTask"): a task moves messages out of a
 * dead-letter queue, on a timer: all at once, or so many each second. They live in memory only.
 */
#include "move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>

#include "model/digest.h"
#include "store.h"

enum { RATE_MAX = 500, LIST_MAX = 10, STEP_MS = 1000, HANDLE_MAX = 1024 };

struct task {
    struct service *service;
    struct task *next;
    char id[MESSAGE_ID_SIZE];
    char *source;
    char *destination; /* NULL: each goes back where it came from */
    int64_t rate;      /* messages a second; 0: no bound */
    int64_t started_ms;
    size_t moved;
    size_t to_move;
    const char *status;
    const char *failure;
    struct slrun_timer *timer; /* while it runs */
};

static void task_free(struct task *task)
{
    if (task->timer != NULL)
        task->service->cloud->timer_stop(task->timer);
    free(task->source);
    free(task->destination);
    free(task);
}

void move_end_all(struct service *service)
{
    while (service->tasks != NULL) {
        struct task *task = service->tasks;
        service->tasks = task->next;
        task_free(task);
    }
}

/* ---- moving ---- */

/* Where the message goes, or NULL with the reason in task->failure. */
static struct queue *destination_of(struct task *task, const struct message *message)
{
    const char *arn = task->destination;
    if (arn == NULL)
        arn = json_string_value(json_object_get(message->content, "DeadLetterQueueSourceArn"));
    struct queue *queue = arn == NULL ? NULL : service_find_arn(task->service, arn);
    if (queue == NULL) {
        task->failure = arn == NULL ? "CouldNotDetermineMessageSource"
                                    : "AWS.SimpleQueueService.NonExistentQueue";
    }
    return queue;
}

/* True while there is more to move. */
static bool move_one(struct task *task, struct queue *source)
{
    struct message *message = source == NULL ? NULL : queue_next(source, NULL);
    if (message == NULL) {
        task->status = "COMPLETED";
        return false;
    }
    struct queue *to = destination_of(task, message);
    enum moved moved = to == NULL ? MOVED_NOT : service_move(task->service, message, to, NULL);
    if (moved == MOVED_NOT)
        task->status = "FAILED";
    else if (moved == MOVED)
        task->moved++;
    return moved != MOVED_NOT;
}

/* A FIFO queue's groups wait for those of their messages that somebody has received (recorded in
 * September 2026). */
static bool waits(struct task *task, const struct queue *source)
{
    bool held = source != NULL && source->settings.fifo && source->count[MESSAGE_IN_FLIGHT] > 0 &&
                strcmp(task->status, "COMPLETED") == 0;
    if (held)
        task->status = "RUNNING";
    return held;
}

static void step(void *arg)
{
    struct task *task = arg;
    struct service *service = task->service;
    struct queue *source = service_find_arn(service, task->source);
    int64_t now = service_now(service), most = task->rate;
    bool more = true;
    task->timer = NULL;
    if (source != NULL)
        service_refresh(service, source, now);
    if (most == 0) /* all, but none twice: it may be where the messages came from */
        most = source == NULL ? 1 : (int64_t)source->count[MESSAGE_VISIBLE] + 1;
    for (int64_t i = 0; more && i < most; i++)
        more = move_one(task, source);
    if (more || waits(task, source)) {
        const struct slrun_cloud *cloud = service->cloud;
        task->timer = cloud->timer_start(cloud, now + STEP_MS, step, task);
        task->status = task->timer == NULL ? "FAILED" : task->status;
    }
    store_commit(service->store);
}

/* ---- operations ---- */

static bool is_dead_letter_queue(const struct service *service, const struct queue *queue)
{
    for (size_t i = 0; i < service->queues.n; i++) {
        const char *target = service_queue(service, i)->settings.target;
        if (target != NULL && strcmp(target, queue->arn) == 0)
            return true;
    }
    return false;
}

static struct queue *arn_queue(struct call *call, const char *parameter)
{
    const char *arn = call_string(call, parameter);
    struct queue *queue = service_find_arn(call->service, arn);
    if (queue == NULL) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "The resource that you specified for the %s parameter doesn't exist.", parameter);
    } else {
        service_refresh(call->service, queue, call->now);
    }
    return queue;
}

static bool check_start(struct call *call, const struct queue *source)
{
    int64_t rate = call_integer(call, "MaxNumberOfMessagesPerSecond", 1);
    if (rate < 1 || rate > RATE_MAX) {
        return fault_value(&call->fault,
                           "Value for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: "
                           "You must enter a value that is between 1 and 500.");
    }
    const char *destination = call_string(call, "DestinationArn");
    if (destination != NULL && strcmp(destination, source->arn) == 0) {
        return fault_value(&call->fault,
                           "Source queue arn and destination queue arn cannot be the same.");
    }
    if (!is_dead_letter_queue(call->service, source))
        return fault_value(&call->fault, "Source queue must be configured as a Dead Letter Queue.");
    for (const struct task *task = call->service->tasks; task != NULL; task = task->next) {
        if (task->timer != NULL && strcmp(task->source, source->arn) == 0) {
            return fault_value(&call->fault,
                               "There is already a task running. Only one active task is allowed "
                               "for a source queue arn at a given time.");
        }
    }
    return true;
}

/* base64 of {"taskId":..,"sourceArn":..}, as AWS's handles are. */
static json_t *handle_of(const struct task *task)
{
    char plain[HANDLE_MAX];
    int n = snprintf(plain, sizeof plain, "{\"taskId\":\"%s\",\"sourceArn\":\"%s\"}", task->id,
                     task->source);
    return n < 0 || (size_t)n >= sizeof plain ? NULL : slrun_base64_json(plain, (size_t)n);
}

static struct task *task_new(struct call *call, const struct queue *source,
                             const struct queue *destination)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    struct task *task = calloc(1, sizeof *task);
    if (task == NULL)
        return NULL;
    task->service = call->service;
    task->source = strdup(source->arn);
    task->destination = destination == NULL ? NULL : strdup(destination->arn);
    task->rate = call_integer(call, "MaxNumberOfMessagesPerSecond", 0);
    task->started_ms = call->now;
    task->to_move = source->count[MESSAGE_VISIBLE];
    if (source->settings.fifo)
        task->to_move += source->count[MESSAGE_IN_FLIGHT];
    task->status = "RUNNING";
    call->service->cloud->uuid(call->service->cloud, task->id);
    if (task->source != NULL && (destination == NULL || task->destination != NULL))
        task->timer = cloud->timer_start(cloud, call->now, step, task);
    if (task->timer == NULL) {
        task_free(task);
        return NULL;
    }
    task->next = call->service->tasks;
    call->service->tasks = task;
    return task;
}

json_t *op_start_message_move_task(struct call *call)
{
    struct queue *source = arn_queue(call, "SourceArn"), *destination = NULL;
    if (source == NULL || !check_start(call, source))
        return NULL;
    if (call_string(call, "DestinationArn") != NULL) {
        destination = arn_queue(call, "DestinationArn");
        if (destination == NULL)
            return NULL;
    }
    struct task *task = task_new(call, source, destination);
    json_t *result = task == NULL ? NULL : json_object();
    if (result == NULL) {
        fault_internal(&call->fault);
        return NULL;
    }
    json_object_set_new(result, "TaskHandle", handle_of(task));
    return result;
}

static json_t *task_json(const struct task *task)
{
    json_t *json =
        json_pack("{s:s, s:s, s:I, s:I, s:I}", "Status", task->status, "SourceArn", task->source,
                  "ApproximateNumberOfMessagesMoved", (json_int_t)task->moved,
                  "ApproximateNumberOfMessagesToMove", (json_int_t)task->to_move,
                  "StartedTimestamp", (json_int_t)task->started_ms);
    if (task->timer != NULL)
        json_object_set_new(json, "TaskHandle", handle_of(task));
    if (task->destination != NULL)
        json_object_set_new(json, "DestinationArn", json_string(task->destination));
    if (task->rate > 0)
        json_object_set_new(json, "MaxNumberOfMessagesPerSecond", json_integer(task->rate));
    if (task->failure != NULL)
        json_object_set_new(json, "FailureReason", json_string(task->failure));
    return json;
}

json_t *op_list_message_move_tasks(struct call *call)
{
    const struct queue *source = arn_queue(call, "SourceArn");
    size_t most = (size_t)call_integer(call, "MaxResults", 1);
    if (source == NULL)
        return NULL;
    if (most < 1 || most > LIST_MAX) {
        fault_value(&call->fault, "Value for parameter MaxResults is invalid. Reason: It must be "
                                  "between 1 and 10.");
        return NULL;
    }
    json_t *results = json_array(), *result = json_object();
    for (const struct task *task = call->service->tasks; task != NULL; task = task->next)
        if (strcmp(task->source, source->arn) == 0 && json_array_size(results) < most)
            json_array_append_new(results, task_json(task));
    json_object_set_new(result, "Results", results);
    return result;
}

/* What a handle names; NULL with the fault filled. */
static struct task *find_task(struct call *call)
{
    const char *handle = call_string(call, "TaskHandle");
    size_t size = 0;
    char *plain = slrun_base64_bytes(handle, strlen(handle), &size);
    json_t *json = plain == NULL ? NULL : json_loadb(plain, size, 0, NULL);
    const char *id = json_string_value(json_object_get(json, "taskId"));
    const char *arn = json_string_value(json_object_get(json, "sourceArn"));
    struct task *task = NULL;
    if (id == NULL || arn == NULL) {
        fault_value(&call->fault, "Value for parameter TaskHandle is invalid.");
    } else if (service_find_arn(call->service, arn) == NULL) {
        fault_set(&call->fault, FAULT_NOT_FOUND,
                  "The resource that you specified for the SourceArn parameter doesn't exist.");
    } else {
        for (task = call->service->tasks; task != NULL; task = task->next)
            if (strcmp(task->id, id) == 0 && task->timer != NULL)
                break;
        if (task == NULL)
            fault_set(&call->fault, FAULT_NOT_FOUND, "Task does not exist.");
    }
    json_decref(json);
    free(plain);
    return task;
}

json_t *op_cancel_message_move_task(struct call *call)
{
    struct task *task = find_task(call);
    if (task == NULL)
        return NULL;
    call->service->cloud->timer_stop(task->timer);
    task->timer = NULL;
    task->status = "CANCELLED";
    return json_pack("{s:I}", "ApproximateNumberOfMessagesMoved", (json_int_t)task->moved);
}
