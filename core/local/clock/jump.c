/* SPDX-License-Identifier: Apache-2.0 */
/* Jumps of the local cloud's clock. */
#include "local/clock/jump.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "local/clock/timer.h"
#include "local/lifeline.h"
#include "local/turn.h"
#include "net/alarm.h"
#include "net/http_header.h"
#include "net/lull.h"

/* A request that waits for the cloud itself: to come to rest, or for its clock. */
struct waiter {
    struct slrun_exchange *x;
    struct waiter *prev, *next;
    struct jump *jump;
    struct slrun_timer *timer; /* until when; NULL: until nothing is left to deliver */
};

struct jump {
    struct cloud *cloud;
    struct lull *lull;
    int lifeline;
    bool ended;  /* the lifeline has */
    bool others; /* another runner uses this cloud: real time from now on */
    struct lifeline_lines lines;
    struct lifeline_word asked; /* by the runner; number 0: nothing */
    double asked_at;
    bool offered;
    struct waiter *waiters;
};

bool jump_at_rest(const struct cloud *c)
{
    return c->n_exchanges == c->n_parked && c->busy == 0 && !turn_waits(c->turn);
}

/* ---- the runner ---- */

static void heard(void *arg, const char *line, size_t size)
{
    struct jump *j = arg;
    struct lifeline_word word;
    if (!lifeline_read_word(line, size, &word))
        return;
    if (word.kind == LIFELINE_JUMP && j->offered && word.number == j->asked.number) {
        j->asked.number = 0;
        alarms_jump(j->cloud->clock, word.ms);
    } else if (word.kind == LIFELINE_ASK) {
        j->asked = word;
        j->asked_at = alarms_now(j->cloud->clock);
    }
    j->offered = false;
}

bool jump_hear(struct jump *j)
{
    for (;;) {
        size_t room;
        char *to = lifeline_room(&j->lines, &room);
        ssize_t n = room ? recv(j->lifeline, to, room, MSG_DONTWAIT) : 0;
        if (n <= 0) {
            j->ended |= n == 0;
            return !j->ended;
        }
        lifeline_came(&j->lines, (size_t)n, heard, j);
    }
}

static void offer(struct jump *j, double ms)
{
    char line[LIFELINE_WORD_MAX];
    const struct lifeline_word word = {.kind = LIFELINE_OFFER, .number = j->asked.number, .ms = ms};
    int n = lifeline_write_word(line, &word);
    j->offered = send(j->lifeline, line, (size_t)n, MSG_DONTWAIT | MSG_NOSIGNAL) == n;
}

/* What the runner has asked for can be had. */
static void look_at_runner(struct jump *j)
{
    const struct cloud *c = j->cloud;
    if (!j->asked.number || j->offered || j->others || !jump_at_rest(c) ||
        !flights_equal(&c->flights, &j->asked.flights))
        return;
    double now = alarms_now(c->clock);
    double ms = fmin(alarms_next(c->clock, 0), j->asked_at + j->asked.ms) - now;
    if (ms >= JUMP_LEAST_MS && !isinf(ms))
        offer(j, ms);
}

/* Services do not see the number: what they hand on would hold it. */
static void hide(struct exchange *e, const char *value)
{
    struct slrun_header *headers = (struct slrun_header *)e->x.headers;
    size_t i = 0;
    while (headers[i].value != value)
        i++;
    memmove(headers + i, headers + i + 1, (e->x.n_headers - i - 1) * sizeof *headers);
    e->x.n_headers--;
    e->http->n_headers--;
}

void jump_meets(struct cloud *cloud, struct exchange *e)
{
    struct jump *j = cloud->jump;
    if (!j || j->lifeline < 0)
        return;
    if (j->offered)
        jump_hear(j);
    const char *number = http_header(e->x.headers, e->x.n_headers, FLIGHTS_HEADER),
               *agent = http_header(e->x.headers, e->x.n_headers, "User-Agent");
    if (number) {
        e->flight = strtoull(number, NULL, 10);
        hide(e, number);
        flights_add(&cloud->flights, e->flight);
    } else if (agent && !strncmp(agent, "slrun/", 6)) {
        j->others = true;
    }
}

