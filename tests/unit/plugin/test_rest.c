/* SPDX-License-Identifier: Apache-2.0 */
/* Requests of REST services: what goes into the path, the query and the body. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "plugin/rest.h"
#include "plugin_call.h"

static int build(struct plugin_call *c, const char *how, const char *args)
{
    json_t *json = json_loads(args, 0, NULL);
    assert_non_null(json);
    c->request = (struct slrun_request){.method = NULL};
    error_clear(&c->error);
    int result = rest_json_build(&c->ctx, json, &c->request, how);
    json_decref(json);
    return result;
}

/* body NULL: there is none. */
static const struct {
    const char *how, *args, *method, *target, *body;
} requests[] = {
    {"GET /things", "{}", "GET", "/things", NULL},
    {"POST /things", "{}", "POST", "/things", "{}"},
    {"GET /things/{Name}", "{\"Name\":\"a/b c\u00e9\"}", "GET", "/things/a%2Fb%20c%C3%A9", NULL},
    {"GET /things/{Key+}/x", "{\"Key\":\"a/b?\"}", "GET", "/things/a/b%3F/x", NULL},
    {"PUT /t/{N}/{On}", "{\"N\":-3,\"On\":true,\"Text\":\"x\"}", "PUT", "/t/-3/true",
     "{\"Text\":\"x\"}"},
    {"GET /t?Size&NextToken=next", "{\"NextToken\":\"a&b=\"}", "GET", "/t?next=a%26b%3D", NULL},
    {"GET /t?Size&Ids=id", "{\"Ids\":[\"a\",\"b\"],\"Size\":2}", "GET", "/t?Size=2&id=a&id=b",
     NULL},
    {"GET /t?More&Size", "{\"More\":{\"a\":1,\"b&\":\"c d\"},\"Size\":2}", "GET",
     "/t?a=1&b%26=c%20d&Size=2", NULL},
    {"GET /t?More", "{\"More\":{\"$slrun\":\"map\",\"value\":{\"$slrun\":\"x\"}}}", "GET",
     "/t?%24slrun=x", NULL},
    {"DELETE /t/{Name}?Force", "{\"Name\":\"x\",\"Force\":false}", "DELETE", "/t/x?Force=false",
     NULL},
    {"POST /t", "{\"B\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}", "POST", "/t",
     "{\"B\":\"AAE=\"}"},
};

static void arguments_find_their_places(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        const char *body = requests[i].body;
        assert_int_equal(build(c, requests[i].how, requests[i].args), 0);
        assert_string_equal(c->request.method, requests[i].method);
        assert_string_equal(c->request.target, requests[i].target);
        assert_int_equal(c->request.body.size, body ? strlen(body) : 0);
        if (body)
            assert_memory_equal(c->request.body.data, body, strlen(body));
        assert_int_equal(c->request.n_headers, body ? 1 : 0);
    }
}

static const struct {
    const char *how, *args, *message;
} wrong[] = {
    {"GET /t/{Name}", "{}", "do_it: Name is empty"},
    {"GET /t/{Name}", "{\"Name\":\"\"}", "do_it: Name is empty"},
    {"GET /t/{Name}", "{\"Name\":{}}", "do_it: Name is empty"},
    {"GET /t?Size", "{\"Size\":null}", "do_it: Size cannot stand in a query"},
    {"GET /t?More", "{\"More\":{\"a\":{}}}", "do_it: a cannot stand in a query"},
    {"GET /t?More", "{\"More\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}",
     "do_it: More cannot stand in a query"},
    {"POST /t", "{\"B\":{\"$slrun\":\"string_set\",\"value\":[]}}",
     "do_it: a value of the kind 'string_set' cannot be sent here"},
};

static void what_has_no_place_is_told(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(build(c, wrong[i].how, wrong[i].args), -1);
        assert_int_equal(c->error.kind, SLRUN_E_USAGE);
        assert_string_equal(c->error.message, wrong[i].message);
    }
}

static void long_targets_are_refused(void **state)
{
    struct plugin_call *c = *state;
    size_t n = REST_TARGET_MAX;
    char *args = malloc(n + 32);
    assert_non_null(args);
    memcpy(args, "{\"Name\":\"", 9);
    memset(args + 9, 'a', n);
    memcpy(args + 9 + n, "\"}", 3);
    assert_int_equal(build(c, "GET /t/{Name}", args), -1);
    assert_non_null(strstr(c->error.message, "path and query are above"));
    free(args);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arguments_find_their_places, plugin_call_setup,
                                        plugin_call_teardown),
        cmocka_unit_test_setup_teardown(what_has_no_place_is_told, plugin_call_setup,
                                        plugin_call_teardown),
        cmocka_unit_test_setup_teardown(long_targets_are_refused, plugin_call_setup,
                                        plugin_call_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
