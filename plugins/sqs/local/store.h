/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept on disk, with SQLite. Everything lives in memory; this writes it down as it changes
 * and reads it at the start. With a NULL store nothing happens. Writes of one request are one
 * transaction: the first begins it, store_commit() ends it. A failure is remembered and told by
 * store_commit().
 */
#ifndef SLRUN_SQS_STORE_H
#define SLRUN_SQS_STORE_H

#include <slrun/cloud.h>
#include <slrun/store.h>

#include "queue.h"

/* Opens or makes sqs.sqlite. NULL with the error filled. Closed, cleared and committed by its api.
 */
struct slrun_store *store_open(const struct slrun_cloud *cloud, struct slrun_error *error);

/* Writes the queue's attributes, tags and times; a new queue gets its id. */
void store_queue(struct slrun_store *store, struct queue *queue);
void store_queue_remove(struct slrun_store *store, const struct queue *queue);

void store_message(struct slrun_store *store, const struct message *message); /* a new one */
void store_message_state(struct slrun_store *store,
                         const struct message *message); /* what changes */
void store_message_remove(struct slrun_store *store, const struct message *message);
void store_duplicate(struct slrun_store *store, const struct queue *queue, const char *key);
void store_duplicates_clear(struct slrun_store *store, const struct queue *queue);

/* False if something could not be written since the last time; it is then undone in the file. */
bool store_commit(struct slrun_store *store);

/* Reads everything. add_queue() gets a queue with attributes and tags and takes it over;
 * add_message() a message and the id of its queue. False: something cannot be read. */
struct store_visitor {
    bool (*add_queue)(void *arg, struct queue *queue);
    bool (*add_message)(void *arg, struct message *message, int64_t queue);
    void *arg;
};
bool store_load(struct slrun_store *store, const struct store_visitor *visitor);

#endif
