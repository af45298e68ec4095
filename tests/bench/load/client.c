/* SPDX-License-Identifier: Apache-2.0 */
/* The load client's connections at work. */
#define _GNU_SOURCE

#include "load/client.h"

#include "common/util.h"
#include "load/connection.h"
#include "load/request.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_S   1000000000u
#define DRAIN_S    30u  /* for the answers that are under way at the end */
#define COUNTED_S  1800 /* for a plan that ends by number, at most */
#define EVENTS     64
#define LOOK_MS    1000   /* at the clock, at least */
#define RETRY_NS   100000 /* between attempts to connect */
#define LOST_MAX   3      /* times that a request is sent again after its connection was closed */
#define SHOWN      400    /* bytes of an answer that is no success */
#define DIRECT_MAX 4      /* connections that are read without asking which has something */

struct worker {
    struct connection connection; /* first: what epoll knows */
    struct values values;
    uint64_t began; /* ns; of this repetition */
    int step, lost;
    bool prepared;              /* the steps of `once` are done */
    bool idle;                  /* all is done */
    struct request requests[2]; /* the one under way, and the next */
    int under_way;              /* which of them */
    bool is_ahead;              /* the next is written */
};

struct client {
    const struct plan *plan;
    struct outcome *outcome;
    struct writer writer;
    int epoll;
    uint64_t random, next;  /* the number of the next repetition */
    uint64_t patience, end; /* ns */
    uint64_t came;          /* ns; when something did last */
    struct worker *workers;
    int busy, turn; /* turn: the worker that is looked at next for what it sends next */
};

static uint64_t next_random(struct client *c)
{
    c->random ^= c->random << 13;
    c->random ^= c->random >> 7;
    c->random ^= c->random << 17;
    return c->random;
}

/* ---- one request ---- */

/* Connects where need be; a server that closes after each answer has a new connection each time. */
static void send_step(struct client *c, struct worker *w)
{
    const struct timespec pause = {0, RETRY_NS};
    while (w->connection.fd < 0 && !connection_connect(&w->connection)) {
        if (clock_ns() > c->patience)
            die_errno("cannot connect");
        nanosleep(&pause, NULL);
    }
    connection_send(&w->connection, &w->requests[w->under_way]);
}

static void begin_step(struct client *c, struct worker *w)
{
    w->under_way = !w->under_way;
    if (!w->is_ahead)
        request_write(&c->writer, w->step, &w->values, &w->requests[w->under_way]);
    w->is_ahead = false;
    w->lost = 0;
    send_step(c, w);
}

/* ---- the answer ---- */

/* Keeps the string that stands behind "NAME": in the answer. */
static void take(const struct step *s, struct worker *w)
{
    char name[64];
    int n = snprintf(name, sizeof name, "\"%s\"", s->take);
    const char *at = strstr(connection_body(&w->connection), name);
    at = at != NULL ? at + n + strspn(at + n, ": ") : "";
    size_t len = *at == '"' ? strcspn(at + 1, "\"") : 0;
    if (len == 0 || len >= PLAN_VALUE_MAX) {
        fprintf(stderr, "bench: no \"%s\" in: %.*s\n", s->take, SHOWN,
                connection_body(&w->connection));
        exit(EXIT_BROKEN);
    }
    memcpy(w->values.taken[s->slot], at + 1, len);
    w->values.taken[s->slot][len] = '\0';
}

static void check(const struct step *s, struct worker *w)
{
    int status = w->connection.status;
    if (status >= 200 && status < 300)
        return;
    fprintf(stderr, "bench: %s %s: status %d: %.*s\n", s->method,
            s->target != NULL ? s->target : "", status, SHOWN, connection_body(&w->connection));
    exit(EXIT_BROKEN);
}

/* ---- repetitions ---- */

static void record(struct client *c, const struct worker *w, uint64_t now)
{
    struct outcome *o = c->outcome;
    if (o->n == o->room) {
        o->room = o->room != 0 ? 2 * o->room : 4096;
        o->latencies_us = grow(o->latencies_us, o->room, sizeof *o->latencies_us);
    }
    o->latencies_us[o->n++] = (double)(now - w->began) / 1000;
}

static bool is_over(const struct client *c, const struct worker *w, uint64_t now)
{
    return c->plan->repetitions != 0 ? !w->is_ahead && c->next >= c->plan->repetitions
                                     : now >= c->end;
}

/* What the next repetition is about. */
static void choose(struct client *c, struct worker *w)
{
    w->values.number = c->next++ % c->plan->numbers;
    w->values.random = next_random(c) % c->plan->numbers;
}

static int first_step(const struct client *c, const struct worker *w)
{
    int step = 0;
    while (w->prepared && c->plan->steps[step].once)
        step++;
    return step;
}

static void begin_repetition(struct client *c, struct worker *w, uint64_t now)
{
    if (is_over(c, w, now)) {
        w->idle = true;
        c->busy--;
        return;
    }
    if (!w->is_ahead)
        choose(c, w);
    w->began = now;
    w->step = first_step(c, w);
    begin_step(c, w);
}

