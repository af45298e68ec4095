/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/live.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "run/life.h"

enum { EXPECTS_MAX = 200 };

/* The cases that have been in their phase for longest, the longest first. */
struct slowest {
    struct life *lives[2];
    size_t n, in_flight;
};

static void see(void *arg, struct life *life)
{
    struct slowest *s = arg;
    s->in_flight++;
    size_t at = s->n;
    while (at > 0 && life_in_phase(life) > life_in_phase(s->lives[at - 1]))
        at--;
    if (at == 2)
        return;
    if (at == 0)
        s->lives[1] = s->lives[0];
    s->lives[at] = life;
    s->n = s->n < 2 ? s->n + 1 : 2;
}

static void on_timer(uv_timer_t *timer)
{
    struct live *live = timer->data;
    struct slowest s = {.n = 0};
    char expects[2][EXPECTS_MAX];
    session_each(live->session, see, &s);
    struct term_live look = {.in_flight = s.in_flight, .n_waits = s.n};
    for (size_t i = 0; i < s.n; i++) {
        life_expects(s.lives[i], expects[i], sizeof expects[i]);
        look.waits[i] =
            (struct term_wait){life_result(s.lives[i]), life_in_phase(s.lives[i]), expects[i]};
    }
    if (s.in_flight)
        term_live_show(live->term, &look);
}

bool live_wanted(void)
{
    const char *ci = getenv("CI"), *kind = getenv("TERM");
    return isatty(STDOUT_FILENO) && (!ci || !*ci || strcmp(ci, "false") == 0) &&
           !getenv("BUILD_NUMBER") && kind && strcmp(kind, "dumb") != 0;
}

void live_start(struct live *live, uv_loop_t *loop, struct term *term,
                const struct session *session)
{
    live->term = term;
    live->session = session;
    live->timer.data = live;
    if (uv_timer_init(loop, &live->timer) != 0)
        return;
    live->open = true;
    uv_timer_start(&live->timer, on_timer, LIVE_MS, LIVE_MS);
    uv_unref((uv_handle_t *)&live->timer);
}

void live_stop(struct live *live)
{
    if (live->open)
        uv_close((uv_handle_t *)&live->timer, NULL);
    live->open = false;
}
