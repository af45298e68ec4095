/* SPDX-License-Identifier: Apache-2.0 */
/* Work of services on libuv's threads. */
#include "local/work.h"

#include <stdlib.h>
#include <uv.h>

struct work {
    uv_work_t request;
    uv_sem_t ran;
    struct cloud *cloud; /* NULL: done() has been called */
    struct work *next, *prev;
    void (*run)(void *arg);
    void (*done)(void *arg);
    void *arg;
};

static void on_thread(uv_work_t *request)
{
    struct work *w = request->data;
    w->run(w->arg);
    uv_sem_post(&w->ran);
}

static void finish(struct work *w)
{
    struct cloud *c = w->cloud;
    *(w->prev ? &w->prev->next : &c->works) = w->next;
    if (w->next)
        w->next->prev = w->prev;
    w->cloud = NULL;
    c->busy--;
    w->done(w->arg);
}

static void on_done(uv_work_t *request, int status)
{
    struct work *w = request->data;
    (void)status;
    if (w->cloud)
        finish(w);
    uv_sem_destroy(&w->ran);
    free(w);
}

static void link_work(struct cloud *c, struct work *w)
{
    w->cloud = c;
    w->next = c->works;
    if (w->next)
        w->next->prev = w;
    c->works = w;
    c->busy++;
}

int work_start(const struct slrun_cloud *cloud, void (*run)(void *arg), void (*done)(void *arg),
               void *arg)
{
    struct cloud *c = (struct cloud *)cloud;
    struct work *w = calloc(1, sizeof *w);
    if (!w)
        return -1;
    *w = (struct work){.request.data = w, .run = run, .done = done, .arg = arg};
    if (uv_sem_init(&w->ran, 0)) {
        free(w);
        return -1;
    }
    if (uv_queue_work(c->loop, &w->request, on_thread, on_done)) {
        uv_sem_destroy(&w->ran);
        free(w);
        return -1;
    }
    link_work(c, w);
    return 0;
}

void work_forget(struct cloud *cloud)
{
    while (cloud->works) {
        struct work *w = cloud->works;
        if (uv_cancel((uv_req_t *)&w->request) == 0)
            w->run(w->arg); /* no thread had begun it */
        else
            uv_sem_wait(&w->ran);
        finish(w);
    }
}
