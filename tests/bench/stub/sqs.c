/* SPDX-License-Identifier: Apache-2.0 */
/* The SQS half of the stub server. */
#include "stub/sqs.h"

#include "common/util.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS        (1u << 14)
#define FNV_START      2166136261u
#define FNV_PRIME      16777619u
#define NS_PER_S       1e9
#define FIRST_MESSAGES 4u
#define MD5_OF_HELLO   "5d41402abc4b2a76b9719d911017c592"

struct queue {
    struct queue *next;
    uint64_t *visible; /* of each message: when it can be received */
    size_t len;
    size_t cap;
    struct hold **waiting; /* held requests, the oldest first */
    size_t waiting_len;
    size_t waiting_cap;
    size_t name_len;
    char name[];
};

void sqs_init(struct sqs *sqs)
{
    *sqs = (struct sqs){.buckets = zeroed(BUCKETS, sizeof *sqs->buckets)};
}

void sqs_reset(struct sqs *sqs)
{
    for (size_t i = 0; i < BUCKETS; i++)
        for (struct queue *q = sqs->buckets[i]; q != NULL; q = q->next)
            q->len = 0;
}

void sqs_close(struct sqs *sqs)
{
    for (size_t i = 0; i < BUCKETS; i++) {
        while (sqs->buckets[i] != NULL) {
            struct queue *q = sqs->buckets[i];
            sqs->buckets[i] = q->next;
            free(q->visible);
            free(q->waiting);
            free(q);
        }
    }
    free(sqs->buckets);
    free(sqs->holds.nodes);
    *sqs = (struct sqs){0};
}

/* The queue's name is the last part of its URL. */
static struct slice name_of(struct slice url)
{
    for (size_t i = url.len; i > 0; i--)
        if (url.at[i - 1] == '/')
            return (struct slice){url.at + i, url.len - i};
    return url;
}

static struct queue *find_queue(struct sqs *sqs, struct slice name)
{
    uint32_t h = FNV_START;
    for (size_t i = 0; i < name.len; i++)
        h = (h ^ (unsigned char)name.at[i]) * FNV_PRIME;
    struct queue **link = &sqs->buckets[h % BUCKETS];
    for (struct queue *q = *link; q != NULL; q = q->next)
        if (q->name_len == name.len && memcmp(q->name, name.at, name.len) == 0)
            return q;
    struct queue *q = zeroed(1, sizeof *q + name.len);
    q->name_len = name.len;
    memcpy(q->name, name.at, name.len);
    q->next = *link;
    *link = q;
    return q;
}

/* When the queue's first message shows; UINT64_MAX when it has none. */
static uint64_t first_visible(const struct queue *q)
{
    uint64_t first = UINT64_MAX;
    for (size_t i = 0; i < q->len; i++)
        first = q->visible[i] < first ? q->visible[i] : first;
    return first;
}

static bool take_message(struct queue *q, uint64_t now)
{
    for (size_t i = 0; i < q->len; i++) {
        if (q->visible[i] <= now) {
            q->visible[i] = q->visible[--q->len];
            return true;
        }
    }
    return false;
}

/* When a held request must be looked at: at a message or at the end of its wait. */
static uint64_t due_time(const struct hold *hold)
{
    uint64_t first = first_visible(hold->queue);
    return first < hold->end ? first : hold->end;
}

static void answer_received(struct sqs *sqs, struct stats *stats, bool got,
                            struct http_answer *answer)
{
    if (!got) {
        stats->recv_empty++;
        http_answer(answer, 200, "{}");
        return;
    }
    stats->recv++;
    unsigned long id = ++sqs->messages;
    http_answer(answer, 200,
                "{\"Messages\":[{\"MessageId\":\"00000000-0000-0000-0000-%012lu\","
                "\"ReceiptHandle\":\"rh%lu\",\"MD5OfBody\":\"" MD5_OF_HELLO
                "\",\"Body\":\"hello\"}]}",
                id, id);
}

