/* SPDX-License-Identifier: Apache-2.0 */
/* Task states: schedule, time-outs, tokens, ends. */
#include "local/http.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Events of a task by what it is. */
static const struct family {
    const char *scheduled, *started, *succeeded, *failed, *timed_out;
} families[] = {
    [RESOURCE_LAMBDA] = {"LambdaFunctionScheduled", "LambdaFunctionStarted",
                         "LambdaFunctionSucceeded", "LambdaFunctionFailed",
                         "LambdaFunctionTimedOut"},
    [RESOURCE_ACTIVITY] = {"ActivityScheduled", "ActivityStarted", "ActivitySucceeded",
                           "ActivityFailed", "ActivityTimedOut"},
    [RESOURCE_SERVICE] = {"TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskFailed",
                          "TaskTimedOut"},
    [RESOURCE_SDK] = {"TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskFailed",
                      "TaskTimedOut"},
};

static bool is_integration(const struct task *task)
{
    return task->to.kind == RESOURCE_SERVICE || task->to.kind == RESOURCE_SDK;
}

/* ---- tokens ---- */

const char *task_token(const struct branch *b)
{
    return b->task && *b->task->token ? b->task->token : NULL;
}

static struct task *find_below(struct branch *b, const char *token)
{
    const char *own = task_token(b);
    struct task *found = own && strcmp(own, token) == 0 ? b->task : NULL;
    for (struct branch *child = b->children; child && !found; child = child->next)
        found = find_below(child, token);
    return found;
}

struct task *task_with(const struct service *service, const char *token)
{
    struct task *found = NULL;
    for (struct execution *x = service->running; x && !found; x = x->next)
        if (x->root)
            found = find_below(x->root, token);
    return found && (found->begun || found->to.kind != RESOURCE_ACTIVITY) ? found : NULL;
}

/* ---- events ---- */

static json_t *with_resource(const struct task *task, json_t *details)
{
    if (!details && is_integration(task))
        details = json_object();
    if (is_integration(task)) {
        (void)json_object_set_new(details, "resource", json_string(task->to.resource));
        (void)json_object_set_new(details, "resourceType", json_string(task->to.type));
    }
    return details;
}

static void tell(struct task *task, const char *type, json_t *details)
{
    history_add(task->b->x, task->b, type, with_resource(task, details));
}

static void tell_scheduled(struct task *task)
{
    struct branch *b = task->b;
    char region[SLRUN_REGION_SIZE], account[SLRUN_ACCOUNT_SIZE];
    json_t *details;
    if (is_integration(task)) {
        char *text = asl_dump(b->work);
        slrun_arn_place(slrun_text(b->x->doc, "executionArn"), region, account);
        details = json_pack("{s:s, s:s}", "region", region, "parameters", text ? text : "");
        free(text);
    } else {
        details = history_data("input", b->work, NULL);
        (void)json_object_set(details, "resource", json_object_get(b->state, "Resource"));
    }
    if (task->role)
        (void)json_object_set_new(details, "taskCredentials",
                                  json_pack("{s:O}", "roleArn", task->role));
    if (task->timeout)
        (void)json_object_set_new(details, "timeoutInSeconds", json_integer(task->timeout));
    if (task->heartbeat)
        (void)json_object_set_new(details, "heartbeatInSeconds", json_integer(task->heartbeat));
    tell(task, families[task->to.kind].scheduled, details);
}

/* ---- ends ---- */

static void too_large(struct task *task);

void task_free(struct branch *b)
{
    struct task *task = b->task;
    const struct slrun_cloud *cloud = b->x->service->cloud;
    if (!task)
        return;
    b->task = NULL;
    if (task->deadline)
        cloud->timer_stop(task->deadline);
    if (task->beat)
        cloud->timer_stop(task->beat);
    if (task->calling)
        cloud->call_cancel(task->calling);
    if (task->sending)
        destination_free(task->sending);
    if (task->watch)
        cloud->watch_stop(task->watch);
    json_decref(task->role);
    free(task);
}

static void ended(struct branch *b)
{
    task_free(b);
    branch_ready(b, PHASE_RESULT);
    execution_go(b->x);
}

/* Whether a result is too large for a state. */
static bool is_large(const json_t *result)
{
    char *text = asl_dump(result);
    bool large = !text || strlen(text) > ASL_DATA_MAX;
    free(text);
    return large;
}

void task_succeed(struct task *task, json_t *result)
{
    struct branch *b = task->b;
    if (is_large(result)) {
        json_decref(result);
        too_large(task);
        return;
    }
    tell(task, families[task->to.kind].succeeded, history_data("output", result, NULL));
    json_decref(b->result);
    b->result = result;
    ended(b);
}

/* As task_fail(), with the event of that type. */
static void end_badly(struct task *task, const char *type, const char *error, const char *cause)
{
    struct branch *b = task->b;
    asl_error_clear(&b->error);
    (void)asl_fail(&b->error, error ? error : "", "%s", cause ? cause : "");
    tell(task, type, history_error(&b->error));
    json_decref(b->result);
    b->result = NULL;
    ended(b);
}

void task_fail(struct task *task, const char *error, const char *cause)
{
    end_badly(task, families[task->to.kind].failed, error, cause);
}

static void too_large(struct task *task)
{
    json_t *cause = json_sprintf(
        "The state/task '%s' returned a result with a size exceeding the maximum number of bytes "
        "service limit.",
        is_integration(task) ? task->to.type : slrun_text(task->b->state, "Resource"));
    task_fail(task, "States.DataLimitExceeded", json_string_value(cause));
    json_decref(cause);
}

/* ---- time-outs ---- */

static void late(void *arg)
{
    struct task *task = arg;
    task->deadline = NULL;
    end_badly(task, families[task->to.kind].timed_out, "States.Timeout", NULL);
}

