/* SPDX-License-Identifier: Apache-2.0 */
#include "deliveries/transit.h"

#include <stdio.h>
#include <string.h>

void transit_begin(struct transits *all, struct transit *one)
{
    one->of = all;
    one->next = all->all;
    all->all = one;
}

void transit_keep(struct transit *one, json_t *doc)
{
    one->of->cloud->doc_add(one->of->cloud, &one->of->kept, doc, one->key);
    json_decref(doc);
}

/* Off the list; the document stays. */
static void drop(struct transit *one)
{
    const struct slrun_cloud *cloud = one->of->cloud;
    struct transit **at = &one->of->all;
    while (*at != one)
        at = &(*at)->next;
    *at = one->next;
    if (one->timer) {
        cloud->timer_stop(one->timer);
        cloud->pending(cloud, -1);
    }
    if (one->calling)
        cloud->call_cancel(one->calling);
    one->of->free(one);
}

void transit_over(struct transit *one)
{
    const struct transits *all = one->of;
    if (*one->key)
        (void)all->cloud->doc_remove(all->cloud, all->kept.service, one->key);
    drop(one);
}

static void fired(void *arg)
{
    struct transit *one = arg;
    one->timer = NULL;
    one->of->cloud->pending(one->of->cloud, -1);
    one->go(one);
}

void transit_wait(struct transit *one, int64_t due_ms, void (*go)(void *one))
{
    const struct slrun_cloud *cloud = one->of->cloud;
    one->go = go;
    one->timer = cloud->timer_start(cloud, due_ms, fired, one);
    if (one->timer)
        cloud->pending(cloud, 1);
    else
        transit_over(one);
}

bool transit_may_pass(const struct slrun_error *error)
{
    return error->kind == SLRUN_E_SERVICE &&
           (error->status >= 500 || error->status == 429 || strstr(error->code, "Throttl"));
}

/* ---- over the end of the local cloud ---- */

struct taking_up {
    struct transits *all;
    void *(*begin)(void *arg, const json_t *doc);
    void (*go)(void *one);
    void *arg;
};

static int taken_up(void *arg, const char *key, const json_t *doc)
{
    const struct taking_up *t = arg;
    struct transit *one = t->begin(t->arg, doc);
    if (one) {
        (void)snprintf(one->key, sizeof one->key, "%s", key);
        transit_wait(one, t->all->cloud->now_ms(t->all->cloud), t->go);
    }
    return 0;
}

void transits_take_up(struct transits *all, void *(*begin)(void *arg, const json_t *doc),
                      void (*go)(void *one), void *arg)
{
    struct taking_up t = {all, begin, go, arg};
    if (all->cloud->data)
        (void)all->cloud->doc_each(all->cloud, all->kept.service, all->kept.prefix, taken_up, &t);
}

void transits_end(struct transits *all)
{
    while (all->all)
        drop(all->all);
}
