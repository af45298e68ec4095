/* SPDX-License-Identifier: Apache-2.0 */
/* News of what an ARN names, from the service that has it to those that wait for it:
 * slrun_cloud.notify, watched, watch and watch_stop (slrun/cloud.h says what they do). */
#ifndef SLRUN_LOCAL_WATCH_H
#define SLRUN_LOCAL_WATCH_H

#include "local/cloud.h"

void watch_notify(const struct slrun_cloud *cloud, const char *arn);
int watch_is_on(const struct slrun_cloud *cloud, const char *arn);
struct slrun_watch *watch_start(const struct slrun_cloud *cloud, const char *arn,
                                void (*fire)(void *arg), void *arg);
void watch_stop(struct slrun_watch *watch);

#endif
