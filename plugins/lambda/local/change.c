/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions that are being made or changed (Developer Guide, "Lambda function states"), and what
 * AWS refuses meanwhile. Here that is over after a moment, or when somebody has looked whether it
 * is: nobody who waits as on AWS waits for it.
 */
#include <string.h>

#include "local/function.h"

enum { CHANGE_MS = 1000 };

/* What this service does for templates waits for itself. */
void function_changes(const struct call *call, struct function *f)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    f->change_ends_ms = call->own ? 0 : cloud->now_ms(cloud) + CHANGE_MS;
    f->creating = strcmp(call->op->name, "create_function") == 0;
}

void function_is_seen(struct function *f)
{
    f->change_ends_ms = 0;
}

static bool is_changing(const struct call *call, const struct function *f)
{
    const struct slrun_cloud *cloud = call->service->cloud;
    return !call->own && cloud->now_ms(cloud) < f->change_ends_ms;
}

bool function_may_change(struct call *call, const struct function *f)
{
    char arn[ARN_SIZE];
    if (!function_may_run(call, f))
        return false;
    if (!is_changing(call, f))
        return true;
    function_arn(f, NULL, arn);
    call_fail(call, "ResourceConflictException",
              "The operation cannot be performed at this time. An update is in progress for "
              "resource: %s",
              arn);
    return false;
}

bool function_may_run(struct call *call, const struct function *f)
{
    if (!f->creating || !is_changing(call, f))
        return true;
    call_fail(call, "ResourceConflictException",
              "The operation cannot be performed at this time. The function is currently in the "
              "following state: Pending");
    return false;
}
