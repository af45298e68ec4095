/* SPDX-License-Identifier: Apache-2.0 */
/* JSON bodies, and the AWS JSON protocols. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "plugin/json.h"
#include "plugin_call.h"

static int open_call(void **state)
{
    static struct plugin_call call;
    plugin_call_open(&call, 16 << 20);
    *state = &call;
    return 0;
}

/* What goes over the wire for a document: compact, keys sorted, numbers shortest. */
static const struct {
    const char *in, *out;
} bodies[] = {
    {"{}", "{}"},
    {"[]", "[]"},
    {"{ \"b\": 1, \"a\": [ 1, 2 ] }", "{\"a\":[1,2],\"b\":1}"},
    {"1.1", "1.1"},
    {"0.1", "0.1"},
    {"{\"x\": 0.30000000000000004}", "{\"x\":0.30000000000000004}"},
    {"1e300", "1e300"},
    {"9007199254740993", "9007199254740993"},
    {"-9223372036854775808", "-9223372036854775808"},
    {"\"\xc3\xa9\\u0001\\\"\"", "\"\xc3\xa9\\u0001\\\"\""},
    {"null", "null"},
};

static void bodies_are_stable_and_short(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        json_t *json = json_loads(bodies[i].in, JSON_DECODE_ANY, NULL);
        assert_non_null(json);
        assert_int_equal(json_to_body(&c->ctx, &c->request, json), 0);
        assert_int_equal(c->request.body.kind, SLRUN_BODY_BYTES);
        assert_int_equal(c->request.body.size, strlen(bodies[i].out));
        assert_memory_equal(c->request.body.data, bodies[i].out, strlen(bodies[i].out));
        json_decref(json);
    }
}

static void numbers_read_back_as_themselves(void **state)
{
    struct plugin_call *c = *state;
    static const double values[] = {1.1, 1.0 / 3, 5e-324, 1.7976931348623157e308, 123456.789, -0.0};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t *json = json_real(values[i]);
        assert_int_equal(json_to_body(&c->ctx, &c->request, json), 0);
        double back = strtod(c->request.body.data, NULL);
        assert_memory_equal(&back, &values[i], sizeof back);
        json_decref(json);
    }
}

static void broken_json_is_an_error_of_the_protocol(void **state)
{
    struct plugin_call *c = *state;
    static const char *const broken[] = {"", "{", "{} {}", "nul", "\"\xff\"", "<html>", "[1,]"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        assert_null(json_from_bytes(&c->ctx, broken[i], strlen(broken[i])));
        assert_int_equal(c->error.kind, SLRUN_E_PROTOCOL);
        assert_non_null(strstr(c->error.message, "not JSON"));
    }
    json_t *text = json_from_bytes(&c->ctx, "\"a\"", 3);
    assert_string_equal(json_string_value(text), "a");
    json_decref(text);
}

static void request_names_the_operation(void **state)
{
    struct plugin_call *c = *state;
    json_t *args = json_pack("{s:s}", "Name", "n");
    assert_int_equal(aws_json_build(&c->ctx, args, &c->request), 0);
    assert_string_equal(
        host_table()->header_get(c->request.headers, c->request.n_headers, "X-Amz-Target"),
        "Svc_2012.DoIt");
    assert_string_equal(
        host_table()->header_get(c->request.headers, c->request.n_headers, "Content-Type"),
        "application/x-amz-json-1.0");
    assert_string_equal(c->request.body.data, "{\"Name\":\"n\"}");
    json_decref(args);
}

static json_t *parse(struct plugin_call *c, int status, const char *body,
                     const struct slrun_header *header)
{
    struct slrun_response r = {.status = status,
                               .headers = header,
                               .n_headers = header != NULL,
                               .body = body,
                               .size = strlen(body)};
    return aws_json_parse(&c->ctx, &r);
}

static void good_answers_are_their_document(void **state)
{
    struct plugin_call *c = *state;
    json_t *json = parse(c, 200, "{\"a\": [1]}", NULL);
    assert_int_equal(json_integer_value(json_array_get(json_object_get(json, "a"), 0)), 1);
    json_decref(json);
    json = parse(c, 200, "", NULL);
    assert_true(json_is_object(json) && json_object_size(json) == 0);
    json_decref(json);
    assert_null(parse(c, 200, "[1]", NULL));
    assert_int_equal(c->error.kind, SLRUN_E_PROTOCOL);
}

