/* SPDX-License-Identifier: Apache-2.0 */
#include "net/lull.h"

#include <stdlib.h>
#include <uv.h>

struct lull {
    uv_prepare_t look;
    uv_idle_t again; /* has the loop come round once more */
    struct lull_options o;
    int open; /* handles of the two */
};

static void on_again(uv_idle_t *again)
{
    (void)again; /* on_look() comes next */
}

/* libuv says 0 also when descriptors wait to be registered: they are by the turn after. */
static void on_look(uv_prepare_t *look)
{
    struct lull *lull = look->data;
    if (uv_is_active((uv_handle_t *)&lull->again))
        uv_idle_stop(&lull->again);
    if (!lull->o.wanted(lull->o.arg))
        return;
    if (uv_backend_timeout(look->loop) == 0)
        uv_idle_start(&lull->again, on_again);
    else
        lull->o.come(lull->o.arg);
}

struct lull *lull_new(struct uv_loop_s *loop, const struct lull_options *options)
{
    struct lull *lull = calloc(1, sizeof *lull);
    if (!lull)
        return NULL;
    lull->o = *options;
    lull->open = 2;
    uv_prepare_init(loop, &lull->look); /* neither can fail */
    uv_idle_init(loop, &lull->again);
    lull->look.data = lull->again.data = lull;
    uv_prepare_start(&lull->look, on_look);
    uv_unref((uv_handle_t *)&lull->look);
    return lull;
}

static void on_closed(uv_handle_t *handle)
{
    struct lull *lull = handle->data;
    if (--lull->open == 0)
        free(lull);
}

void lull_free(struct lull *lull)
{
    if (!lull)
        return;
    uv_close((uv_handle_t *)&lull->look, on_closed);
    uv_close((uv_handle_t *)&lull->again, on_closed);
}
