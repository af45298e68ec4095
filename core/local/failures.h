/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests that were refused, lately, whoever sent them but the runner itself: what functions and
 * tools asked for in vain. What a failed wait tells of calls to another region than the stack's
 * comes from here.
 */
#ifndef SLRUN_LOCAL_FAILURES_H
#define SLRUN_LOCAL_FAILURES_H

#include "local/exchange.h"

enum { FAILURES_MAX = 64 }; /* of different services, operations, regions; the oldest goes */

/* The exchange is answered with this status (4xx; any other is none). */
void failures_note(struct exchange *e, int status);

/* Answers with {"failures": [{"at_ms", "times", "service", "operation" (null: of REST), "region",
 * "status"}]}; at_ms is the last of the times. */
void failures_answer(struct cloud *cloud, struct slrun_exchange *x);

/* Forgets them. */
void failures_clear(struct cloud *cloud);

#endif
