/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/runner_signals.h"

#include <signal.h>

#include "base/interrupts.h"
#include "net/loop.h"

/* What ends a run: its cases are cleaned up. */
static const struct {
    int number;
    const char *why;
} stops[RUNNER_SIGNALS] = {{SIGINT, "interrupted: Ctrl-C"},
                           {SIGTERM, "interrupted: SIGTERM"},
                           {SIGHUP, "interrupted: SIGHUP"}};

/* A terminal that is closed may say so twice, by the kernel and by the shell: the second time is no
 * wish of somebody's to stop at once. */
static bool says_nothing_new(const struct runner *r, int number)
{
    return number == SIGHUP && r->session && session_summary(r->session)->stop == STOP_SIGNAL;
}

static void on_signal(uv_signal_t *handle, int number)
{
    struct runner *r = handle->data;
    size_t i = 0;
    interrupts_heard();
    while (stops[i].number != number)
        i++;
    if (!r->session)
        loop_stop(r->loop);
    else if (!says_nothing_new(r, number))
        session_interrupt(r->session, STOP_SIGNAL, stops[i].why);
}

/* nohup has SIGHUP ignored, and it stays so. */
static bool is_ignored(int number)
{
    struct sigaction now;
    return number == SIGHUP && sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

void runner_watch_signals(struct runner *r)
{
    for (size_t i = 0; i < RUNNER_SIGNALS; i++) {
        uv_signal_init(r->loop, &r->signals[i]);
        r->signals[i].data = r;
        if (is_ignored(stops[i].number))
            continue;
        uv_signal_start(&r->signals[i], on_signal, stops[i].number);
        interrupts_notice(stops[i].number);
    }
    r->watching = true;
}