/* How services say what went wrong; the code must come out of each. */
static const struct {
    int status;
    const char *body, *type, *code, *message;
} errors[] = {
    {400,
     "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
     "\"message\":\"gone\"}",
     NULL, "ResourceNotFoundException", "gone"},
    {400, "{\"__type\":\"ValidationException\",\"Message\":\"bad\"}", NULL, "ValidationException",
     "bad"},
    {400, "{\"message\":\"bad\"}", "ThrottlingException:http://internal.amazon.com/coral/",
     "ThrottlingException", "bad"},
    {400, "{\"code\":\"Oops\"}", NULL, "Oops", ""},
    {404, "{\"__type\":\"a\"}", "b", "b", ""}, /* the header comes first */
    {500, "", NULL, "HTTP500", "an answer without a body"},
    {503, "<html>busy</html>", NULL, "HTTP503", "<html>busy</html>"},
    {400, "{\"__type\":1,\"message\":2}", NULL, "HTTP400", NULL},
    {400, "{\"__type\":\"ns#\"}", NULL, "HTTP400", NULL},
    {400, "{}", "ns#:http://x/", "HTTP400", NULL},
    {301, "{}", NULL, "HTTP301", NULL},
};

static void errors_have_code_and_message(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        struct slrun_header type = {"X-Amzn-ErrorType", errors[i].type};
        assert_null(parse(c, errors[i].status, errors[i].body, errors[i].type ? &type : NULL));
        assert_int_equal(c->error.kind, SLRUN_E_SERVICE);
        assert_int_equal(c->error.status, errors[i].status);
        assert_string_equal(c->error.code, errors[i].code);
        if (errors[i].message)
            assert_string_equal(c->error.message, errors[i].message);
    }
}

static void long_codes_are_cut(void **state)
{
    struct plugin_call *c = *state;
    char code[4 * SLRUN_ERROR_CODE_MAX];
    memset(code, 'c', sizeof code - 1);
    code[sizeof code - 1] = '\0';
    assert_null(parse(c, 400, "{}", &(struct slrun_header){"x-amzn-errortype", code}));
    assert_int_equal(strlen(c->error.code), SLRUN_ERROR_CODE_MAX - 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_call, plugin_call_teardown)

/* Arguments with tagged values, and what the AWS JSON protocols have in their place. */
static const struct {
    const char *in, *out; /* out NULL: refused */
} tagged[] = {
    {"{\"Data\":{\"$slrun\":\"binary\",\"value\":\"AAE=\"}}", "{\"Data\":\"AAE=\"}"},
    {"{\"M\":{\"$slrun\":\"map\",\"value\":{\"$slrun\":\"x\",\"value\":1}}}",
     "{\"M\":{\"$slrun\":\"x\",\"value\":1}}"},
    {"{\"L\":[1,[{\"$slrun\":\"binary\",\"value\":\"\"}],{}]}", "{\"L\":[1,[\"\"],{}]}"},
    {"{\"N\":{\"$slrun\":\"number\",\"value\":\"1\"}}", NULL},
    {"{\"S\":[{\"a\":{\"$slrun\":\"string_set\",\"value\":[]}}]}", NULL},
};

static void tagged_values_get_the_form_of_the_protocol(void **state)
{
    struct plugin_call *c = *state;
    for (size_t i = 0; i < sizeof tagged / sizeof *tagged; i++) {
        json_t *json = json_loads(tagged[i].in, 0, NULL);
        assert_non_null(json);
        c->request = (struct slrun_request){0};
        int result = aws_json_build(&c->ctx, json, &c->request);
        assert_int_equal(result, tagged[i].out ? 0 : -1);
        if (tagged[i].out)
            assert_string_equal(c->request.body.data, tagged[i].out);
        else
            assert_int_equal(c->error.kind, SLRUN_E_USAGE);
        json_decref(json);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bodies_are_stable_and_short),
        TEST(numbers_read_back_as_themselves),
        TEST(broken_json_is_an_error_of_the_protocol),
        TEST(request_names_the_operation),
        TEST(tagged_values_get_the_form_of_the_protocol),
        TEST(good_answers_are_their_document),
        TEST(errors_have_code_and_message),
        TEST(long_codes_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
