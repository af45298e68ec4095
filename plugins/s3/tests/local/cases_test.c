/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data. A file has "cases", each a "name" and "steps"; a step is
 *
 *   {"do": "PUT /bucket/key?query", "headers": {...}, "body": TEXT, "as": ACCOUNT or null,
 *    "fill": BYTES                    a body of that many letters 'x' instead
 *    "trailer": [NAME, VALUE]         behind the body
 *    "status": 200, "code": CODE      what comes back, and the error's code
 *    "holds": [TEXT...], "lacks": [TEXT...], "is": TEXT, "size": BYTES   of the body
 *    "has": {HEADER: VALUE or null}   null: it is not there
 *    "keep": {VAR: ELEMENT or "header:NAME"}}   for "$VAR" later: the element's text
 *   {"advance": MILLISECONDS}         the clock goes on
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "support.h"

enum { TEXT_MAX = 16384, STRINGS_MAX = 64 };

struct run {
    struct cloud cloud;
    json_t *kept;
    const char *name; /* of the case */
    size_t step;
    char *strings[STRINGS_MAX]; /* of the request at hand */
    size_t n_strings;
};

static const char *text_of(const json_t *json, const char *member)
{
    return json_string_value(json_object_get(json, member));
}

/* The text with every $VAR replaced; lives until the step is over. */
static const char *filled(struct run *run, const char *text)
{
    char *out = calloc(1, TEXT_MAX);
    size_t n = 0;
    assert_non_null(out);
    assert_true(run->n_strings < STRINGS_MAX);
    run->strings[run->n_strings++] = out;
    while (*text != '\0' && n < TEXT_MAX - 1) {
        size_t length = *text == '$' ? strspn(text + 1, "abcdefghijklmnopqrstuvwxyz") : 0;
        char name[64] = "";
        snprintf(name, sizeof name, "%.*s", (int)length, text + (length > 0));
        const char *value = length == 0 ? NULL : text_of(run->kept, name);
        if (value == NULL) {
            out[n++] = *text++;
            continue;
        }
        n += (size_t)snprintf(out + n, TEXT_MAX - n, "%s", value);
        text += length + 1;
    }
    return out;
}

static void set_headers(struct run *run, const json_t *headers, struct request *request)
{
    const char *name;
    json_t *value;
    if (json_object_get(headers, "Host") == NULL) {
        request->headers[request->n_headers++] = (struct slrun_header){"Host", "localhost:4566"};
    }
    json_object_foreach ((json_t *)(uintptr_t)headers, name, value) {
        assert_true(request->n_headers < REQUEST_HEADERS_MAX);
        request->headers[request->n_headers++] =
            (struct slrun_header){name, filled(run, json_string_value(value))};
    }
}

static void send(struct run *run, const json_t *step, struct reply *reply)
{
    const char *line = filled(run, text_of(step, "do")), *target = strchr(line, ' ');
    const json_t *as = json_object_get(step, "as"), *trailer = json_object_get(step, "trailer");
    size_t fill = (size_t)json_integer_value(json_object_get(step, "fill"));
    char *many = fill > 0 ? malloc(fill) : NULL, method[16];
    struct request request = {.target = target + 1,
                              .method = method,
                              .access_key = as == NULL ? "test" : json_string_value(as)};
    assert_non_null(target);
    snprintf(method, sizeof method, "%.*s", (int)(target - line), line);
    set_headers(run, json_object_get(step, "headers"), &request);
    if (many != NULL) {
        memset(many, 'x', fill);
        request.body = many;
        request.size = fill;
    } else if (text_of(step, "body") != NULL) {
        request.body = filled(run, text_of(step, "body"));
        request.size = strlen(request.body);
    }
    if (trailer != NULL) {
        request.trailer = (struct slrun_header){json_string_value(json_array_get(trailer, 0)),
                                                json_string_value(json_array_get(trailer, 1))};
    }
    cloud_send(&run->cloud, &request, reply);
    free(many);
}

#define FAIL(run, reply, what, text)                                                               \
    fail_msg("%s, step %zu: %s %s; got %d %s", (run)->name, (run)->step, what, text,               \
             (reply)->status, (reply)->body)

