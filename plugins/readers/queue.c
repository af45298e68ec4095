/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Queues as event sources (Developer Guide, "Using Lambda with Amazon SQS"). Messages are received
 * ten at a time until a batch is full, the queue gives no more and its window is over. What a
 * handler fails on stays in the queue, which shows it again when its visibility timeout is over.
 * A FIFO queue itself keeps back what follows a message of a group that is not deleted.
 */
#include <stdlib.h>
#include <string.h>

#include "readers/event.h"
#include "readers/filter.h"
#include "readers/reader.h"
#include "readers/response.h"

enum {
    RECEIVE_MAX = 10,          /* of ReceiveMessage and DeleteMessageBatch */
    CONCURRENT_FIRST = 5,      /* batches at once, at first */
    CONCURRENT_A_MINUTE = 300, /* that are added while there are still messages */
    CONCURRENT_MAX = 50        /* processes of this machine; AWS goes up to 1,250 */
};

struct batch {
    struct batch *next;
    struct queue *queue;
    json_t *records;
    int64_t received_ms;
    unsigned throttled;
    struct reader_timer again;
};

struct queue {
    struct reader base;
    struct batch *gathering; /* the next batch, or NULL */
    size_t bytes;            /* of it */
    struct batch *running;
    size_t n_running;
    bool receiving, more;  /* there may be messages */
    int64_t busy_since_ms; /* there have been messages since then; or 0 */
    struct reader_timer window, growth;
};

static struct queue *queue_of(struct reader *reader)
{
    return (struct queue *)reader;
}

static void pump(struct queue *q);

/* ---- the end of a batch ---- */

static void batch_free(struct batch *b)
{
    reader_timer_stop(&b->queue->base, &b->again);
    json_decref(b->records);
    free(b);
}

static void on_deleted(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct queue *q = arg;
    (void)result, (void)error; /* what was not deleted comes again, as in AWS */
    (void)reader_end(&q->base);
}

static void delete_entries(struct queue *q, json_t *entries)
{
    (void)reader_call(&q->base,
                      &(struct reader_call){.operation = "delete_message_batch",
                                            .args = json_pack("{s:s, s:o}", "QueueUrl",
                                                              q->base.name, "Entries", entries),
                                            .done = on_deleted,
                                            .arg = q});
}

/* Deletes the messages of records, but those whose ids are in `kept`. */
static void delete_messages(struct queue *q, const json_t *records, const json_t *kept)
{
    size_t i;
    json_t *record, *entries = json_array();
    json_array_foreach (records, i, record) {
        const char *id = json_string_value(json_object_get(record, "messageId"));
        if (json_object_get(kept, id))
            continue;
        (void)json_array_append_new(entries, json_pack("{s:s, s:O}", "Id", id, "ReceiptHandle",
                                                       json_object_get(record, "receiptHandle")));
        if (json_array_size(entries) == RECEIVE_MAX) {
            delete_entries(q, entries);
            entries = json_array();
        }
    }
    if (json_array_size(entries))
        delete_entries(q, entries);
    else
        json_decref(entries);
}

static json_t *ids_of(const json_t *records)
{
    size_t i;
    json_t *record, *ids = json_object();
    json_array_foreach (records, i, record)
        (void)json_object_set_new(ids, json_string_value(json_object_get(record, "messageId")),
                                  json_true());
    return ids;
}

/* The messages that stay: none (an empty object), or NULL: all. */
static json_t *failures(const struct batch *b, const struct invoke_end *end)
{
    if (end->error)
        return NULL;
    if (!b->queue->base.partial) {
        reader_judge_answer(&b->queue->base, end, b->records, false);
        return json_object();
    }
    json_t *ids = ids_of(b->records);
    json_t *failed = response_failures(end->payload, end->size, ids);
    json_decref(ids);
    reader_judge_answer(&b->queue->base, end, b->records, !failed);
    return failed;
}

static void leave(struct batch *b)
{
    struct batch **at = &b->queue->running;
    while (*at != b)
        at = &(*at)->next;
    *at = b->next;
    b->queue->n_running--;
    batch_free(b);
}

