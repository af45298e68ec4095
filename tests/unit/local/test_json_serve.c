/* SPDX-License-Identifier: Apache-2.0 */
/* Operations of AWS JSON from a table, and pages of lists. */
#include "harness/cmocka_all.h"

#include <string.h>

#include <jansson.h>
#include <slrun/op.h>

#include "local/protocol/json_serve.h"
#include "local/protocol/protocols.h"
#include "plugin/host.h"

static struct {
    int count, status;
    char type[48], body[256];
} answer;

static void reply(struct slrun_exchange *x, const struct slrun_reply *r)
{
    (void)x;
    assert_true(r->size < sizeof answer.body && strlen(r->content_type) < sizeof answer.type);
    answer.count++;
    answer.status = r->status;
    strcpy(answer.type, r->content_type);
    memcpy(answer.body, r->body, r->size);
    answer.body[r->size] = '\0';
}

/* ---- a service ---- */

static json_t *shout(struct slrun_json_call *call)
{
    ++*(int *)call->service;
    return json_pack("{s:O}", "Heard", json_object_get(call->args, "Word"));
}

static json_t *nothing(struct slrun_json_call *call)
{
    (void)call;
    return json_null();
}

static json_t *refuse_twice(struct slrun_json_call *call)
{
    assert_null(call->cloud->json_fail(call, "Bad", "%s of %d", "one", 2));
    assert_null(call->cloud->json_fail(call, "Worse", "not told"));
    return json_object(); /* dropped */
}

static json_t *break_down(struct slrun_json_call *call)
{
    (void)call;
    return NULL;
}

/* Answers by itself. */
static json_t *park(struct slrun_json_call *call)
{
    call->parked = 1;
    return NULL;
}

static const struct slrun_param params[] = {
    {.name = "Word", .flags = SLRUN_REQUIRED, .shape = {.type = SLRUN_STRING}}, {.name = NULL}};
static const struct slrun_param none[] = {{.name = NULL}};
static const struct slrun_op ops[] = {
    {.api = "Shout", .params = params}, {.api = "Nothing", .params = none},
    {.api = "Fail", .params = none},    {.api = "BreakDown", .params = none},
    {.api = "Park", .params = params},  {.api = "OfTheClientAlone", .params = none}};
static const struct slrun_json_operation operations[] = {
    {"Fail", refuse_twice}, {"Shout", shout},       {"BreakDown", break_down},
    {"Nothing", nothing},   {"Lone", refuse_twice}, {"Park", park},
    {NULL, NULL},
};
static const struct slrun_bound bounds[] = {{NULL, "Word", 2, 10, NULL, NULL},
                                            {NULL, NULL, 0, 0, NULL, NULL}};
static const struct slrun_service called = {.json_version = "1.1"};
static const struct slrun_json_service service = {.service = &called,
                                                  .ops = ops,
                                                  .n_ops = sizeof ops / sizeof *ops,
                                                  .operations = operations,
                                                  .bounds = bounds,
                                                  .internal = "Broken"};

/* Answers a request, or not; how often Shout has run. */
static int serve(const char *method, const char *operation, const char *body)
{
    struct slrun_cloud cloud = {.host = host_table(), .reply = reply};
    struct slrun_exchange x = {
        .method = method, .operation = operation, .body = body, .size = strlen(body)};
    int shouted = 0;
    protocols_fill(&cloud);
    answer.count = 0;
    cloud.json_serve(&cloud, &x, &service, &shouted);
    return shouted;
}

static int ask(const char *method, const char *operation, const char *body)
{
    int shouted = serve(method, operation, body);
    assert_int_equal(answer.count, 1);
    assert_string_equal(answer.type, "application/x-amz-json-1.1");
    return shouted;
}

static void refused(const char *operation, const char *body, int status, const char *wanted)
{
    assert_int_equal(ask("POST", operation, body), 0);
    assert_int_equal(answer.status, status);
    assert_string_equal(answer.body, wanted);
}

static void an_operation_gets_its_arguments(void **state)
{
    (void)state;
    assert_int_equal(ask("POST", "Shout", "{\"Word\":\"hey\"}"), 1);
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.body, "{\"Heard\":\"hey\"}");
    refused("Nothing", "{}", 200, "");
}