static void add_waiting(struct queue *q, struct hold *hold)
{
    if (q->waiting_len == q->waiting_cap) {
        q->waiting_cap = q->waiting_cap > 0 ? q->waiting_cap * 2 : FIRST_MESSAGES;
        q->waiting = grow(q->waiting, q->waiting_cap, sizeof(struct hold *));
    }
    q->waiting[q->waiting_len++] = hold;
}

void sqs_cancel(struct sqs *sqs, struct hold *hold)
{
    struct queue *q = hold->queue;
    if (q == NULL)
        return;
    size_t i = 0;
    while (q->waiting[i] != hold)
        i++;
    memmove(q->waiting + i, q->waiting + i + 1, (--q->waiting_len - i) * sizeof *q->waiting);
    heap_remove(&sqs->holds, &hold->due);
    hold->queue = NULL;
}

static bool send_message(struct sqs *sqs, struct queue *q, struct slice body,
                         struct http_answer *answer)
{
    if (q->len == q->cap) {
        q->cap = q->cap > 0 ? q->cap * 2 : FIRST_MESSAGES;
        q->visible = grow(q->visible, q->cap, sizeof *q->visible);
    }
    q->visible[q->len++] = clock_ns() + (uint64_t)(scan_number(body, "DelaySeconds") * NS_PER_S);
    for (size_t i = 0; i < q->waiting_len; i++)
        heap_move(&sqs->holds, &q->waiting[i]->due, due_time(q->waiting[i]));
    http_answer(answer, 200,
                "{\"MessageId\":\"00000000-0000-0000-0000-000000000001\","
                "\"MD5OfMessageBody\":\"" MD5_OF_HELLO "\"}");
    return true;
}

static bool receive_message(struct sqs *sqs, struct queue *q, struct slice body, struct hold *hold)
{
    double wait = scan_number(body, "WaitTimeSeconds");
    if (wait <= 0)
        return false;
    hold->queue = q;
    hold->end = clock_ns() + (uint64_t)(wait * NS_PER_S);
    hold->due = (struct heap_node){.at = due_time(hold), .index = HEAP_OUT};
    add_waiting(q, hold);
    heap_add(&sqs->holds, &hold->due);
    return true;
}

bool sqs_serve(struct sqs *sqs, struct stats *stats, const struct http_request *request,
               struct hold *hold, struct http_answer *answer)
{
    struct slice url;
    if (scan_string(request->body, "QueueUrl", &url)) {
        struct queue *q = find_queue(sqs, name_of(url));
        if (slice_is(request->target, "SendMessage")) {
            stats->send++;
            return send_message(sqs, q, request->body, answer);
        }
        if (slice_is(request->target, "ReceiveMessage")) {
            bool got = take_message(q, clock_ns());
            stats->recv_begun++;
            if (!got && receive_message(sqs, q, request->body, hold))
                return false;
            answer_received(sqs, stats, got, answer);
            return true;
        }
        if (slice_is(request->target, "DeleteMessage")) {
            stats->del_message++;
            http_answer(answer, 200, "{}");
            return true;
        }
    }
    stats->other++;
    http_answer(answer, 400, "{\"__type\":\"com.amazonaws.sqs#UnsupportedOperation\"}");
    return true;
}

struct hold *sqs_due(struct sqs *sqs, struct stats *stats, struct http_answer *answer)
{
    uint64_t now = clock_ns();
    struct heap_node *first = heap_first(&sqs->holds);
    while (first != NULL && first->at <= now) {
        struct hold *hold = (struct hold *)((char *)first - offsetof(struct hold, due));
        bool got = take_message(hold->queue, now);
        if (got || hold->end <= now) {
            sqs_cancel(sqs, hold);
            answer_received(sqs, stats, got, answer);
            return hold;
        }
        /* Another request took the message. */
        heap_move(&sqs->holds, first, due_time(hold));
        first = heap_first(&sqs->holds);
    }
    return NULL;
}
