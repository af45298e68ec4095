/* SPDX-License-Identifier: Apache-2.0 */
/* The cases that a worker's process is given: they wait for their turn and their fixtures, live,
 * and their results are told. */
#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

#include "base/json_put.h"
#include "lua/failure.h"
#include "lua/language/fixture.h"
#include "run/life/result_put.h"
#include "run/life/verdict.h"
#include "run/worker/worker_state.h"

static void unlink_place(struct place **list, struct place *place)
{
    while (*list != place)
        list = &(*list)->next;
    *list = place->next;
}

static void say_end(const struct place *place)
{
    struct buf line = BUF_INIT(WIRE_LINE_MAX);
    json_put_open(&line, NULL, '{');
    json_put_integer(&line, "end", place->number);
    json_put_open(&line, "result", '{');
    result_put(&line, &place->result, true);
    json_put_close(&line, '}');
    json_put_close(&line, '}');
    wire_say_text(place->process->o.wire, &line, true);
    buf_free(&line);
}

/* It ran, or could not. */
static void case_over(struct place *place)
{
    struct worker_process *p = place->process;
    if (place->item.sc && verdict_keeps(&place->item, &place->result))
        holds_case_failed(place->file->holds, &place->item);
    worker_tell_gathered(&p->tell);
    say_end(place);
    result_free(&place->result);
    json_decref(place->run);
    place->run = NULL;
    unlink_place(&p->running, place);
    place->next = p->free;
    p->free = place;
}

static void on_done(struct life *life, void *arg)
{
    (void)life;
    case_over(arg);
}

static void name_result(struct place *place)
{
    struct result *r = &place->result;
    r->path = place->file->path;
    r->name = slrun_text_or(place->run, "name", "");
    r->line = place->item.sc ? place->item.sc->line : 0;
}

static void fail(struct place *place, const char *text)
{
    struct failure *f = &place->result.failure;
    name_result(place);
    place->result.outcome = OUTCOME_ERROR;
    place->result.interrupted = place->interrupted != NULL;
    *f = (struct failure){.kind = FAILURE_ERROR, .text = strdup(text)};
    f->summary = strndup(text, strcspn(text, "\n"));
    case_over(place);
}

/* A fixture that cannot be had: the first case of the file tells it in full. */
static void blame(struct place *place, struct hold *hold)
{
    bool first = !hold->told;
    name_result(place);
    hold_blame(hold, &place->result);
    if (first)
        hold->told = worker_file_told(place->file, place->item.sc->name);
    case_over(place);
}

static void on_ready(struct hold_wait *wait, struct hold *failed)
{
    struct place *place = wait->owner;
    place->waits = false;
    if (place->interrupted)
        fail(place, place->interrupted);
    else if (failed)
        blame(place, failed);
    else if (wait->next < place->item.sc->plan->n_wide)
        fail(place, "out of memory");
    else
        life_start(place->life, &place->item, place->id, &place->result);
}

static void start(struct place *place)
{
    struct worker_process *p = place->process;
    const char *why = worker_file_load(place->file);
    place->next = p->running;
    p->running = place;
    if (place->interrupted) {
        fail(place, place->interrupted);
        return;
    }
    worker_process_say(p, json_pack("{s:I}", "begin", place->number));
    if (!why)
        why = worker_file_item(place->file, slrun_text_or(place->run, "name", ""), &place->item);
    if (why) {
        fail(place, why);
    } else if (holds_needed(&place->item)) {
        place->wait = (struct hold_wait){.item = &place->item, .ready = on_ready, .owner = place};
        place->waits = true;
        holds_get(place->file->holds, &place->wait);
    } else {
        life_start(place->life, &place->item, place->id, &place->result);
    }
}

void worker_cases_start(void *process)
{
    struct worker_process *p = process;
    for (unsigned n = pace_starts(&p->pace); n > 0 && p->first; n--) {
        struct place *place = p->first;
        p->first = place->next;
        if (!p->first)
            p->last = NULL;
        start(place);
    }
    if (!p->first)
        pace_stop(&p->pace);
    else
        pace_again(&p->pace);
    if (p->ending)
        worker_process_look(p);
}

static struct place *place_new(struct worker_process *p)
{
    struct place *place = p->free;
    if (place) {
        p->free = place->next;
        return place;
    }
    place = calloc(1, sizeof *place);
    if (!place)
        return NULL;
    place->process = p;
    place->life = life_new(p->o.env, p->o.keep, on_done, place);
    if (place->life) {
        life_observe(place->life, &p->tell.observer, &p->tell);
        return place;
    }
    free(place);
    return NULL;
}

void worker_case_run(struct worker_process *p, json_t *run)
{
    struct place *place = place_new(p);
    struct worker_file *file = worker_files_get(&p->files, slrun_text_or(run, "file", ""));
    if (!place || !file)
        abort(); /* no memory for a few hundred bytes: the run tells of it */
    place->file = file;
    place->run = json_incref(run);
    place->interrupted = NULL;
    place->number = json_integer_value(json_object_get(run, "item"));
    place->item = (struct item){.order = (size_t)json_integer_value(json_object_get(run, "at"))};
    place->result = (struct result){0};
    snprintf(place->id, sizeof place->id, "%s", slrun_text_or(run, "id", ""));
    place->next = NULL;
    *(p->last ? &p->last->next : &p->first) = place;
    p->last = place;
    pace_again(&p->pace);
}

void worker_case_interrupt(struct worker_process *p, const json_t *message)
{
    json_int_t number = json_integer_value(json_object_get(message, "interrupt"));
    if (!p->why)
        p->why = strdup(slrun_text_or(message, "why", ""));
    for (struct place *place = p->first; place; place = place->next)
        if (place->number == number)
            place->interrupted = p->why ? p->why : "interrupted";
    struct place *place = p->running;
    while (place && place->number != number)
        place = place->next;
    if (!place)
        return;
    place->interrupted = p->why ? p->why : "interrupted";
    if (place->waits)
        holds_interrupt(place->file->holds, place->interrupted);
    else
        life_interrupt(place->life, place->interrupted);
}

static void free_places(struct place *list)
{
    for (struct place *next; list; list = next) {
        next = list->next;
        life_abandon(list->life);
        life_free(list->life);
        result_free(&list->result);
        json_decref(list->run);
        free(list);
    }
}

void worker_cases_free(struct worker_process *p)
{
    free_places(p->free);
    free_places(p->running);
    free_places(p->first);
}