static void on_invoked(void *arg, const struct invoke_end *end)
{
    struct batch *b = arg;
    struct queue *q = b->queue;
    json_t *failed = failures(b, end);
    reader_tell(&q->base, failed ? "OK" : "PROBLEM: Function call failed");
    if (failed)
        delete_messages(q, b->records, failed);
    json_decref(failed);
    leave(b);
    pump(q);
    (void)reader_end(&q->base);
}

/* ---- a batch to its function ---- */

static void invoke(void *arg);

/* Tried again until the messages would be visible again; then it is the queue's turn. */
static void throttled(struct batch *b)
{
    struct queue *q = b->queue;
    int64_t now = reader_now(&q->base);
    int64_t due = now + backoff_ms(++b->throttled);
    int64_t visible_ms = reader_integer(&q->base, "VisibilityTimeout", 30) * 1000;
    if (!q->base.stopping && due < b->received_ms + visible_ms)
        reader_timer_set(&q->base, &b->again, due);
    else
        leave(b);
}

static void invoke(void *arg)
{
    struct batch *b = arg;
    struct reader *reader = &b->queue->base;
    json_t *event = json_pack("{s:O}", "Records", b->records);
    if (reader_invoke(reader, event, on_invoked, b) == INVOKE_STARTED)
        return;
    throttled(b);
    pump(queue_of(reader));
}

static void dispatch(struct queue *q)
{
    struct batch *b = q->gathering;
    reader_timer_stop(&q->base, &q->window);
    q->gathering = NULL;
    q->bytes = 0;
    b->next = q->running;
    q->running = b;
    q->n_running++;
    b->again.fire = invoke;
    b->again.arg = b;
    if (reader_invoke(&q->base, json_pack("{s:O}", "Records", b->records), on_invoked, b) !=
        INVOKE_STARTED)
        throttled(b);
}

/* ---- gathering ---- */

static bool gather(struct queue *q, json_t *record)
{
    if (!q->gathering) {
        q->gathering = calloc(1, sizeof *q->gathering);
        if (!q->gathering)
            return false;
        q->gathering->queue = q;
        q->gathering->records = json_array();
        q->gathering->received_ms = reader_now(&q->base);
    }
    return json_array_append(q->gathering->records, record) == 0;
}

/* A batch that has no room for it goes first. */
static void take(struct queue *q, json_t *record)
{
    size_t bytes = json_bytes(record) + 1;
    if (q->gathering && q->bytes + bytes > EVENT_MAX - EVENT_FRAME)
        dispatch(q);
    if (gather(q, record))
        q->bytes += bytes;
    if (q->gathering && json_array_size(q->gathering->records) >= q->base.batch_size)
        dispatch(q);
}

static void take_all(struct queue *q, const json_t *messages)
{
    size_t i;
    json_t *message, *unwanted = json_array();
    json_array_foreach (messages, i, message) {
        json_t *record = event_of_message(&q->base, message);
        const struct filter_record seen = {record, q->base.source->content,
                                           json_object_get(record, "body")};
        if (reader_lets_pass(&q->base, &seen))
            take(q, record);
        else
            (void)json_array_append(unwanted, record);
        json_decref(record);
    }
    reader_left_out(&q->base, json_array_size(unwanted));
    delete_messages(q, unwanted, NULL);
    json_decref(unwanted);
}

/* As many as the batch still needs, so that none waits in flight for another batch. */
static int64_t room(const struct queue *q)
{
    size_t have = q->gathering ? json_array_size(q->gathering->records) : 0;
    size_t left = q->base.batch_size - have;
    return left < RECEIVE_MAX ? (int64_t)left : RECEIVE_MAX;
}

static void on_received(void *arg, const json_t *result, const struct slrun_error *error)
{
    struct queue *q = arg;
    const json_t *messages = json_object_get(result, "Messages");
    if (error) /* nothing comes until there is news of the queue */
        reader_tell_error(&q->base, error);
    q->receiving = false;
    q->more = json_array_size(messages) > 0;
    take_all(q, messages);
    if (q->base.stopping && q->gathering)
        dispatch(q);
    pump(q);
    (void)reader_end(&q->base);
}

