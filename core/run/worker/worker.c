/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/worker.h"

#include <stdlib.h>
#include <string.h>

#include "base/json_put.h"
#include "lua/autopsy/autopsy.h"
#include "lua/language/fixture.h"
#include "lua/listen/listen.h"
#include "run/ledger/ledger.h"
#include "run/life/result_put.h"
#include "run/worker/worker_state.h"
#include "run/worker/workers.h"

void worker_process_say(struct worker_process *p, json_t *message)
{
    wire_say(p->o.wire, message, true);
}

void worker_process_look(struct worker_process *p)
{
    if (p->told || p->running || p->first || !worker_files_closed(&p->files))
        return;
    p->told = true;
    pace_stop(&p->pace);
    worker_tell_gathered(&p->tell);
    worker_process_say(p, json_pack("{s:b, s:I}", "over", 1, "outstanding",
                                    (json_int_t)ledger_outstanding(p->ledger)));
    p->o.over(p->o.arg);
}

static void on_file_closed(void *arg, struct worker_file *file)
{
    struct worker_process *p = arg;
    if (file->asked)
        worker_process_say(p, json_pack("{s:s}", "file_closed", file->path));
    file->asked = false;
    if (p->ending)
        pace_again(&p->pace); /* on a turn of its own */
}

/* What the run says ---------------------------------------------------------------------------- */

static void hear_run(struct worker_process *p, json_t *message)
{
    worker_case_run(p, json_object_get(message, "run"));
}

static void hear_listen(struct worker_process *p, json_t *message)
{
    listen_relay_hear(p->o.env, json_object_get(message, "listen"));
}

static void hear_interrupt(struct worker_process *p, json_t *message)
{
    worker_case_interrupt(p, message);
}

static void hear_file_over(struct worker_process *p, json_t *message)
{
    const char *path = json_string_value(json_object_get(message, "file_over"));
    struct worker_file *file = worker_files_get(&p->files, path);
    if (!file)
        return;
    file->asked = true;
    worker_file_close(file);
}

static void hear_fixture(struct worker_process *p, json_t *message)
{
    worker_files_answer(&p->files, json_integer_value(json_object_get(message, "fixture")),
                        message);
}

static void hear_denied(struct worker_process *p, json_t *message)
{
    p->denied = p->denied ? p->denied : json_array();
    json_array_extend(p->denied, json_object_get(message, "denied"));
    p->o.env->denied = p->denied;
}

static void hear_lost(struct worker_process *p, json_t *message)
{
    (void)message;
    p->o.env->lost = true;
}

static void hear_hungry(struct worker_process *p, json_t *message)
{
    (void)message;
    worker_tell_hungry(&p->tell);
}

static void hear_end(struct worker_process *p, json_t *message)
{
    (void)message;
    p->ending = true;
    worker_files_close(&p->files);
    pace_again(&p->pace);
}

void worker_process_hear(struct worker_process *p, json_t *message)
{
    static const struct {
        const char *key;
        void (*hear)(struct worker_process *p, json_t *message);
    } words[] = {
        {"run", hear_run},
        {"listen", hear_listen},
        {"interrupt", hear_interrupt},
        {"file_over", hear_file_over},
        {"fixture", hear_fixture},
        {"denied", hear_denied},
        {"lost", hear_lost},
        {"hungry", hear_hungry},
        {"end", hear_end},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (json_object_get(message, words[i].key)) {
            words[i].hear(p, message);
            return;
        }
    }
}

/* For its parts -------------------------------------------------------------------------------- */

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

static void on_says(void *arg, const char *name, const char *text)
{
    struct worker_process *p = arg;
    worker_tell_says(&p->tell, name, text);
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
        worker_process_say(p, json_pack("{s:I, s:I, s:I}", "need", place->number, "number", number,
                                        "fixture", (json_int_t)fixture));
}

static void say_of_listening(void *arg, json_t *message)
{
    worker_process_say(arg, json_pack("{s:o}", "listen", message));
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
                                     .keep = o->keep,
                                     .make_id = on_make_id,
                                     .moves = on_moves,
                                     .says = on_says,
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
    pace_open(&p->pace, o->env->loop, worker_cases_start, p);
    p->pace.calls = o->env->calls;
    return p;
}

void worker_process_free(struct worker_process *p)
{
    if (!p)
        return;
    worker_tell_close(&p->tell);
    worker_cases_free(p);
    listen_free(p->o.env);
    autopsy_free(p->o.env);
    worker_files_free(&p->files);
    p->o.env->noted = NULL;
    p->o.env->relay = NULL;
    p->o.env->denied = NULL;
    json_decref(p->denied);
    free(p->why);
    pace_close(&p->pace, free);
}