static bool has(const struct template *t, int variable)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->pieces[i].variable == variable)
            return true;
    return false;
}

/* Writes the request that follows the one under way, unless it hangs on its answer. */
static void write_ahead(struct client *c, struct worker *w)
{
    const struct plan *plan = c->plan;
    if (w->is_ahead || w->idle || !w->prepared)
        return;
    bool again = w->step + 1 == plan->n_steps;
    const struct step *now = &plan->steps[w->step];
    int number = again ? first_step(c, w) : w->step + 1;
    const struct step *next = &plan->steps[number];
    int taken = VARIABLE_TAKEN + now->slot;
    if ((again && plan->repetitions != 0 && c->next >= plan->repetitions) ||
        (now->take != NULL && (has(&next->body, taken) || has(&next->path, taken))))
        return;
    if (again)
        choose(c, w);
    request_write(&c->writer, number, &w->values, &w->requests[!w->under_way]);
    w->is_ahead = true;
}

static void end_step(struct client *c, struct worker *w)
{
    const struct step *s = &c->plan->steps[w->step];
    check(s, w);
    if (s->take != NULL)
        take(s, w);
    if (++w->step < c->plan->n_steps) {
        begin_step(c, w);
        return;
    }
    uint64_t now = clock_ns();
    if (c->plan->repetitions != 0 || now <= c->end)
        record(c, w, now);
    w->prepared = true;
    begin_repetition(c, w, now);
}

/* Whether there was something. */
static bool on_event(struct client *c, struct worker *w)
{
    if (w->idle || w->connection.fd < 0)
        return false;
    enum answer answer = connection_go_on(&w->connection);
    if (answer == ANSWER_WHOLE)
        end_step(c, w);
    else if (answer == ANSWER_LOST && ++w->lost > LOST_MAX)
        die("the server closes connections without an answer");
    else if (answer == ANSWER_LOST)
        send_step(c, w);
    return answer != ANSWER_PENDING;
}

static bool take_events(struct client *c, int timeout_ms)
{
    struct epoll_event events[EVENTS];
    int n = epoll_wait(c->epoll, events, EVENTS, timeout_ms);
    if (n < 0 && errno != EINTR)
        die_errno("epoll_wait");
    for (int i = 0; i < n; i++)
        (void)on_event(c, events[i].data.ptr);
    return n > 0;
}

/* Whether there was something, without sleeping. Few connections are read at once: to be told which
 * has something would be one more call of the system before each answer. */
static bool look(struct client *c)
{
    bool any = false;
    if (c->plan->connections > DIRECT_MAX)
        return take_events(c, 0);
    for (int i = 0; i < c->plan->connections; i++)
        any = on_event(c, &c->workers[i]) || any;
    return any;
}

/* Takes what has come; for a moment after the last answer without sleeping. To be woken takes
 * longer than a fast server's answer, and how long is the scheduler's matter. Others may have the
 * processor. */
static void go_on(struct client *c)
{
    uint64_t now = clock_ns(), waited = 0;
    bool any = false;
    while (!any && now < c->came + c->plan->awake_ns) {
        uint64_t began = now;
        any = look(c);
        uint64_t looked = clock_ns();
        now = looked;
        if (!any) {
            write_ahead(c, &c->workers[c->turn++ % c->plan->connections]);
            uint64_t worked = clock_ns();
            sched_yield();
            now = clock_ns();
            waited += looked - began + now - worked;
        }
    }
    c->outcome->waited_s += (double)waited / NS_PER_S;
    if (any || take_events(c, LOOK_MS))
        c->came = clock_ns();
}

static void loop(struct client *c)
{
    while (c->busy > 0) {
        go_on(c);
        if (clock_ns() > c->end + (uint64_t)DRAIN_S * NS_PER_S)
            die("the server does not answer");
    }
}

static void start(struct client *c)
{
    int n = c->plan->connections;
    c->workers = zeroed((size_t)n, sizeof *c->workers);
    c->busy = n;
    for (int i = 0; i < n; i++) {
        struct worker *w = &c->workers[i];
        connection_open(&w->connection, c->epoll, c->plan->port);
        w->values.connection = i;
        begin_repetition(c, w, clock_ns());
    }
}

void client_run(const struct plan *plan, double patience_s, struct outcome *outcome)
{
    uint64_t now = clock_ns();
    struct client *c = zeroed(1, sizeof *c);
    c->plan = plan;
    c->outcome = outcome;
    c->random = 88172645463325252u;
    writer_open(&c->writer, plan);
    c->epoll = epoll_create1(EPOLL_CLOEXEC);
    c->patience = now + (uint64_t)(patience_s * NS_PER_S);
    double seconds = plan->repetitions != 0 ? COUNTED_S : plan->seconds;
    c->end = now + (uint64_t)(seconds * NS_PER_S);
    start(c);
    loop(c);
    outcome->elapsed_s =
        plan->repetitions != 0 ? (double)(clock_ns() - now) / NS_PER_S : plan->seconds;
    for (int i = 0; i < plan->connections; i++)
        connection_close(&c->workers[i].connection);
    free(c->workers);
    close(c->epoll);
    free(c);
}