static void what_is_no_operation_is_unknown(void **state)
{
    static const char unknown[] = "{\"__type\":\"UnknownOperationException\",\"message\":\"\"}";
    (void)state;
    refused("NoSuch", "{}", 400, unknown);
    refused("OfTheClientAlone", "{}", 400, unknown);
    refused("Lone", "{}", 400, unknown);
    refused(NULL, "{}", 400, unknown);
    assert_int_equal(ask("PUT", "Shout", "{\"Word\":\"hey\"}"), 0);
    assert_string_equal(answer.body, unknown);
}

static void arguments_are_checked(void **state)
{
    (void)state;
    refused("Shout", "[]", 400,
            "{\"__type\":\"SerializationException\",\"message\":\"The request is not a JSON "
            "object.\"}");
    refused("Shout", "{}", 400,
            "{\"__type\":\"ValidationException\",\"message\":\"1 validation error detected: Value "
            "null at 'word' failed to satisfy constraint: Member must not be null\"}");
    refused("Shout", "{\"Word\":\"h\"}", 400,
            "{\"__type\":\"ValidationException\",\"message\":\"1 validation error detected: Value "
            "'h' at 'word' failed to satisfy constraint: Member must have length greater than or "
            "equal to 2\"}");
}

static void the_first_error_counts(void **state)
{
    (void)state;
    refused("Fail", "{}", 400, "{\"__type\":\"Bad\",\"message\":\"one of 2\"}");
    refused("BreakDown", "{}", 500, "{\"__type\":\"Broken\",\"message\":\"out of memory\"}");
}

static void who_parks_is_not_answered_for(void **state)
{
    (void)state;
    (void)serve("POST", "Park", "{\"Word\":\"hey\"}");
    assert_int_equal(answer.count, 0);
    assert_int_equal(ask("POST", "Park", "{}"), 0); /* its arguments are checked before */
    assert_int_equal(answer.status, 400);
}

/* ---- pages ---- */

static const struct slrun_op listing = {.paging = {"Marker", "NextMarker", "Things", "Most"}};
static const struct slrun_op unlimited = {.paging = {"Marker", "NextMarker", "Things", NULL}};

/* The page of [1, 2, 3] as text; "": the token is refused. */
static void page(const struct slrun_op *op, const char *args, const char *wanted)
{
    json_t *given = json_loads(args, 0, NULL);
    json_t *got = json_serve_page(op, given, json_pack("[i, i, i]", 1, 2, 3), 2);
    char *text = got ? json_dumps(got, JSON_COMPACT) : NULL;
    assert_non_null(given);
    assert_string_equal(text ? text : "", wanted);
    free(text);
    json_decref(got);
    json_decref(given);
}

static void pages_follow_each_other(void **state)
{
    (void)state;
    page(&listing, "{}", "{\"Things\":[1,2],\"NextMarker\":\"2\"}");
    page(&listing, "{\"Marker\":\"2\"}", "{\"Things\":[3]}");
    page(&listing, "{\"Marker\":\"\", \"Most\":1}", "{\"Things\":[1],\"NextMarker\":\"1\"}");
    page(&listing, "{\"Most\":3}", "{\"Things\":[1,2,3]}");
    page(&listing, "{\"Marker\":\"3\"}", "{\"Things\":[]}");
    page(&unlimited, "{\"Most\":1}", "{\"Things\":[1,2],\"NextMarker\":\"2\"}");
}

static void tokens_that_no_page_gave_are_refused(void **state)
{
    (void)state;
    page(&listing, "{\"Marker\":\"4\"}", "");
    page(&listing, "{\"Marker\":\"x\"}", "");
    page(&listing, "{\"Marker\":\"1x\"}", "");
    page(&listing, "{\"Marker\":\"-1\"}", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_operation_gets_its_arguments),
        cmocka_unit_test(what_is_no_operation_is_unknown),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(the_first_error_counts),
        cmocka_unit_test(who_parks_is_not_answered_for),
        cmocka_unit_test(pages_follow_each_other),
        cmocka_unit_test(tokens_that_no_page_gave_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
