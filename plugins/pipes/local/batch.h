/* SPDX-License-Identifier: Apache-2.0 */
/* A batch of records on its way through a pipe: the enrichment, then the target. */
#ifndef SLRUN_PIPES_BATCH_H
#define SLRUN_PIPES_BATCH_H

#include "local/service.h"

struct invoke_end;
struct invoke_start;

struct batch {
    struct batch *next;
    struct service *service;
    json_t *pipe;   /* as it was when the batch began */
    json_t *events; /* records, or what the enrichment made of them */
    bool enriched;
    size_t at;      /* of the events, where the target gets them one by one */
    bool prepared;  /* way->prepare has been called */
    json_t *failed; /* itemIdentifiers of those that the target has refused */
    char id[ID_SIZE];
    char problem[SLRUN_ERROR_MESSAGE_MAX]; /* the last one; "": none */
    struct slrun_calling *calling;
    struct destination *sending; /* to an API destination */
    struct slrun_timer *timer;
    void (*done)(void *arg, const struct invoke_end *end); /* NULL: nobody waits for it */
    void *arg;
};

/* Begins with the records of an event; start->done() comes once, later. NULL: no memory. */
struct batch *batch_start(struct service *service, const struct invoke_start *start);
/* Nobody waits for it any more. */
void batch_forget(struct batch *batch);
/* Ends what is under way: it has failed. */
void batches_end(struct service *service);
/* Adds to one of the numbers of a pipe's "Counts", and says in StateReason what was filtered out,
 * unless something worse stands there. */
void batch_count(json_t *pipe, const char *name, size_t n);

#endif
