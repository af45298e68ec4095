/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/worker_tell.h"

#include <stdlib.h>

#include "base/json_put.h"
#include "net/lull.h"
#include "plugin/call_text.h"
#include "run/life/result_json.h"

enum { MS_DIGITS = 3 };

json_t *worker_tells_to_json(const struct worker_tells *t)
{
    return json_pack("{s:i, s:b, s:b, s:b}", "calls", (int)t->calls, "says", (int)t->says, "moves",
                     (int)t->moves, "looks", (int)t->looks);
}

struct worker_tells worker_tells_from_json(const json_t *json)
{
    return (struct worker_tells){
        .calls = (unsigned)json_integer_value(json_object_get(json, "calls")),
        .says = json_is_true(json_object_get(json, "says")),
        .moves = json_is_true(json_object_get(json, "moves")),
        .looks = json_is_true(json_object_get(json, "looks")),
    };
}

static void say(const struct worker_tell *tell, const char *word, json_t *what)
{
    wire_say(tell->wire, json_pack("{s:o}", word, what), true);
}

/* The call itself goes as a text, which the run passes on as it is. */
static void on_call_end(void *self, const struct call_end *end)
{
    const struct worker_tell *tell = self;
    struct buf line = BUF_INIT(WIRE_LINE_MAX), text = BUF_INIT(WIRE_LINE_MAX);
    struct call_text call;
    line.failed = !call_text_put(&text, &call, end->call);
    json_put_open(&line, NULL, '{');
    json_put_open(&line, "call", '{');
    json_put_text(&line, "path", end->path);
    json_put_text(&line, "role", end->role);
    json_put_text(&line, "name", end->name);
    json_put_text(&line, "id", end->id);
    json_put_text(&line, "phase", end->phase);
    json_put_real(&line, "at_ms", end->at_ms, MS_DIGITS);
    json_put_bytes(&line, "call", buf_str(&text), text.len);
    json_put_integer(&line, "brief", (int64_t)call.brief);
    json_put_close(&line, '}');
    json_put_close(&line, '}');
    wire_say_text(tell->wire, &line, true);
    buf_free(&line);
    buf_free(&text);
}

static void on_says(void *self, const struct result *r, const char *text)
{
    say(self, "says",
        json_pack("{s:o, s:o, s:o}", "path", result_text(r->path), "name", result_text(r->name),
                  "text", result_text(text)));
}

static json_t *names(const char *const *list, size_t n)
{
    json_t *json = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(json, result_text(list[i]));
    return json;
}

static void on_move(void *self, const struct fixture_move *move)
{
    say(self, "move",
        json_pack("{s:o, s:s, s:o, s:b, s:o, s:o}", "fixture", result_text(move->name), "scope",
                  move->scope, "uses", names(move->uses, move->n_uses), "down", (int)move->down,
                  "path", result_text(move->of ? move->of->path : NULL), "name",
                  result_text(move->of ? move->of->name : NULL)));
}

void worker_tell_move(struct worker_tell *tell, const struct fixture_move *move)
{
    if (tell->observer.fixture_moves)
        on_move(tell, move);
}

void worker_tell_says(struct worker_tell *tell, const char *fixture, const char *text)
{
    if (tell->observer.case_says)
        say(tell, "says",
            json_pack("{s:o, s:o}", "fixture", result_text(fixture), "text", result_text(text)));
}

static json_t *look_json(const struct look *look)
{
    char expects[LOOKS_EXPECTS_MAX];
    const struct result *r = look->result;
    look_at_expects(look, expects);
    return json_pack("{s:o, s:o, s:s, s:f, s:o}", "path", result_text(r->path), "name",
                     result_text(r->name), "phase",
                     r->n_phases ? r->phases[r->n_phases - 1].name : "", "seconds", look->seconds,
                     "expects", result_text(expects));
}

static void on_timer(uv_timer_t *timer)
{
    struct worker_tell *tell = timer->data;
    struct looks looks = {.n = 0};
    json_t *list = json_array();
    tell->look(tell->arg, &looks);
    for (size_t i = 0; i < looks.n; i++)
        json_array_append_new(list, look_json(&looks.list[i]));
    if (looks.n)
        say(tell, "looks", list);
    else
        json_decref(list);
}

static bool may_be_hungry(void *arg)
{
    const struct worker_tell *tell = arg;
    return tell->hungry && !pace_goes(tell->pace);
}

static void on_lull(void *arg)
{
    struct worker_tell *tell = arg;
    tell->hungry = false;
    say(tell, "hungry", json_true());
}

void worker_tell_hungry(struct worker_tell *tell)
{
    tell->hungry = true;
}

void worker_tell_open(struct worker_tell *tell, const struct worker_tell_options *o)
{
    *tell = (struct worker_tell){.wire = o->wire, .look = o->look, .pace = o->pace, .arg = o->arg};
    tell->lull = lull_new(o->env->loop, &(struct lull_options){may_be_hungry, on_lull, tell});
    if (!tell->lull)
        abort(); /* no memory for a few hundred bytes: the run tells of it */
    tell->observer = (struct observer){.call_end = on_call_end,
                                       .case_says = o->tells.says ? on_says : NULL,
                                       .fixture_moves = o->tells.moves ? on_move : NULL};
    tell->calls = (struct run_calls){.env = o->env,
                                     .observer = &tell->observer,
                                     .observer_self = tell,
                                     .wanted = o->tells.calls,
                                     .uses = o->uses};
    if (o->uses)
        iam_share(o->uses);
    run_calls_open(&tell->calls);
    tell->timer = o->tells.looks ? calloc(1, sizeof *tell->timer) : NULL;
    if (!tell->timer)
        return;
    uv_timer_init(o->env->loop, tell->timer);
    tell->timer->data = tell;
    uv_timer_start(tell->timer, on_timer, LOOKS_MS, LOOKS_MS);
    uv_unref((uv_handle_t *)tell->timer);
}

void worker_tell_gathered(struct worker_tell *tell)
{
    json_t *iam = tell->calls.uses ? iam_take(tell->calls.uses) : NULL;
    if (iam)
        say(tell, "iam", iam);
}

static void on_timer_closed(uv_handle_t *handle)
{
    free(handle);
}

void worker_tell_close(struct worker_tell *tell)
{
    run_calls_close(&tell->calls);
    if (tell->timer)
        uv_close((uv_handle_t *)tell->timer, on_timer_closed);
    lull_free(tell->lull);
    tell->timer = NULL;
}
