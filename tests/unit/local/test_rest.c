/* SPDX-License-Identifier: Apache-2.0 */
/* Requests of REST services with JSON, back to operations and arguments, and their answers. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "local/protocol/json_serve.h"
#include "local/protocol/protocols.h"
#include "local/protocol/rest.h"
#include "plugin/host.h"

static const struct slrun_shape text = {.type = SLRUN_STRING};
static const struct slrun_param params[] = {
    {.name = "Name", .shape = {.type = SLRUN_STRING}},
    {.name = "Size", .shape = {.type = SLRUN_INTEGER}},
    {.name = "Deep", .shape = {.type = SLRUN_BOOLEAN}},
    {.name = "Keys", .shape = {.type = SLRUN_LIST, .of = &text}},
    {.name = "Note", .shape = {.type = SLRUN_STRING}},
    {.name = NULL}};
static const struct slrun_op ops[] = {
    {.api = "Plain", .params = params},
    {.api = "List", .params = params, .rest = "GET /things?Size=max&Deep"},
    {.api = "Put", .params = params, .rest = "PUT /things/{Name}?Size"},
    {.api = "Get", .params = params, .rest = "GET /things/{Name}"},
    {.api = "Special", .params = params, .rest = "GET /things/special"},
    {.api = "Start", .params = params, .rest = "PUT /things/{Name}/start"},
    {.api = "Untag", .params = params, .rest = "DELETE /tags/{Name+}?Keys=key"},
};

static const struct slrun_op *found(const char *method, const char *target)
{
    const struct slrun_exchange x = {.method = method, .target = target};
    return rest_find(ops, sizeof ops / sizeof *ops, &x);
}

static void operations(void **state)
{
    static const char *const wanted[][3] = {
        {"GET", "/things", "List"},
        {"GET", "/things?max=1", "List"},
        {"GET", "/things/", "List"},
        {"PUT", "/things/a", "Put"},
        {"GET", "/things/a?x", "Get"},
        {"GET", "/things/special", "Special"},
        {"PUT", "/things/a/start", "Start"},
        {"DELETE", "/tags/a/b", "Untag"},
        {"POST", "/things/a", NULL},
        {"PUT", "/things/a/stop", NULL},
        {"GET", "/thing", NULL},
        {"GET", "/", NULL},
        {"GETS", "/things", NULL},
        {"DELETE", "/tags/", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const struct slrun_op *op = found(wanted[i][0], wanted[i][1]);
        if (wanted[i][2])
            assert_string_equal(op ? op->api : "none", wanted[i][2]);
        else
            assert_null(op);
    }
}

static void arguments(const char *method, const char *target, const char *body, const char *wanted)
{
    const struct slrun_exchange x = {
        .method = method, .target = target, .body = body, .size = strlen(body)};
    json_t *args = rest_args(found(method, target), &x);
    char *text_of = args ? json_dumps(args, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
    assert_string_equal(text_of ? text_of : "none", wanted);
    free(text_of);
    json_decref(args);
}

static void places(void **state)
{
    (void)state;
    arguments("PUT", "/things/a%2Fb%20c?Size=7", "{\"Note\":\"n\"}",
              "{\"Name\":\"a/b c\",\"Note\":\"n\",\"Size\":7}");
    arguments("GET", "/things?max=x&Deep=true", "", "{\"Deep\":true,\"Size\":\"x\"}");
    arguments("GET", "/things?max=%FF%41", "",
              "{\"Size\":\"\xef\xbf\xbd"
              "A\"}");
    arguments("GET", "/things?max=%zz", "", "{\"Size\":\"%zz\"}");
    arguments("GET", "/things?Size=1&Deep=false", "", "{\"Deep\":false}");
    arguments("DELETE", "/tags/arn:a/b?key=a&key=b%20&other=c", "",
              "{\"Keys\":[\"a\",\"b \"],\"Name\":\"arn:a/b\"}");
    arguments("PUT", "/things/a", "[]", "none");
    arguments("PUT", "/things/a", "{\"Name\":\"b\"}", "{\"Name\":\"a\"}");
}

/* ---- served from a table ---- */

static struct {
    int status;
    char type[48], error[64], body[256];
} answer;

static void reply(struct slrun_exchange *x, const struct slrun_reply *r)
{
    (void)x;
    assert_true(r->size < sizeof answer.body);
    answer.status = r->status;
    strcpy(answer.type, r->content_type);
    answer.error[0] = '\0';
    for (size_t i = 0; i < r->n_headers; i++)
        if (strcmp(r->headers[i].name, "x-amzn-ErrorType") == 0)
            strcpy(answer.error, r->headers[i].value);
    memcpy(answer.body, r->body, r->size);
    answer.body[r->size] = '\0';
}

static json_t *put_thing(struct slrun_json_call *call)
{
    if (json_object_get(call->args, "Note"))
        return call->cloud->json_fail(call, "Taken", "taken by %s", "b");
    return json_deep_copy(call->args);
}

static void ask(const char *target, const char *body)
{
    static const struct slrun_json_operation table[] = {{"Put", put_thing}, {NULL, NULL}};
    static const struct slrun_json_status statuses[] = {{"Taken", 409}, {NULL, 0}};
    static const struct slrun_service called = {.signing_name = "things"};
    static const struct slrun_json_service service = {.service = &called,
                                                      .ops = ops,
                                                      .n_ops = sizeof ops / sizeof *ops,
                                                      .operations = table,
                                                      .internal = "Broken",
                                                      .statuses = statuses};
    struct slrun_cloud cloud = {.host = host_table(), .reply = reply};
    struct slrun_exchange x = {
        .method = "PUT", .target = target, .body = body, .size = strlen(body)};
    protocols_fill(&cloud);
    cloud.json_serve(&cloud, &x, &service, NULL);
    assert_string_equal(answer.type, "application/json");
}

static void served(void **state)
{
    (void)state;
    ask("/things/a?Size=1", "{}");
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.body, "{\"Name\":\"a\",\"Size\":1}");
    ask("/things/a", "{\"Note\":\"n\"}");
    assert_int_equal(answer.status, 409);
    assert_string_equal(answer.error, "Taken");
    assert_string_equal(answer.body, "{\"message\":\"taken by b\"}");
    ask("/things/a?Size=x", "{}");
    assert_int_equal(answer.status, 400);
    assert_string_equal(answer.error, "SerializationException");
    ask("/other", "{}");
    assert_string_equal(answer.error, "UnknownOperationException");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(operations),
        cmocka_unit_test(places),
        cmocka_unit_test(served),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
