/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/plugins/plugins_quiet.h"

static int no_chance(const struct slrun_cloud *cloud, const char *what, const char *arn)
{
    (void)cloud, (void)what, (void)arn;
    return 0;
}

static void tell_nobody(const struct slrun_cloud *cloud, const char *arn)
{
    (void)cloud, (void)arn;
}

static int is_watched(const struct slrun_cloud *cloud, const char *arn)
{
    (void)cloud, (void)arn;
    return 0;
}

static void count_nothing(const struct slrun_cloud *cloud, int change)
{
    (void)cloud, (void)change;
}

static void leave_out(const struct slrun_cloud *cloud, const struct slrun_left_out *what)
{
    (void)cloud, (void)what;
}

/* As if there were no memory for it: there is no other service. */
static struct slrun_calling *call_nobody(const struct slrun_cloud *cloud,
                                         const struct slrun_cloud_call *call)
{
    (void)cloud;
    json_decref(call->args);
    return NULL;
}

static void end_nothing(struct slrun_calling *calling)
{
    (void)calling;
}

void quiet_fill(struct slrun_cloud *cloud)
{
    cloud->chance = no_chance;
    cloud->notify = tell_nobody;
    cloud->watched = is_watched;
    cloud->busy = count_nothing;
    cloud->pending = count_nothing;
    cloud->left_out = leave_out;
    cloud->call = call_nobody;
    cloud->call_cancel = end_nothing;
}
