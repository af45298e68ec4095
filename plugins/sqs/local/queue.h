/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A queue and its messages, in memory: which messages can be received, which are hidden and until
 * when. Time is always a parameter; nothing here answers requests.
 *
 * In a standard queue every visible message can be received. In a FIFO queue messages are in
 * groups; a group gives its messages in order, from the first one up to the first hidden one.
 */
#ifndef SLRUN_SQS_QUEUE_H
#define SLRUN_SQS_QUEUE_H

#include <jansson.h>
#include <slrun/local.h>
#include <stdbool.h>
#include <stdint.h>

#include "heap.h"

enum { MESSAGE_ID_SIZE = 37, QUEUE_IN_FLIGHT_MAX = 120000 };

struct queue;
struct group;
struct waiter;

enum message_state { MESSAGE_VISIBLE, MESSAGE_DELAYED, MESSAGE_IN_FLIGHT, MESSAGE_STATES };

/*
 * `content` holds what never changes, under AWS's names: Body, MD5OfBody, MessageAttributes and its
 * MD5, SenderId, AWSTraceHeader, MessageGroupId, MessageDeduplicationId, SequenceNumber,
 * DeadLetterQueueSourceArn; under MESSAGE_BEFORE how often it was received in other queues; under
 * MESSAGE_SENT when it was sent, where sent_ms is when it came to its dead-letter queue.
 */
#define MESSAGE_BEFORE   "receivedBefore"
#define MESSAGE_SENT     "sentBefore"
#define MESSAGE_DEDUP    "MessageDeduplicationId"
#define MESSAGE_GROUP    "MessageGroupId"
#define MESSAGE_SEQUENCE "SequenceNumber"

struct message {
    uint64_t rank; /* number of its arrival at this queue, unique in the service */
    struct queue *queue;
    enum message_state state;
    struct heap_node place; /* in `visible` (standard queues) or `hidden` */
    struct heap_node age;   /* in `all` */
    int64_t sent_ms;
    int64_t first_ms; /* first received, or 0 */
    int64_t due_ms;   /* hidden until then */
    int64_t receives;
    uint64_t receipt; /* number in the latest receipt handle */
    char id[MESSAGE_ID_SIZE];
    json_t *content;
    struct group *group; /* FIFO queues */
    struct message *prev, *next;
};

struct group {
    char *name;
    struct heap_node turn; /* in `visible` */
    struct message *first, *last;
};

/* The queue's attributes, read. */
struct settings {
    int64_t delay_ms;
    int64_t visibility_ms;
    int64_t retention_ms;
    int64_t wait_s;
    int64_t max_size;
    bool fifo;
    bool content_based; /* ContentBasedDeduplication */
    bool by_group;      /* DeduplicationScope is messageGroup */
    const char *target; /* RedrivePolicy: ARN of the dead-letter queue, or NULL; in `redrive` */
    int64_t max_receives;
    json_t *redrive; /* RedrivePolicy as JSON, or NULL */
    json_t *allow;   /* RedriveAllowPolicy as JSON, or NULL */
};

struct queue {
    int64_t id; /* in the store */
    char *account;
    char *region;
    char *name;
    char *arn;
    int64_t created_s;
    int64_t modified_s;
    json_t *attributes; /* those that can be set, as strings */
    json_t *tags;
    struct settings settings;
    struct heap visible; /* messages, or groups of a FIFO queue */
    struct heap hidden;  /* messages by due_ms */
    struct heap all;     /* messages by sent_ms */
    size_t count[MESSAGE_STATES];
    uint64_t turns;     /* given to groups as they become visible */
    void *by_rank;      /* tsearch tree of messages */
    void *groups;       /* tsearch tree of groups */
    json_t *duplicates; /* FIFO: what was sent lately, by deduplication id; see dedup.h */
    json_t *attempts;   /* FIFO: what was received lately, by attempts' ids; see attempt.h */
    struct waiter *waiters, *last_waiter; /* long polls, the oldest first; see wait.h */
    struct slrun_timer *timer; /* for the next hidden message, while there are long polls */
    void *timer_arg;
    int64_t timer_ms;
};

/* A queue without messages; strings are copied. NULL: out of memory. */
struct queue *queue_new(const char *account, const char *region, const char *name);

/* Frees the queue with its messages. There must be no long poll and no timer. */
void queue_free(struct queue *queue);

/* Takes over `message`, whose content, id, sent_ms and rank are set, hidden until due_ms if that is
 * later than now. False (out of memory): it is still the caller's. */
bool queue_add(struct queue *queue, struct message *message, int64_t now);

/* A FIFO queue's number of the message of that rank. */
json_t *message_sequence(uint64_t rank);

/* Takes the message out; it is then the caller's: message_free(). */
void queue_take_out(struct message *message);
void message_free(struct message *message);

/* Hides the message until due_ms as received, or shows it. */
void queue_hide(struct message *message, int64_t due_ms);
void queue_show(struct message *message);

/* Shows what is due. The messages whose retention is over are taken out and handed to expire(),
 * which frees them. */
void queue_refresh(struct queue *queue, int64_t now,
                   void (*expire)(void *arg, struct message *message), void *arg);

/* The message to be received next, or NULL; `after` is the one received before in this request, so
 * that one request takes the messages of a group in a row. */
struct message *queue_next(const struct queue *queue, const struct message *after);

/* A visible message of a standard queue that is not the oldest, where there are several. */
struct message *queue_last(const struct queue *queue);

/* The message of that rank, or NULL. */
struct message *queue_find(const struct queue *queue, uint64_t rank);

/* The oldest message, or NULL: taking it out again and again empties the queue. */
struct message *queue_oldest(const struct queue *queue);

/* When a message becomes visible next; INT64_MAX: nothing is hidden. */
int64_t queue_next_due(const struct queue *queue);

#endif