static void receive(struct queue *q)
{
    json_t *args = json_pack("{s:s, s:I, s:i, s:[s], s:[s]}", "QueueUrl", q->base.name,
                             "MaxNumberOfMessages", (json_int_t)room(q), "WaitTimeSeconds", 0,
                             "MessageSystemAttributeNames", "All", "MessageAttributeNames", "All");
    q->receiving = reader_call(
        &q->base, &(struct reader_call){
                      .operation = "receive_message", .args = args, .done = on_received, .arg = q});
}

/* ---- how many at once ---- */

static size_t most(const struct queue *q)
{
    const json_t *scaling = json_object_get(q->base.config, "ScalingConfig");
    const json_t *given = json_object_get(scaling, "MaximumConcurrency");
    json_int_t n = json_is_integer(given) ? json_integer_value(given) : CONCURRENT_MAX;
    return n < CONCURRENT_MAX ? (size_t)n : CONCURRENT_MAX;
}

static size_t limit(struct queue *q)
{
    int64_t now = reader_now(&q->base);
    if (!q->busy_since_ms)
        q->busy_since_ms = now;
    size_t grown =
        CONCURRENT_FIRST + (size_t)((now - q->busy_since_ms) * CONCURRENT_A_MINUTE / (60 * 1000));
    return grown < most(q) ? grown : most(q);
}

static void on_time(void *arg)
{
    pump(arg);
}

/* All that may run at once does: more may in a moment. */
static void wait_for_growth(struct queue *q)
{
    if (q->n_running < most(q) && !q->growth.timer)
        reader_timer_set(&q->base, &q->growth,
                         reader_now(&q->base) + 60 * 1000 / CONCURRENT_A_MINUTE);
}

/* ---- */

static void on_window(void *arg)
{
    struct queue *q = arg;
    dispatch(q);
    pump(q);
    (void)reader_end(&q->base);
}

/* The queue gives no more for now. */
static void settle(struct queue *q)
{
    if (q->gathering && q->base.window_ms == 0)
        dispatch(q);
    else if (q->gathering && !q->window.timer)
        reader_timer_set(&q->base, &q->window, q->gathering->received_ms + q->base.window_ms);
    if (q->n_running == 0)
        q->busy_since_ms = 0;
}

static void pump(struct queue *q)
{
    if (q->base.stopping || q->receiving)
        return;
    if (!q->more)
        settle(q);
    else if (q->n_running < limit(q))
        receive(q);
    else
        wait_for_growth(q);
}

/* ---- as a source ---- */

static bool start(struct reader *reader)
{
    struct queue *q = queue_of(reader);
    q->window.fire = on_window;
    q->growth.fire = on_time;
    q->window.arg = q->growth.arg = q;
    q->more = true;
    reader_ready(reader);
    pump(q);
    return true;
}

static void news(struct reader *reader)
{
    queue_of(reader)->more = true;
    pump(queue_of(reader));
}

/* What was received already is handled. */
static void stop(struct reader *reader)
{
    struct queue *q = queue_of(reader);
    reader_timer_stop(reader, &q->growth);
    if (q->gathering)
        dispatch(q);
    for (struct batch *b = q->running, *next; b; b = next) {
        next = b->next;
        if (b->again.timer)
            leave(b);
    }
}

static void drop(struct reader *reader)
{
    struct queue *q = queue_of(reader);
    reader_timer_stop(reader, &q->window);
    reader_timer_stop(reader, &q->growth);
    while (q->running) {
        struct batch *b = q->running;
        q->running = b->next;
        batch_free(b);
    }
    if (q->gathering)
        batch_free(q->gathering);
}

const struct source source_sqs = {.service = "sqs",
                                  .size = sizeof(struct queue),
                                  .content = "body",
                                  .start = start,
                                  .news = news,
                                  .stop = stop,
                                  .drop = drop};
