/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of cases. */
#include "steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- what was kept ---- */

/* A copy in which "$VAR" is what was kept. */
static json_t *filled(const struct run *run, json_t *json)
{
    const char *text = json_string_value(json), *key;
    json_t *copy = json_is_array(json) ? json_array() : json_object(), *value;
    size_t i;
    if (!json_is_array(json) && !json_is_object(json)) {
        json_decref(copy);
        json_t *kept = text && *text == '$' ? json_object_get(run->kept, text + 1) : NULL;
        return kept ? json_incref(kept) : json_deep_copy(json);
    }
    json_array_foreach (json, i, value)
        json_array_append_new(copy, filled(run, value));
    json_object_foreach (json, key, value)
        json_object_set_new(copy, key, filled(run, value));
    return copy;
}

/* Text in which every $VAR is replaced. */
static json_t *filled_text(const struct run *run, const char *text, bool encode)
{
    json_t *out = json_string("");
    while (*text) {
        size_t n = *text == '$' ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
        char name[64] = "", piece[4096];
        snprintf(name, sizeof name, "%.*s", (int)n, text + (n > 0));
        const char *value = n ? json_string_value(json_object_get(run->kept, name)) : NULL;
        size_t plain = value ? n + 1 : 1 + strcspn(text + 1, "$"), at = 0;
        for (const char *v = value; encode && v && *v && at < sizeof piece - 4; v++)
            at += (size_t)snprintf(piece + at, 4, "%%%02X", (unsigned char)*v);
        json_t *more = encode && value ? json_sprintf("%s%s", json_string_value(out), piece)
                       : value         ? json_sprintf("%s%s", json_string_value(out), value)
                               : json_sprintf("%s%.*s", json_string_value(out), (int)plain, text);
        json_decref(out);
        assert_non_null(out = more);
        text += plain;
    }
    return out;
}

/* The step itself, filled in; of REST, in the midst of texts. */
static json_t *filled_step(const struct run *run, json_t *json, bool rest)
{
    const char *key;
    json_t *value;
    size_t i;
    if (!rest)
        return filled(run, json);
    if (json_is_string(json))
        return filled_text(run, json_string_value(json), false);
    json_t *copy = json_copy(json);
    json_object_foreach (json, key, value)
        if (strcmp(key, "keep") != 0)
            json_object_set_new(copy, key, filled_step(run, value, true));
    json_array_foreach (json, i, value)
        json_array_set_new(copy, i, filled_step(run, value, true));
    return copy;
}

/* ---- requests ---- */

static const char *text_of(const json_t *json, const char *member)
{
    return json_string_value(json_object_get(json, member));
}

static struct exchange *send_json(struct run *run, const json_t *step)
{
    json_t *with = json_object_get(step, "with");
    char *body = json_is_string(with) ? strdup(json_string_value(with))
                 : with               ? json_dumps(with, JSON_COMPACT | JSON_ENCODE_ANY)
                                      : strdup("{}");
    assert_non_null(body);
    struct exchange *x = cloud_post(&run->cloud, text_of(step, "do"), body);
    free(body);
    return x;
}

static void set_headers(struct message *m, const json_t *headers)
{
    const char *name;
    json_t *value;
    if (!json_object_get(headers, "Host"))
        m->headers[m->n_headers++] = (struct slrun_header){"Host", "localhost:4566"};
    json_object_foreach ((json_t *)(uintptr_t)headers, name, value) {
        assert_true(m->n_headers < MESSAGE_HEADERS_MAX);
        m->headers[m->n_headers++] = (struct slrun_header){name, json_string_value(value)};
    }
}

/* Who signs it: "test", unless the step says another access key, or null. */
static const char *signer(const json_t *step)
{
    const json_t *as = json_object_get(step, "as");
    return as ? json_string_value(as) : "test";
}

static struct exchange *send_form(struct run *run, const json_t *step)
{
    json_t *form = filled_text(run, text_of(step, "form"), true);
    struct message m = {.type = "application/x-www-form-urlencoded",
                        .body = json_string_value(form),
                        .size = json_string_length(form),
                        .access_key = signer(step)};
    set_headers(&m, NULL);
    struct exchange *x = cloud_send(&run->cloud, &m);
    json_decref(form);
    if (x->status)
        assert_string_equal(exchange_header(x, "Content-Type"), "text/xml");
    return x;
}

