/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/live.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "run/session/looks.h"

static void on_timer(uv_timer_t *timer)
{
    struct live *live = timer->data;
    struct looks looks = {.n = 0};
    char expects[LOOKS_MAX][LOOKS_EXPECTS_MAX];
    session_look(live->session, &looks);
    struct term_live look = {.in_flight = looks.in_flight, .n_waits = looks.n};
    for (size_t i = 0; i < looks.n; i++) {
        look_at_expects(&looks.list[i], expects[i]);
        look.waits[i] = (struct term_wait){looks.list[i].result, looks.list[i].seconds, expects[i]};
    }
    if (looks.in_flight)
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
    uv_timer_start(&live->timer, on_timer, LOOKS_MS, LOOKS_MS);
    uv_unref((uv_handle_t *)&live->timer);
}

void live_stop(struct live *live)
{
    if (live->open)
        uv_close((uv_handle_t *)&live->timer, NULL);
    live->open = false;
}
