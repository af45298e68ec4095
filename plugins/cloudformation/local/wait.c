/* SPDX-License-Identifier: Apache-2.0 */
/* Requests that wait until a stack has changed. */
#include <stdlib.h>
#include <string.h>

#include "local/call.h"

void call_wait_end(struct call *call)
{
    if (call->watch)
        call->cloud->watch_stop(call->watch);
    if (call->limit)
        call->cloud->timer_stop(call->limit);
    free(call->stack_id);
    call->watch = NULL;
    call->limit = NULL;
    call->stack_id = NULL;
}

static void go_on(struct call *call)
{
    call_wait_end(call);
    call->then(call);
}

static void on_limit(void *arg)
{
    struct call *call = arg;
    call->limit = NULL;
    go_on(call);
}

static void on_news(void *arg)
{
    struct call *call = arg;
    struct stack_name id = call_stack_name(call, call->stack_id);
    const struct stack *stack = stack_find(call->engine, &id);
    if (!stack || !stack->deployment)
        go_on(call);
}

bool call_wait(struct call *call, int most, void (*then)(struct call *call))
{
    const struct slrun_cloud *cloud = call->cloud;
    const struct stack *stack = call_text(call, "StackName") ? call_find_stack(call) : NULL;
    if (!stack || !stack->deployment)
        return false;
    call->stack_id = strdup(stack_text(stack, "StackId"));
    call->watch = call->stack_id ? cloud->watch(cloud, call->stack_id, on_news, call) : NULL;
    if (call->watch && most != CALL_WAIT_LONG)
        call->limit = cloud->timer_start(cloud, cloud->now_ms(cloud) + most, on_limit, call);
    if (!call->watch || (most != CALL_WAIT_LONG && !call->limit)) {
        call_wait_end(call);
        return false;
    }
    call->then = then;
    cloud->on_gone(call->x, call_gone);
    return true;
}
