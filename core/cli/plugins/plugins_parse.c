/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins check: parse() given answers that are whole, broken, wrong and hostile. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plugins/plugins_judge.h"
#include "cli/plugins/plugins_samples.h"

enum {
    HUGE_BODY = VERDICT_STACK, /* once for each parse(): it does not fit on the child's stack */
    LARGE_BODY = 256 * 1024,   /* for operations that share parse() with one before them */
    DEEP_BODY = 100000,
    WRONG_DEPTH = 4
};

#define TEXT(name, text)                                                                           \
    {                                                                                              \
        name, text, sizeof text - 1                                                                \
    }

/* Bodies that no shape explains. */
static const struct {
    const char *name, *data;
    size_t size;
} bodies[] = {
    TEXT("an empty body", ""),
    TEXT("an empty object", "{}"),
    TEXT("an empty list", "[]"),
    TEXT("null", "null"),
    TEXT("a string", "\"text\""),
    TEXT("a number", "42"),
    TEXT("half an object", "{\"a\": [1, {\"b\": "),
    TEXT("two objects", "{} {}"),
    TEXT("bytes that are not UTF-8", "{\"a\": \"\xff\xfe\"}"),
    TEXT("NULs", "\0\0\0\0"),
    TEXT("a NUL in a string", "{\"a\\u0000b\": \"c\\u0000d\"}"),
    TEXT("control characters and percent signs", "%s%n%x\r\n\x01\x1b[31m"),
    TEXT("a page of HTML", "<!doctype html><html><body>502 Bad Gateway</body></html>"),
    TEXT("an error in XML", "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>"),
    TEXT("an error document", "{\"__type\": \"a.b#SomeException\", \"message\": \"some words\"}"),
    TEXT("an error document of numbers", "{\"__type\": 1, \"message\": {\"code\": []}}"),
    TEXT("a number that is too large", "{\"a\": 1e999999, \"b\": 99999999999999999999999}"),
};

static const char *const wrong_values[] = {
    "null",
    "1",
    "\"text\"",
    "[]",
    "{}",
    "[null]",
    "{\"a\": null}",
    "{\"$slrun\": \"binary\", \"value\": \"%%%\"}",
    "{\"$slrun\": 1, \"value\": 2}",
};

static const struct slrun_header json_head[] = {{"Content-Type", "application/json"}};
static const struct slrun_header error_head[] = {
    {"x-amzn-ErrorType", "com.example#:http://internal.example/"},
    {"Content-Length", "99999999999999999999"},
    {"Content-Type", ""},
};

static const struct head {
    const char *name;
    int status;
    const struct slrun_header *headers;
    size_t n_headers;
} heads[] = {
    {"200", 200, json_head, 1},
    {"200 without headers", 200, NULL, 0},
    {"204", 204, NULL, 0},
    {"301", 301, NULL, 0},
    {"400", 400, json_head, 1},
    {"400 with x-amzn-ErrorType", 400, error_head, 3},
    {"404", 404, NULL, 0},
    {"500", 500, json_head, 1},
    {"503 without headers", 503, NULL, 0},
};

struct body {
    const char *name, *data;
    size_t size;
};

struct reply {
    const struct head *head;
    const struct body *body;
};

/* What parse() made of a response. */
struct answer {
    json_t *result;
    const struct slrun_error *error;
    bool refused; /* the response was an error of the server */
};

static void judge_answer(struct verdict *v, const char *what, const struct answer *a)
{
    if (!a->result)
        judge_error(v, what, a->error);
    else if (a->error->kind != SLRUN_E_NONE)
        verdict_add(v, "%s: it gave a result and an error", what);
    else if (a->refused)
        verdict_add(v, "%s: it took an error of the server for a result", what);
}

/* `limit`: bytes of the arena. */
static void parse_one(struct verdict *v, const struct judged *j, const struct reply *reply,
                      size_t limit)
{
    const struct head *head = reply->head;
    const struct body *body = reply->body;
    char what[160];
    struct judged_call call;
    const struct slrun_response response = {.status = head->status,
                                            .headers = head->headers,
                                            .n_headers = head->n_headers,
                                            .body = body->data,
                                            .size = body->size};
    snprintf(what, sizeof what, "%s, status %s", body->name, head->name);
    verdict_at(v, "%s", what);
    judged_open(&call, j, limit);
    json_t *args =
        j->op->flags & SLRUN_OP_READS_ARGS ? sample_args(j->op->params, SAMPLE_ALL) : NULL;
    call.ctx.args = args;
    const struct answer answer = {.result = j->op->parse(&call.ctx, &response),
                                  .error = &call.error,
                                  .refused = response.status >= 500 &&
                                             !(j->op->flags & SLRUN_OP_ANY_STATUS)};
    judge_answer(v, what, &answer);
    json_decref(answer.result);
    json_decref(args);
    judged_close(&call);
}