/* ---- who waits for the cloud ---- */

static void leave(struct waiter *w)
{
    if (w->timer)
        timer_stop(w->timer);
    *(w->prev ? &w->prev->next : &w->jump->waiters) = w->next;
    if (w->next)
        w->next->prev = w->prev;
    free(w);
}

static void gone(struct slrun_exchange *x)
{
    leave(x->service);
}

static struct waiter *wait(struct cloud *cloud, struct slrun_exchange *x)
{
    struct jump *j = cloud->jump;
    struct waiter *w = j ? calloc(1, sizeof *w) : NULL;
    if (!w) {
        exchange_json(x, 500, NULL);
        return NULL;
    }
    *w = (struct waiter){.x = x, .next = j->waiters, .jump = j};
    if (w->next)
        w->next->prev = w;
    j->waiters = w;
    x->service = w;
    exchange_on_gone(x, gone);
    return w;
}

void jump_settle(struct cloud *cloud, struct slrun_exchange *x)
{
    wait(cloud, x);
}

static void answer(struct waiter *w)
{
    struct slrun_exchange *x = w->x;
    const struct cloud *c = w->jump->cloud;
    json_int_t now = c->api.now_ms(&c->api);
    leave(w);
    exchange_json(x, 200, json_pack("{s:I}", "now_ms", now));
}

static void on_there(void *arg)
{
    struct waiter *w = arg;
    w->timer = NULL;
    answer(w);
}

void jump_advance(struct cloud *cloud, struct slrun_exchange *x, double ms)
{
    static const struct refusal_words words = {
        409, "ConflictException", "a runner has the clock: local_cloud.advance moves it"};
    if (cloud->jump && cloud->jump->lifeline >= 0) {
        exchange_error((struct exchange *)x, &words);
        return;
    }
    struct waiter *w = wait(cloud, x);
    if (w)
        w->timer = timer_start(&cloud->api, timer_now_ms(&cloud->api) + (int64_t)ms, on_there, w);
    if (w && !w->timer)
        answer(w);
}

/* All is at rest: who waits for that is answered, who waits for a time moves the clock. */
static void look_at_waiters(struct jump *j)
{
    const struct cloud *c = j->cloud;
    bool advances = false;
    for (struct waiter *next, *w = j->waiters; w; w = next) {
        next = w->next;
        advances |= w->timer != NULL;
        if (!w->timer && c->pending == 0)
            answer(w);
    }
    double ms = alarms_next(c->clock, 0) - alarms_now(c->clock);
    if (advances && ms > 0)
        alarms_jump(c->clock, ms);
}

bool jump_is_wanted(const struct jump *j)
{
    return j->waiters || j->asked.number;
}

static bool is_asked(void *arg)
{
    const struct jump *j = arg;
    return jump_is_wanted(j) && jump_at_rest(j->cloud);
}

static void on_lull(void *arg)
{
    struct jump *j = arg;
    if (j->waiters)
        look_at_waiters(j);
    look_at_runner(j);
}

/* ---- */

struct jump *jump_new(struct cloud *cloud, int lifeline)
{
    struct jump *j = calloc(1, sizeof *j);
    if (!j)
        return NULL;
    j->cloud = cloud;
    j->lifeline = lifeline;
    j->lull = lull_new(cloud->loop, &(struct lull_options){is_asked, on_lull, j});
    if (j->lull)
        return j;
    free(j);
    return NULL;
}

void jump_free(struct jump *jump)
{
    if (!jump)
        return;
    jump->cloud->jump = NULL;
    lull_free(jump->lull);
    free(jump);
}