static struct exchange *send_rest(struct run *run, const json_t *step)
{
    const char *line = text_of(step, "do"), *target = strchr(line, ' ');
    const json_t *trailer = json_object_get(step, "trailer");
    size_t fill = (size_t)json_integer_value(json_object_get(step, "fill"));
    char *many = fill ? malloc(fill) : NULL, method[16];
    struct message m = {.method = method,
                        .target = target + 1,
                        .access_key = signer(step),
                        .body = many ? many : text_of(step, "body")};
    snprintf(method, sizeof method, "%.*s", (int)(target - line), line);
    m.size = many ? fill : m.body ? strlen(m.body) : 0;
    if (many)
        memset(many, 'x', fill);
    set_headers(&m, json_object_get(step, "headers"));
    if (trailer)
        m.trailer = (struct slrun_header){json_string_value(json_array_get(trailer, 0)),
                                          json_string_value(json_array_get(trailer, 1))};
    struct exchange *x = cloud_send(&run->cloud, &m);
    free(many);
    return x;
}

/* ---- steps ---- */

static bool is_rest(const json_t *step)
{
    const char *line = text_of(step, "do");
    return line && strchr(line, ' ');
}

struct exchange *step_send(struct run *run, const json_t *step)
{
    return is_rest(step)           ? send_rest(run, step)
           : text_of(step, "form") ? send_form(run, step)
                                   : send_json(run, step);
}

static void send(struct run *run, const json_t *step)
{
    struct exchange *x = step_send(run, step);
    if (!text_of(step, "waits")) {
        check_answer(run, step, x);
        return;
    }
    snprintf(x->name, sizeof x->name, "%s", text_of(step, "waits"));
    if (x->status)
        fail_msg("%s, step %zu: answered at once: %s", run->name, run->step, x->body);
}

static void watch(struct run *run, const char *arn)
{
    json_object_set_new(run->kept, "watched", json_string(arn));
    run->cloud.watch = json_string_value(json_object_get(run->kept, "watched"));
    run->cloud.news = 0;
}

static void check_news(struct run *run, bool wanted)
{
    if ((run->cloud.news > 0) != wanted)
        fail_msg("%s, step %zu: %u news", run->name, run->step, run->cloud.news);
    run->cloud.news = 0;
}

/* Texts that are JSON objects become them. */
static json_t *read_texts(json_t *json)
{
    const char *key;
    json_t *value, *out = json_is_object(json) ? json_object() : NULL;
    json_t *parsed = json_is_string(json) ? json_loads(json_string_value(json), 0, NULL) : NULL;
    if (parsed)
        return parsed;
    json_object_foreach (json, key, value)
        json_object_set_new(out, key, read_texts(value));
    return out ? out : json_incref(json);
}

static void check_call(struct run *run, const json_t *step)
{
    const struct called *call = run->cloud.calls;
    const json_t *answer = json_object_get(step, "answer");
    const char *wanted = text_of(step, "calls");
    char name[128] = "nothing";
    if (call)
        snprintf(name, sizeof name, "%s.%s", call->service, call->operation);
    if (strcmp(name, wanted ? wanted : "nothing") != 0)
        fail_msg("%s, step %zu: calls %s", run->name, run->step, name);
    if (!call)
        return;
    json_t *args = read_texts(call->args), *none = json_object();
    check_part(run, args, json_object_get(step, "with"));
    json_decref(args);
    cloud_answer_call(&run->cloud, answer ? answer : none, text_of(step, "error"));
    json_decref(none);
}

static void do_step(struct run *run, const json_t *step)
{
    struct cloud *cloud = &run->cloud;
    if (json_object_get(step, "advance"))
        cloud_advance(cloud, json_integer_value(json_object_get(step, "advance")));
    else if (text_of(step, "region"))
        cloud->region = text_of(step, "region");
    else if (json_object_get(step, "calls"))
        check_call(run, step);
    else if (text_of(step, "watch"))
        watch(run, text_of(step, "watch"));
    else if (json_object_get(step, "news"))
        check_news(run, json_is_true(json_object_get(step, "news")));
    else if (text_of(step, "answered"))
        check_answer(run, step, cloud_exchange(cloud, text_of(step, "answered")));
    else if (text_of(step, "waiting"))
        assert_int_equal(cloud_exchange(cloud, text_of(step, "waiting"))->status, 0);
    else if (text_of(step, "leaves"))
        exchange_leave(cloud_exchange(cloud, text_of(step, "leaves")));
    else if (text_of(step, "do") || text_of(step, "form"))
        send(run, step);
    else
        fail_msg("%s: step %zu is none", run->name, run->step);
}

json_t *step_filled(const struct run *run, json_t *step)
{
    return text_of(step, "region") ? json_incref(step) : filled_step(run, step, is_rest(step));
}

void steps_do(struct run *run, const json_t *steps)
{
    json_t *step;
    assert_true(json_array_size(steps) > 0);
    json_array_foreach (steps, run->step, step) {
        json_t *whole = step_filled(run, step);
        do_step(run, whole);
        json_decref(whole);
    }
}
