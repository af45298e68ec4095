/* SPDX-License-Identifier: Apache-2.0 */
#include "net/client/http_lane.h"

/* ---- transfers ---- */

struct http_transfer *http_lane_take(struct http_lane *lane,
                                     const struct http_transfer_options *options)
{
    struct http_transfer *x = lane->idle;
    if (!x)
        return http_transfer_new(options);
    lane->idle = x->next;
    lane->n_idle--;
    return x;
}

void http_lane_park(struct http_lane *lane, struct http_transfer *x)
{
    if (lane->n_idle == lane->max_idle) {
        http_transfer_free(x);
        return;
    }
    x->next = lane->idle;
    lane->idle = x;
    lane->n_idle++;
}

void http_lane_release(struct http_lane *lane, struct http_call *call)
{
    http_transfer_finish(call->transfer, false);
    http_lane_park(lane, call->transfer);
    call->transfer = NULL;
}

/* ---- multi handles ---- */

struct http_multi *http_lane_multi(struct http_lane *lane, const struct http_multi *like)
{
    unsigned taken = 0;
    for (struct http_multi *m = lane->multis; m; m = m->next) {
        if (m->active < m->limit)
            return m;
        taken += m->limit;
    }
    unsigned left = lane->cap - taken;
    struct http_multi *m =
        http_multi_new(like->api, like->sockets, left < lane->per_multi ? left : lane->per_multi);
    if (!m)
        return NULL;
    m->ended = like->ended;
    m->turned = like->turned;
    m->arg = like->arg;
    m->next = lane->multis;
    lane->multis = m;
    return m;
}

void http_lane_free_multis(struct http_lane *lane)
{
    for (struct http_multi *m; (m = lane->multis);) {
        lane->multis = m->next;
        http_multi_free(m);
    }
}

void http_lane_free(struct http_lane *lane)
{
    for (struct http_transfer *x; (x = lane->idle);) {
        lane->idle = x->next;
        http_transfer_free(x);
    }
    http_lane_free_multis(lane);
}
