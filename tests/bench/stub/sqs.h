/* SPDX-License-Identifier: Apache-2.0 */
/* SendMessage, ReceiveMessage and DeleteMessage of SQS's JSON protocol, with delays and long polls.
 * A queue exists once it is named. A message is gone once received. */
#ifndef SLRUN_BENCH_SQS_H
#define SLRUN_BENCH_SQS_H

#include "common/heap.h"
#include "stub/http.h"
#include "stub/stats.h"

#include <stdint.h>

struct queue;

/* A request that is held until a message comes or its wait is over; part of its connection. */
struct hold {
    struct heap_node due; /* the next time there is something to look at */
    uint64_t end;         /* when WaitTimeSeconds are over */
    struct queue *queue;  /* NULL when nothing is held */
};

struct sqs {
    struct queue **buckets;
    struct heap holds;
    unsigned long messages; /* received so far: makes receipt handles unique */
};

void sqs_init(struct sqs *sqs);

/* Forgets all messages; held requests stay held. */
void sqs_reset(struct sqs *sqs);

/* Frees everything; no request may be held any more. */
void sqs_close(struct sqs *sqs);

/* Answers one operation and counts it. Returns false when there is no answer yet: then `hold` was
 * filled, and sqs_due will bring it back. */
bool sqs_serve(struct sqs *sqs, struct stats *stats, const struct http_request *request,
               struct hold *hold, struct http_answer *answer);

/* Takes one held request that can be answered now, with its answer; NULL when there is none. */
struct hold *sqs_due(struct sqs *sqs, struct stats *stats, struct http_answer *answer);

/* Forgets a held request, because its client has gone. */
void sqs_cancel(struct sqs *sqs, struct hold *hold);

#endif
