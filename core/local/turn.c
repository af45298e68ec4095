/* SPDX-License-Identifier: Apache-2.0 */
/* Things to do on the next turn of the loop. */
#include "local/turn.h"

#include <stdlib.h>
#include <uv.h>

struct list {
    struct turn_task *first, *last;
};

struct turn {
    uv_idle_t idle; /* runs while tasks wait, and keeps the loop from sleeping */
    struct list later, now;
};

static void append(struct list *list, struct turn_task *task)
{
    task->next = NULL;
    task->prev = list->last;
    *(list->last ? &list->last->next : &list->first) = task;
    list->last = task;
}

static void unlink_task(struct list *list, struct turn_task *task)
{
    *(task->prev ? &task->prev->next : &list->first) = task->next;
    *(task->next ? &task->next->prev : &list->last) = task->prev;
    task->next = task->prev = NULL;
}

static bool has(const struct list *list, const struct turn_task *task)
{
    const struct turn_task *t = list->first;
    while (t && t != task)
        t = t->next;
    return t != NULL;
}

/* What is added meanwhile waits for the turn after this one. */
static void on_idle(uv_idle_t *idle)
{
    struct turn *turn = idle->data;
    turn->now = turn->later;
    turn->later = (struct list){NULL, NULL};
    while (turn->now.first) {
        struct turn_task *task = turn->now.first;
        unlink_task(&turn->now, task);
        task->waiting = false;
        task->run(task);
    }
    if (!turn->later.first)
        uv_idle_stop(&turn->idle);
}

struct turn *turn_new(struct uv_loop_s *loop)
{
    struct turn *turn = calloc(1, sizeof *turn);
    if (!turn)
        return NULL;
    uv_idle_init(loop, &turn->idle); /* cannot fail */
    turn->idle.data = turn;
    return turn;
}

void turn_add(struct turn *turn, struct turn_task *task)
{
    if (task->waiting)
        return;
    task->waiting = true;
    append(&turn->later, task);
    uv_idle_start(&turn->idle, on_idle);
}

void turn_remove(struct turn *turn, struct turn_task *task)
{
    if (!task->waiting)
        return;
    task->waiting = false;
    unlink_task(has(&turn->now, task) ? &turn->now : &turn->later, task);
}

bool turn_waits(const struct turn *turn)
{
    return turn->later.first || turn->now.first;
}

static void on_closed(uv_handle_t *handle)
{
    free(handle->data);
}

void turn_free(struct turn *turn)
{
    if (turn)
        uv_close((uv_handle_t *)&turn->idle, on_closed);
}
