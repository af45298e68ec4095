/* SPDX-License-Identifier: Apache-2.0 */
#include "net/server/http_awake.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "net/processors.h"

enum {
    US = 1000, /* ns */
    MS = 1000 * US,
    SLICE_NS = 20 * US,  /* then the loop looks at all else */
    OTHERS_NS = 50 * US, /* a round that took so long was not ours alone */
};

struct awake {
    uv_idle_t idle; /* keeps the loop from sleeping */
    struct awake_options o;
    double processors; /* 0: not looked at yet */
    uint64_t answered; /* ns; when the last request was */
    uint64_t rests;    /* until when */
};

static void end(struct awake *a)
{
    uv_idle_stop(&a->idle);
}

/* Waits for a slice of time; awake_answered() tells whether another is worth it. */
static void on_idle(uv_idle_t *idle)
{
    struct awake *a = idle->data;
    uint64_t began = uv_hrtime(), now = began;
    bool engaged = a->o.engaged && a->o.engaged(a->o.arg);
    while (!engaged && now < a->answered + AWAKE_US * US && now < began + SLICE_NS) {
        uint64_t before = now;
        if (a->o.look(a->o.arg))
            return;
        sched_yield();
        now = uv_hrtime();
        if (now > before + OTHERS_NS)
            a->rests = now + (uint64_t)AWAKE_REST_MS * MS;
        engaged = now < a->rests;
    }
    if (engaged || now >= a->answered + AWAKE_US * US)
        end(a);
}

struct awake *awake_new(struct uv_loop_s *loop, const struct awake_options *options)
{
    const char *text = getenv("SLRUN_ACTIVE_WAIT");
    struct awake *a = text && !strcmp(text, "off") ? NULL : calloc(1, sizeof *a);
    if (!a)
        return NULL;
    a->o = *options;
    uv_idle_init(loop, &a->idle); /* cannot fail */
    a->idle.data = a;
    return a;
}

static bool has_processors(struct awake *a)
{
    if (a->processors == 0)
        a->processors = processors_available();
    return a->processors >= 2;
}

void awake_answered(struct awake *a, unsigned connections)
{
    if (!a)
        return;
    uint64_t now = connections <= AWAKE_CONNECTIONS_MAX ? uv_hrtime() : 0;
    bool quick = now && now < a->answered + AWAKE_US * US;
    a->answered = now;
    if (!quick || now < a->rests || !has_processors(a))
        end(a);
    else
        uv_idle_start(&a->idle, on_idle);
}

bool awake_is(const struct awake *a)
{
    return a && uv_is_active((const uv_handle_t *)&a->idle);
}

static void on_closed(uv_handle_t *handle)
{
    free(handle->data);
}

void awake_free(struct awake *a)
{
    if (a)
        uv_close((uv_handle_t *)&a->idle, on_closed);
}
