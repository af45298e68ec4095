/* SPDX-License-Identifier: Apache-2.0 */
#include "run/session/pace.h"

static void on_now(uv_idle_t *now)
{
    struct pace *pace = now->data;
    pace->go(pace->arg);
}

static void on_later(uv_timer_t *later)
{
    struct pace *pace = later->data;
    pace->go(pace->arg);
}

void pace_open(struct pace *pace, uv_loop_t *loop, void (*go)(void *arg), void *arg)
{
    uv_idle_init(loop, &pace->now); /* neither can fail */
    uv_timer_init(loop, &pace->later);
    pace->now.data = pace->later.data = pace;
    pace->go = go;
    pace->arg = arg;
    pace->open = 2;
}

unsigned pace_starts(const struct pace *pace)
{
    return call_crowded(pace->calls) ? 1 : PACE_STARTS;
}

void pace_again(struct pace *pace)
{
    if (!call_crowded(pace->calls)) {
        uv_idle_start(&pace->now, on_now);
        return;
    }
    uv_idle_stop(&pace->now); /* the loop may sleep until answers come */
    if (!uv_is_active((uv_handle_t *)&pace->later))
        uv_timer_start(&pace->later, on_later, PACE_TRICKLE_MS, 0);
}

void pace_stop(struct pace *pace)
{
    uv_idle_stop(&pace->now);
    uv_timer_stop(&pace->later);
}

bool pace_goes(const struct pace *pace)
{
    return uv_is_active((const uv_handle_t *)&pace->now) ||
           uv_is_active((const uv_handle_t *)&pace->later);
}

static void on_closed(uv_handle_t *handle)
{
    struct pace *pace = handle->data;
    if (--pace->open == 0)
        pace->closed(pace->arg);
}

void pace_close(struct pace *pace, void (*closed)(void *arg))
{
    pace->closed = closed;
    uv_close((uv_handle_t *)&pace->now, on_closed);
    uv_close((uv_handle_t *)&pace->later, on_closed);
}
