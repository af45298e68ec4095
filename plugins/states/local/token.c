/* SPDX-License-Identifier: Apache-2.0 */
/* What workers say of tasks with a token. */
#include "local/task.h"

static struct task *call_task(struct slrun_json_call *call)
{
    const char *token = call_text(call, "taskToken");
    struct task *task = task_with(service_of(call), token);
    if (task)
        return task;
    if (token_is_one(token))
        (void)call_fail(call, "TaskTimedOut",
                        "Task Timed Out: 'Provided task does not exist anymore'");
    else
        (void)call_fail(call, "InvalidToken", "Invalid Token: 'Invalid token'");
    return NULL;
}

json_t *op_send_task_success(struct slrun_json_call *call)
{
    struct task *task = call_task(call);
    json_t *output = NULL;
    if (!task)
        return NULL;
    output = json_loads(call_text(call, "output"), JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    if (!output)
        return call_fail(call, "InvalidOutput", "Invalid Output: 'Invalid output'");
    task_succeed(task, output);
    return json_object();
}

json_t *op_send_task_failure(struct slrun_json_call *call)
{
    struct task *task = call_task(call);
    if (!task)
        return NULL;
    task_fail(task, call_text(call, "error"), call_text(call, "cause"));
    return json_object();
}

json_t *op_send_task_heartbeat(struct slrun_json_call *call)
{
    struct task *task = call_task(call);
    if (!task)
        return NULL;
    task_beat(task);
    return json_object();
}
