/* SPDX-License-Identifier: Apache-2.0 */
/* PutItem, GetItem and DeleteItem on items of one shape: key attribute "pk", and "v" = "hello". An
 * item of a table named delay<N> shows N ms after it was put, of any other table at once. */
#ifndef SLRUN_BENCH_DYNAMODB_H
#define SLRUN_BENCH_DYNAMODB_H

#include "stub/http.h"
#include "stub/stats.h"

struct item;

struct dynamodb {
    struct item **buckets;
};

void dynamodb_init(struct dynamodb *db);

/* Forgets all items. */
void dynamodb_reset(struct dynamodb *db);

/* Frees everything. */
void dynamodb_close(struct dynamodb *db);

/* Answers one operation and counts it; request->target is what follows the point. What the
 * workloads do not send is counted as `other` and answered with an error. */
void dynamodb_serve(struct dynamodb *db, struct stats *stats, const struct http_request *request,
                    struct http_answer *answer);

#endif
