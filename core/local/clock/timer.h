/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud's clock and its timers (slrun/local.h says what they do). */
#ifndef SLRUN_LOCAL_TIMER_H
#define SLRUN_LOCAL_TIMER_H

#include "local/cloud.h"

int64_t timer_now_ms(const struct slrun_cloud *cloud);
struct slrun_timer *timer_start(const struct slrun_cloud *cloud, int64_t due_ms,
                                void (*fire)(void *arg), void *arg);
void timer_stop(struct slrun_timer *timer);

#endif
