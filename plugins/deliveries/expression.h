/* SPDX-License-Identifier: Apache-2.0 */
/* When schedules fire: rate(5 minutes), cron(0 12 * * ? *), at(2026-11-21T07:00:00) (EventBridge
 * User Guide, "Scheduled events"; EventBridge Scheduler User Guide, "Schedule types"). In UTC. */
#ifndef SLRUN_DELIVERIES_EXPRESSION_H
#define SLRUN_DELIVERIES_EXPRESSION_H

#include "deliveries/cron.h"

struct expression {
    enum { EXPRESSION_RATE, EXPRESSION_CRON, EXPRESSION_AT } kind;
    int64_t ms; /* of RATE: between two; of AT: when */
    struct cron cron;
};

/* `scheduler`: of EventBridge Scheduler, which has at(...) and takes "1 minutes". False: it is
 * none.
 */
bool expression_read(const char *text, bool scheduler, struct expression *e);
/* When it fires first behind that; -1: never. */
int64_t expression_next(const struct expression *e, int64_t after_ms);
/* When it fires next in a cloud that was started again, where it was due: what fell due meanwhile
 * is left out, but what fires only once is made up for. A rate keeps its pace, unless the clock had
 * jumped. */
int64_t expression_resume(const struct expression *e, int64_t due_ms, int64_t now_ms);

#endif
