/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_put.h"
#include "lua/autopsy.h"
#include "lua/failure.h"
#include "lua/fixture.h"
#include "lua/listen.h"
#include "lua/listen_relay.h"
#include "run/holds.h"
#include "run/ledger.h"
#include "run/life.h"
#include "run/pace.h"
#include "run/result_put.h"
#include "run/worker_files.h"
#include "run/worker_tell.h"
#include "run/workers.h"

/* Where one case after the other lives. */
struct place {
    struct worker_process *process;
    struct life *life;
    struct worker_file *file;
    struct item item;
    json_t *run;       /* what it was asked for with; */
    json_int_t number; /* by which the run knows it */
    char id[LIFE_ID_MAX];
    struct result result;
    struct hold_wait wait;
    const char *interrupted;
    bool waits;         /* for fixtures */
    struct place *next; /* free, or queued, or running */
};

struct worker_process {
    struct worker_process_options o;
    struct ledger *ledger;
    struct worker_files files;
    struct worker_tell tell;
    struct listen_relay relay;
    struct place *free, *running;
    struct place *first, *last; /* that are to be started */
    struct pace pace;
    size_t ids; /* given out */
    char *why;  /* of an interrupt */
    bool ending, told;
};

static void say(struct worker_process *p, json_t *message)
{
    wire_say(p->o.wire, message, true);
}

static const char *text_of(const json_t *json, const char *key)
{
    const char *text = json_string_value(json_object_get(json, key));
    return text ? text : "";
}

/* Cases --------------------------------------------------------------------------------------- */

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
    r->name = text_of(place->run, "name");
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
    say(p, json_pack("{s:I}", "begin", place->number));
    if (!why)
        why = worker_file_item(place->file, text_of(place->run, "name"), &place->item);
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

static void tell_over(struct worker_process *p);

