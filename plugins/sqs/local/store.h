/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is kept on disk, with SQLite. Everything lives in memory; this writes it down as it changes
 * and reads it at the start. With a NULL store nothing happens. Writes of one request are one
 * transaction: the first begins it, store_commit() ends it. A failure is remembered and told by
 * store_commit().
 */
#ifndef SLRUN_SQS_STORE_H
#define SLRUN_SQS_STORE_H

#include <slrun/error.h>

#include "queue.h"

struct store;

/* Opens or makes sqs.sqlite in the directory. NULL with the error filled. */
struct store *store_open(const char *directory, struct slrun_error *error);
void store_close(struct store *store);
void store_reset(struct store *store);

/* Writes the queue's attributes, tags and times; a new queue gets its id. */
void store_queue(struct store *store, struct queue *queue);
void store_queue_remove(struct store *store, const struct queue *queue);

void store_message(struct store *store, const struct message *message);       /* a new one */
void store_message_state(struct store *store, const struct message *message); /* what changes */
void store_message_remove(struct store *store, const struct message *message);
void store_duplicate(struct store *store, const struct queue *queue, const char *key);

/* False if something could not be written since the last time. */
bool store_commit(struct store *store);

/* Reads everything. add_queue() gets a queue with attributes and tags and takes it over;
 * add_message() a message and the id of its queue. False: something cannot be read. */
struct store_visitor {
    bool (*add_queue)(void *arg, struct queue *queue);
    bool (*add_message)(void *arg, struct message *message, int64_t queue);
    void *arg;
};
bool store_load(struct store *store, const struct store_visitor *visitor);

#endif