/* Whether a retrier or catcher has that very name. */
static bool is_named(json_t *handlers, const char *error)
{
    json_t *one, *name;
    size_t i, j;
    json_array_foreach (handlers, i, one)
        json_array_foreach (json_object_get(one, "ErrorEquals"), j, name)
            if (json_is_string(name) && strcmp(json_string_value(name), error) == 0)
                return true;
    return false;
}

/* A state that knows nothing of heartbeats sees a time-out. */
static void silent(void *arg)
{
    static const char error[] = "States.HeartbeatTimeout";
    struct task *task = arg;
    const json_t *state = task->b->state;
    bool named = is_named(json_object_get(state, "Retry"), error) ||
                 is_named(json_object_get(state, "Catch"), error);
    task->beat = NULL;
    end_badly(task, families[task->to.kind].timed_out, named ? error : "States.Timeout", NULL);
}

void task_beat(struct task *task)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    if (task->beat)
        cloud->timer_stop(task->beat);
    task->beat = NULL;
    if (task->heartbeat > 0)
        task->beat =
            cloud->timer_start(cloud, cloud->now_ms(cloud) + task->heartbeat * 1000, silent, task);
}

static void set_deadline(struct task *task)
{
    const struct slrun_cloud *cloud = task->b->x->service->cloud;
    if (task->timeout > 0)
        task->deadline =
            cloud->timer_start(cloud, cloud->now_ms(cloud) + task->timeout * 1000, late, task);
}

static bool read_limits(struct task *task)
{
    struct branch *b = task->b;
    struct asl_scope scope;
    scope_of(b, b->input, &scope);
    double timeout = asl_number(&scope, b->state, "TimeoutSeconds", 0);
    double heartbeat = asl_number(&scope, b->state, "HeartbeatSeconds", 0);
    scope_clear(&scope);
    if (*b->error.name)
        return false;
    task->timeout = (int64_t)fmin(timeout, 99999999);
    task->heartbeat = (int64_t)fmin(heartbeat, 99999999);
    return true;
}

/* ---- the beginning ---- */

/* Whom Credentials name. False with the error. */
static bool read_role(struct task *task)
{
    struct branch *b = task->b;
    struct asl_scope scope;
    json_t *template = json_object_get(b->state, "Credentials");
    if (!template)
        return true;
    scope_of(b, b->input, &scope);
    json_t *made = asl_template(&scope, template, "Credentials");
    scope_clear(&scope);
    task->role = json_incref(json_object_get(made, "RoleArn"));
    json_decref(made);
    return !*b->error.name;
}

static struct task *task_new(struct branch *b)
{
    struct task *task = calloc(1, sizeof *task);
    if (!task)
        return NULL;
    task_free(b);
    b->task = task;
    task->b = b;
    resource_read(slrun_text(b->state, "Resource"), &task->to);
    if (task->to.pattern == PATTERN_TOKEN || task->to.kind == RESOURCE_ACTIVITY)
        token_make(b->x->service->cloud, task->token);
    return task;
}

static bool check_activity(struct task *task)
{
    struct branch *b = task->b;
    const char *arn = slrun_text(b->state, "Resource");
    if (task->to.kind != RESOURCE_ACTIVITY || json_object_get(b->x->service->activities, arn))
        return true;
    (void)asl_fail(&b->error, "States.Runtime", "The activity %s does not exist.", arn);
    return false;
}

void task_enter(struct branch *b)
{
    struct task *task = task_new(b);
    if (!task || !check_activity(task) || !state_input(b) || !http_check(task) ||
        !read_limits(task) || !read_role(task)) {
        task_free(b);
        state_break(b);
        return;
    }
    tell_scheduled(task);
    set_deadline(task);
    if (task->to.kind == RESOURCE_ACTIVITY) {
        activity_wake(b->x->service, slrun_text(b->state, "Resource"));
        return;
    }
    tell(task, families[task->to.kind].started, NULL);
    task_beat(task);
    integration_begin(task);
}

void task_begin(struct task *task, const char *worker)
{
    task->begun = true;
    tell(task, families[task->to.kind].started,
         worker ? json_pack("{s:s}", "workerName", worker) : json_object());
    task_beat(task);
    execution_keep(task->b->x);
}

void task_submitted(struct task *task, const json_t *answer)
{
    task->submitted = true;
    tell(task, "TaskSubmitted", history_data("output", answer, NULL));
    execution_keep(task->b->x);
}

/* ---- kept ---- */

void task_keep(const struct branch *b, json_t *doc)
{
    const struct task *task = b->task;
    if (task && (task->submitted || task->to.kind == RESOURCE_ACTIVITY))
        (void)json_object_set_new(doc, "Task",
                                  json_pack("{s:s, s:b, s:b, s:s}", "Token", task->token, "Begun",
                                            task->begun, "Submitted", task->submitted, "Watched",
                                            task->watched));
}

void task_resume(struct branch *b, const json_t *doc)
{
    const json_t *kept = json_object_get(doc, "Task");
    const char *token = slrun_text(kept, "Token");
    bool waits = token && *token;
    struct task *task = waits ? task_new(b) : NULL;
    if (!task || !read_limits(task)) {
        task_free(b);
        asl_error_clear(&b->error);
        branch_ready(b, PHASE_AGAIN);
        return;
    }
    (void)snprintf(task->token, sizeof task->token, "%s", token);
    task->begun = json_is_true(json_object_get(kept, "Begun"));
    task->submitted = json_is_true(json_object_get(kept, "Submitted"));
    b->phase = PHASE_HELD;
    set_deadline(task);
    if (task->begun || task->submitted)
        task_beat(task);
}
