/* SPDX-License-Identifier: Apache-2.0 */
/* Work of services on other threads, so that the loop does not wait for the disk. */
#ifndef SLRUN_LOCAL_WORK_H
#define SLRUN_LOCAL_WORK_H

#include "local/cloud.h"

/* struct slrun_cloud's work(). */
int work_start(const struct slrun_cloud *cloud, void (*run)(void *arg), void (*done)(void *arg),
               void *arg);

/* Waits for all that has begun, and calls done() of each. The loop still has to run for them. */
void work_forget(struct cloud *cloud);

#endif
