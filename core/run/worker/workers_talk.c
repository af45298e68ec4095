/* SPDX-License-Identifier: Apache-2.0 */
/* What workers say. */
#include <stdlib.h>
#include <string.h>

#include "lua/listen/listen.h"
#include "lua/listen/listen_relay.h"
#include "run/life/result_json.h"
#include "run/life/verdict.h"
#include "run/worker/workers_pool.h"

static struct remote *case_of(const struct worker *w, const json_t *message, const char *key)
{
    size_t index = (size_t)json_integer_value(json_object_get(message, key));
    struct remote *r = w->cases;
    while (r && (r->index != index || r->state == REMOTE_WAITING))
        r = r->next;
    return r;
}

static void on_begin(struct worker *w, const json_t *message)
{
    struct remote *r = case_of(w, message, "begin");
    if (r)
        r->state = REMOTE_BEGUN;
}

static void on_end(struct worker *w, const json_t *message)
{
    struct remote *r = case_of(w, message, "end");
    if (!r)
        return;
    r->result->n_phases = 0; /* of a look */
    int rc = result_from_json(json_object_get(message, "result"), r->result);
    verdict_name(&r->item, r->result);
    if (rc != 0)
        remote_fail(r, "what its worker told of it cannot be read", false);
    else
        remote_over(r);
}

/* Fixtures ------------------------------------------------------------------------------------ */

/* As struct failure of a case that needs it; the first is told in full. */
static json_t *refusal_of(const struct needing *need, struct hold *hold)
{
    const struct item *item = need->wait.item;
    const struct remote *r = need->worker->cases;
    while (r && (r->item.spec != item->spec || r->item.sc != item->sc))
        r = r->next;
    json_t *told = NULL, *notes = NULL, *text = result_text(hold->failure.text);
    if (hold->told) {
        told = json_sprintf("E  %s\n   told in full with %s::%s", hold->failure.summary,
                            hold->told->path, hold->told->name);
    } else if (r) {
        r->result->path = spec_path(item->spec);
        r->result->name = item->sc->name;
        hold->told = r->result;
        notes = result_text(hold->notes);
    }
    if (told) {
        json_decref(text);
        text = told;
    }
    return json_pack("{s:I, s:i, s:o, s:o, s:o*}", "fixture", need->number, "kind",
                     (int)hold->failure.kind, "summary", result_text(hold->failure.summary), "text",
                     text, "notes", notes);
}

static void on_ready(struct hold_wait *wait, struct hold *failed)
{
    struct needing *need = (struct needing *)wait;
    struct needing **at;
    json_t *answer = NULL;
    if (need->worker && failed)
        answer = refusal_of(need, failed);
    else if (need->worker && wait->up && wait->up->value)
        answer = json_pack("{s:I, s:O}", "fixture", need->number, "value", wait->up->value);
    else if (need->worker)
        answer = json_pack("{s:I, s:i, s:s, s:s}", "fixture", need->number, "kind", FAILURE_ERROR,
                           "summary", "out of memory", "text", "E  out of memory");
    if (answer)
        worker_say(need->worker, answer);
    struct workers *ws = wait->owner;
    for (at = &ws->needing; *at != need; at = &(*at)->next)
        ;
    *at = need->next;
    free(need);
}

static void on_need(struct worker *w, const json_t *message)
{
    struct workers *ws = w->workers;
    const struct remote *r = case_of(w, message, "need");
    size_t k = (size_t)json_integer_value(json_object_get(message, "fixture"));
    struct needing *need = r && k < r->item.sc->plan->n_wide ? calloc(1, sizeof *need) : NULL;
    if (!need)
        return;
    need->worker = w;
    need->number = json_integer_value(json_object_get(message, "number"));
    need->wait = (struct hold_wait){.item = &ws->o.collection->items[r->index],
                                    .next = k,
                                    .end = k + 1,
                                    .owner = ws,
                                    .ready = on_ready};
    need->next = ws->needing;
    ws->needing = need;
    ws->events.need(ws->events.arg, &need->wait);
}

void workers_forget_needs(struct worker *w)
{
    for (struct needing *need = w->workers->needing; need; need = need->next)
        if (need->worker == w)
            need->worker = NULL;
}

/* Strings of the result point into the message, which is kept. */
static void on_fixture_end(struct worker *w, const json_t *message)
{
    struct workers *ws = w->workers;
    struct told_fixture *told = calloc(1, sizeof *told);
    if (!told)
        return;
    told->json = json_incref(json_object_get(message, "fixture_end"));
    told->next = ws->fixtures;
    ws->fixtures = told;
    if (fixture_from_json(told->json, &told->result) == 0)
        ws->events.down(ws->events.arg, &told->result);
}

const struct fixture_result *workers_fixtures(struct workers *ws,
                                              const struct fixture_result *behind)
{
    struct told_fixture *told = ws ? ws->fixtures : NULL;
    for (; told; told = told->next)
        told->result.next = told->next ? &told->next->result : (struct fixture_result *)behind;
    return ws && ws->fixtures ? &ws->fixtures->result : behind;
}

static void say_of_listening(void *arg, json_t *message)
{
    worker_say(arg, json_pack("{s:o}", "listen", message));
}

static void on_listen(struct worker *w, const json_t *message)
{
    const struct listen_relay relay = {say_of_listening, w};
    listen_guest_hear(w->workers->o.env, &relay, json_object_get(message, "listen"));
}

static void on_file_closed(struct worker *w)
{
    if (w->closing > 0) {
        w->closing--;
        w->workers->closing--;
    }
    w->workers->events.moved(w->workers->events.arg);
}

static void on_hungry(struct worker *w, const json_t *message)
{
    struct workers *ws = w->workers;
    (void)message;
    ws->events.hungry(ws->events.arg, (unsigned)(w - ws->list));
}

static void on_over(struct worker *w, const json_t *message)
{
    w->said_over = true;
    w->outstanding += (size_t)json_integer_value(json_object_get(message, "outstanding"));
}

void worker_heard(struct wire *wire, json_t *message)
{
    static const struct {
        const char *key;
        void (*heard)(struct worker *worker, const json_t *message);
    } words[] = {
        {"begin", on_begin},
        {"end", on_end},
        {"need", on_need},
        {"fixture_end", on_fixture_end},
        {"over", on_over},
        {"clock", workers_clock_heard},
        {"call", workers_told_call},
        {"says", workers_told_says},
        {"move", workers_told_move},
        {"iam", workers_told_iam},
        {"looks", workers_told_looks},
        {"listen", on_listen},
        {"hungry", on_hungry},
    };
    struct worker *w = wire->owner;
    const char *reason = json_string_value(json_object_get(message, "failed"));
    if (reason && !w->reason)
        w->reason = strdup(reason);
    if (json_object_get(message, "file_closed"))
        on_file_closed(w);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (json_object_get(message, words[i].key)) {
            words[i].heard(w, message);
            return;
        }
    }
}