static void check_body(struct run *run, const json_t *step, const struct reply *reply)
{
    size_t i;
    json_t *text;
    const json_t *size = json_object_get(step, "size");
    json_array_foreach (json_object_get(step, "holds"), i, text) {
        if (strstr(reply->body, filled(run, json_string_value(text))) == NULL) {
            FAIL(run, reply, "wanted", json_string_value(text));
        }
    }
    json_array_foreach (json_object_get(step, "lacks"), i, text) {
        if (strstr(reply->body, filled(run, json_string_value(text))) != NULL) {
            FAIL(run, reply, "did not want", json_string_value(text));
        }
    }
    const char *is = text_of(step, "is");
    if (is != NULL && strcmp(reply->body, is) != 0) {
        FAIL(run, reply, "wanted all of", is);
    }
    if (size != NULL && reply->size != (size_t)json_integer_value(size)) {
        FAIL(run, reply, "wanted another", "size");
    }
}

static void check_headers(struct run *run, const json_t *step, const struct reply *reply)
{
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(step, "has"), name, value) {
        const char *have = reply_header(reply, name);
        const char *wanted = json_is_null(value) ? NULL : filled(run, json_string_value(value));
        if ((have == NULL) != (wanted == NULL) || (have != NULL && strcmp(have, wanted) != 0)) {
            fail_msg("%s, step %zu: header %s: wanted %s, got %s", run->name, run->step, name,
                     wanted == NULL ? "none" : wanted, have == NULL ? "none" : have);
        }
    }
}

static json_t *element_of(const char *body, const char *name)
{
    char open[64];
    snprintf(open, sizeof open, "<%s>", name);
    const char *start = strstr(body, open);
    start = start == NULL ? NULL : start + strlen(open);
    return start == NULL ? NULL : json_stringn(start, strcspn(start, "<"));
}

static void keep(struct run *run, const json_t *step, const struct reply *reply)
{
    const char *name;
    json_t *what;
    json_object_foreach (json_object_get(step, "keep"), name, what) {
        const char *place = json_string_value(what);
        const char *header =
            strncmp(place, "header:", 7) == 0 ? reply_header(reply, place + 7) : NULL;
        json_t *value = header != NULL ? json_string(header) : element_of(reply->body, place);
        if (value == NULL) {
            FAIL(run, reply, "nothing to keep:", place);
        }
        json_object_set_new(run->kept, name, value);
    }
}

static void do_step(struct run *run, const json_t *step)
{
    const json_t *advance = json_object_get(step, "advance");
    const json_t *status = json_object_get(step, "status");
    struct reply reply;
    if (advance != NULL) {
        run->cloud.now_ms += json_integer_value(advance);
        return;
    }
    send(run, step, &reply);
    int wanted = status == NULL ? 200 : (int)json_integer_value(status);
    const char *code = text_of(step, "code");
    if (reply.status != wanted) {
        FAIL(run, &reply, "wanted another", "status");
    }
    if (code != NULL) {
        json_t *have = element_of(reply.body, "Code");
        if (have == NULL || strcmp(json_string_value(have), code) != 0) {
            FAIL(run, &reply, "wanted", code);
        }
        json_decref(have);
    }
    check_body(run, step, &reply);
    check_headers(run, step, &reply);
    keep(run, step, &reply);
    reply_free(&reply);
    while (run->n_strings > 0) {
        free(run->strings[--run->n_strings]);
    }
}

static void run_case(void **state)
{
    const json_t *json = *state;
    struct run run = {.kept = json_object(), .name = text_of(json, "name")};
    json_t *step;
    cloud_open(&run.cloud, NULL);
    json_array_foreach (json_object_get(json, "steps"), run.step, step) {
        do_step(&run, step);
    }
    cloud_close(&run.cloud);
    json_decref(run.kept);
}

int main(int argc, char **argv)
{
    json_error_t error = {0};
    json_t *file = argc < 2 ? NULL : json_load_file(argv[1], JSON_ALLOW_NUL, &error);
    if (file == NULL) {
        fprintf(stderr, "cases_test: %s:%d: %s\n", argc < 2 ? "?" : argv[1], error.line,
                error.text);
        return 2;
    }
    json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    if (n == 0 || tests == NULL) {
        return 2;
    }
    for (size_t i = 0; i < n; i++) {
        json_t *one = json_array_get(cases, i);
        tests[i] = (struct CMUnitTest){text_of(one, "name"), run_case, NULL, NULL, one};
    }
    int failed = _cmocka_run_group_tests(argv[1], tests, n, NULL, NULL);
    free(tests);
    json_decref(file);
    return failed;
}