static void on_pace(void *arg)
{
    struct worker_process *p = arg;
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
        tell_over(p);
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

static void hear_run(struct worker_process *p, json_t *run)
{
    struct place *place = place_new(p);
    struct worker_file *file = worker_files_get(&p->files, text_of(run, "file"));
    if (!place || !file)
        abort(); /* no memory for a few hundred bytes: the run tells of it */
    place->file = file;
    place->run = json_incref(run);
    place->interrupted = NULL;
    place->number = json_integer_value(json_object_get(run, "item"));
    place->item = (struct item){.order = (size_t)json_integer_value(json_object_get(run, "at"))};
    place->result = (struct result){0};
    snprintf(place->id, sizeof place->id, "%s", text_of(run, "id"));
    place->next = NULL;
    *(p->last ? &p->last->next : &p->first) = place;
    p->last = place;
    pace_again(&p->pace);
}

static void hear_interrupt(struct worker_process *p, const json_t *message)
{
    json_int_t number = json_integer_value(json_object_get(message, "interrupt"));
    if (!p->why)
        p->why = strdup(text_of(message, "why"));
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

/* The end ------------------------------------------------------------------------------------- */

static void tell_over(struct worker_process *p)
{
    if (p->told || p->running || p->first || !worker_files_closed(&p->files))
        return;
    p->told = true;
    pace_stop(&p->pace);
    worker_tell_gathered(&p->tell);
    say(p, json_pack("{s:b, s:I}", "over", 1, "outstanding",
                     (json_int_t)ledger_outstanding(p->ledger)));
    p->o.over(p->o.arg);
}

static void on_file_closed(void *arg, struct worker_file *file)
{
    struct worker_process *p = arg;
    if (file->asked)
        say(p, json_pack("{s:s}", "file_closed", file->path));
    file->asked = false;
    if (p->ending)
        pace_again(&p->pace); /* on a turn of its own */
}

static void hear_file_over(struct worker_process *p, const char *path)
{
    struct worker_file *file = worker_files_get(&p->files, path);
    if (!file)
        return;
    file->asked = true;
    worker_file_close(file);
}

void worker_process_hear(struct worker_process *p, const json_t *message)
{
    json_t *value;
    if ((value = json_object_get(message, "run")) != NULL)
        hear_run(p, value);
    else if ((value = json_object_get(message, "listen")) != NULL)
        listen_relay_hear(p->o.env, value);
    else if (json_object_get(message, "interrupt"))
        hear_interrupt(p, message);
    else if ((value = json_object_get(message, "file_over")) != NULL)
        hear_file_over(p, json_string_value(value));
    else if ((value = json_object_get(message, "fixture")) != NULL)
        worker_files_answer(&p->files, json_integer_value(value), message);
    else if (json_object_get(message, "hungry"))
        worker_tell_hungry(&p->tell);
    else if (json_object_get(message, "end")) {
        p->ending = true;
        worker_files_close(&p->files);
        pace_again(&p->pace);
    }
}

/* ---- */

static void on_make_id(void *arg, char id[LIFE_ID_MAX])
{
    struct worker_process *p = arg;
    /* from the end of the numbers of four digits, which no run's cases reach */
    const size_t top = 36 * 36 * 36 * 36 - 1;
    life_make_id(p->o.env->run_id,
                 top - (p->o.serial % (WORKERS_STARTS_MAX + 1)) * WORKERS_IDS - p->ids++, id);
}

static void on_fixture_down(void *arg, const struct fixture_result *result)
{
    const struct worker_process *p = arg;
    struct buf line = BUF_INIT(WIRE_LINE_MAX);
    if (strcmp(result->scope, "file") != 0)
        return;
    json_put_open(&line, NULL, '{');
    json_put_open(&line, "fixture_end", '{');
    fixture_put(&line, result);
    json_put_close(&line, '}');
    json_put_close(&line, '}');
    wire_say_text(p->o.wire, &line, true);
    buf_free(&line);
}

static void on_moves(void *arg, const struct fixture_move *move)
{
    struct worker_process *p = arg;
    worker_tell_move(&p->tell, move);
}

static void on_look(void *arg, struct looks *looks)
{
    const struct worker_process *p = arg;
    for (const struct place *place = p->running; place; place = place->next)
        if (life_result(place->life))
            looks_add_life(looks, place->life);
}

static void on_need(void *arg, json_int_t number, const struct item *item, size_t fixture)
{
    struct worker_process *p = arg;
    const struct place *place = p->running;
    while (place && &place->item != item)
        place = place->next;
    if (place)
        say(p, json_pack("{s:I, s:I, s:I}", "need", place->number, "number", number, "fixture",
                         (json_int_t)fixture));
}

static void say_of_listening(void *arg, json_t *message)
{
    say(arg, json_pack("{s:o}", "listen", message));
}

struct worker_process *worker_process_new(const struct worker_process_options *o,
                                          struct ledger *ledger)
{
    struct worker_process *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    p->o = *o;
    p->ledger = ledger;
    p->o.env->noted = o->note;
    p->relay = (struct listen_relay){say_of_listening, p};
    p->o.env->relay = &p->relay;
    p->files = (struct worker_files){.env = o->env,
                                     .root = o->root,
                                     .make_id = on_make_id,
                                     .moves = on_moves,
                                     .down = on_fixture_down,
                                     .need = on_need,
                                     .closed = on_file_closed,
                                     .arg = p};
    worker_tell_open(&p->tell, &(struct worker_tell_options){.tells = o->tells,
                                                             .env = o->env,
                                                             .wire = o->wire,
                                                             .uses = o->uses,
                                                             .look = on_look,
                                                             .pace = &p->pace,
                                                             .arg = p});
    pace_open(&p->pace, o->env->loop, on_pace, p);
    p->pace.calls = o->env->calls;
    return p;
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

void worker_process_free(struct worker_process *p)
{
    if (!p)
        return;
    worker_tell_close(&p->tell);
    free_places(p->free);
    free_places(p->running);
    free_places(p->first);
    listen_free(p->o.env);
    autopsy_free(p->o.env);
    worker_files_free(&p->files);
    p->o.env->noted = NULL;
    p->o.env->relay = NULL;
    free(p->why);
    pace_close(&p->pace, free);
}