/* The body in memory of exactly its size and the NUL, so that a sanitizer sees a read past it. */
static void parse_body(struct verdict *v, const struct judged *j, const struct body *body,
                       size_t step)
{
    char *exact = malloc(body->size + 1);
    if (!exact)
        return;
    memcpy(exact, body->data, body->size);
    exact[body->size] = '\0';
    struct body copy = {body->name, exact, body->size};
    for (size_t head = 0; head < sizeof heads / sizeof *heads; head += step)
        parse_one(v, j, &(struct reply){&heads[head], &copy}, JUDGED_ARENA);
    free(exact);
}

static void parse_json(struct verdict *v, const struct judged *j, const char *name, json_t *json)
{
    char *text = json ? json_dumps(json, JSON_COMPACT) : NULL;
    if (text)
        parse_body(v, j, &(struct body){name, text, strlen(text)}, 1);
    free(text);
    json_decref(json);
}

static void parse_wrong(struct verdict *v, const struct judged *j)
{
    for (size_t i = 0; i < sizeof wrong_values / sizeof *wrong_values; i++) {
        json_t *wrong = json_loads(wrong_values[i], JSON_DECODE_ANY, NULL);
        for (int depth = 0; wrong && depth < WRONG_DEPTH; depth++) {
            char name[96];
            snprintf(name, sizeof name, "%s in the place of members", wrong_values[i]);
            parse_json(v, j, name, sample_wrong(j->op->result, wrong, depth));
        }
        json_decref(wrong);
    }
}

static bool is_first_of_its_parse(const struct judged *j)
{
    for (const struct slrun_op *op = j->plugin->ops; op < j->op; op++)
        if (op->parse == j->op->parse)
            return false;
    return true;
}

/* Large ones are tried with a few statuses only, for time: reading them byte by byte is most of a
 * check's. */
static void parse_large(struct verdict *v, const struct judged *j)
{
    static const char head[] = "{\"a\":\"", tail[] = "\"}";
    bool huge = is_first_of_its_parse(j);
    struct body letters = {huge ? "2 MiB of the letter x" : "256 KiB of the letter x", NULL,
                           huge ? HUGE_BODY : LARGE_BODY};
    struct body json = {huge ? "2 MiB of JSON" : "256 KiB of JSON", NULL, letters.size};
    char *large = malloc(letters.size);
    if (!large)
        return;
    letters.data = json.data = large;
    memset(large, 'x', letters.size);
    parse_body(v, j, &letters, 7);
    memcpy(large, head, sizeof head - 1);
    memcpy(large + json.size - sizeof tail + 1, tail, sizeof tail - 1);
    parse_body(v, j, &json, 7);
    memset(large, '[', DEEP_BODY);
    parse_body(v, j, &(struct body){"100,000 lists in each other", large, DEEP_BODY}, 7);
    free(large);
}

static void parse_without_memory(struct verdict *v, const struct judged *j)
{
    json_t *json = sample_args(j->op->result, SAMPLE_ALL);
    char *text = json_dumps(json, JSON_COMPACT);
    struct body body = {"an arena that is too small", text, text ? strlen(text) : 0};
    for (size_t limit = 0; text && limit <= 4096; limit = limit ? limit * 2 : 16) {
        parse_one(v, j, &(struct reply){&heads[0], &body}, limit);
        parse_one(v, j, &(struct reply){&heads[4], &body}, limit);
    }
    free(text);
    json_decref(json);
}

void judge_parse(struct verdict *v, void *judged)
{
    const struct judged *j = judged;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        parse_body(v, j, &(struct body){bodies[i].name, bodies[i].data, bodies[i].size}, 1);
    for (int sample = 0; sample < SAMPLE_COUNT; sample++)
        parse_json(v, j, sample_name((enum sample)sample),
                   sample_args(j->op->result, (enum sample)sample));
    parse_wrong(v, j);
    parse_large(v, j);
    parse_without_memory(v, j);
}
