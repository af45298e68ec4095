/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of other services' operations, which are forgotten when the local cloud ends before their
 * answer. */
#ifndef SLRUN_LAMBDA_OUTGOING_H
#define SLRUN_LAMBDA_OUTGOING_H

#include "local/service.h"

struct outgoing_order {
    const char *service, *operation;
    json_t *args; /* taken over */
    const char *region, *account;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    void (*drop)(void *arg); /* at the end, in the place of done() */
    void *arg;
    const struct slrun_iam_caller *caller; /* for whom, where that is judged; or NULL */
};

/* False: out of memory; neither done() nor drop() comes. */
bool outgoing_call(struct service *service, const struct outgoing_order *order);
void outgoing_close(struct service *service);

#endif
