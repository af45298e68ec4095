/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of REST APIs: bytes in and out. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "harness/cmocka_all.h"

static void expect_request(const char *op, const char *args, const char *wanted, const char *body)
{
    struct call call;
    struct slrun_request req = {0};
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call_build(&call, args, &req), 0);
    const char *space = strchr(wanted, ' ');
    assert_int_equal(strlen(req.method), space - wanted);
    assert_memory_equal(req.method, wanted, space - wanted);
    assert_string_equal(req.target, space + 1);
    assert_int_equal(req.body.kind == SLRUN_BODY_BYTES ? req.body.size : 0, strlen(body));
    if (*body)
        assert_memory_equal(req.body.data, body, strlen(body));
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Accept"),
                        "application/json");
    call_close(&call);
}

static void requests(void **state)
{
    (void)state;
    expect_request("create_rest_api", "{\"name\": \"a\"}", "POST /restapis", "{\"name\":\"a\"}");
    expect_request("get_rest_api", "{\"restApiId\": \"a/b\"}", "GET /restapis/a%2Fb", "");
    expect_request("get_resources",
                   "{\"restApiId\": \"a\", \"limit\": 5, \"embed\": [\"methods\"]}",
                   "GET /restapis/a/resources?limit=5&embed=methods", "");
    expect_request("put_integration",
                   "{\"restApiId\": \"a\", \"resourceId\": \"r\", \"httpMethod\": \"GET\","
                   " \"type\": \"AWS_PROXY\", \"integrationHttpMethod\": \"POST\"}",
                   "PUT /restapis/a/resources/r/methods/GET/integration",
                   "{\"httpMethod\":\"POST\",\"type\":\"AWS_PROXY\"}");
    expect_request("import_rest_api",
                   "{\"body\": \"{}\", \"failOnWarnings\": true,"
                   " \"parameters\": {\"endpointConfigurationTypes\": \"REGIONAL\"}}",
                   "POST /restapis?mode=import&failonwarnings=true"
                   "&endpointConfigurationTypes=REGIONAL",
                   "{}");
    expect_request("create_stage",
                   "{\"restApiId\": \"a\", \"stageName\": \"s\", \"deploymentId\": \"d\"}",
                   "POST /restapis/a/stages", "{\"deploymentId\":\"d\",\"stageName\":\"s\"}");
    expect_request("create_deployment", "{\"restApiId\": \"a\"}", "POST /restapis/a/deployments",
                   "{}");
}

/* DELETE /restapis/ would name something else. */
static void labels_are_not_empty(void **state)
{
    struct call call;
    struct slrun_request req = {.method = NULL};
    (void)state;
    assert_int_equal(call_open(&call, "delete_rest_api"), 0);
    assert_int_equal(call_build(&call, "{\"restApiId\": \"\"}", &req), -1);
    assert_int_equal(call.error.kind, SLRUN_E_USAGE);
    assert_string_equal(call.error.message, "delete_rest_api: restapi_id is empty");
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "get_rest_apis"), 0);
    json_t *result =
        call_parse(&call, 200, "{\"item\": [{\"id\": \"a\", \"createdDate\": 5}], \"x\": 1}");
    char *text = sorted_text(result);
    assert_string_equal(text, "{\"items\":[{\"createdDate\":5,\"id\":\"a\"}]}");
    free(text);
    json_decref(result);
    call_close(&call);
    assert_int_equal(call_open(&call, "delete_rest_api"), 0);
    result = call_parse(&call, 202, "");
    assert_int_equal(json_object_size(result), 0);
    json_decref(result);
    call_close(&call);
}

static void errors(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "get_rest_api"), 0);
    json_t *headers = json_pack("{s:s}", "x-amzn-ErrorType", "NotFoundException");
    struct slrun_response resp = {.status = 404, .body = "{\"message\": \"no\"}", .size = 17};
    assert_null(call_parse_answer(&call, &resp, headers));
    assert_string_equal(call.error.code, "NotFoundException");
    assert_string_equal(call.error.message, "no");
    json_decref(headers);
    call_close(&call);
}

static void undo(void **state)
{
    struct call call;
    struct slrun_undo how = {0};
    json_t *args = json_pack("{s:s}", "name", "n"), *result = json_pack("{s:s}", "id", "i");
    (void)state;
    assert_int_equal(call_open(&call, "create_rest_api"), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, NULL, &how), 1);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, result, &how), 0);
    assert_string_equal(how.op, "delete_rest_api");
    assert_string_equal(json_string_value(json_object_get(how.args, "restApiId")), "i");
    assert_non_null(
        strstr(json_string_value(json_object_get(how.tags_args, "resourceArn")), "/restapis/i"));
    json_decref(how.args);
    json_decref(how.tags_args);
    json_t *tags = json_pack("{s:s, s:s}", "a", "b", "c", "d");
    json_object_set_new(args, "tags", json_pack("{s:s}", "a", "mine"));
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    char *text = sorted_text(args);
    assert_string_equal(text, "{\"name\":\"n\",\"tags\":{\"a\":\"mine\",\"c\":\"d\"}}");
    free(text);
    json_decref(tags);
    json_decref(args);
    json_decref(result);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests), cmocka_unit_test(labels_are_not_empty),
        cmocka_unit_test(answers), cmocka_unit_test(errors), cmocka_unit_test(undo)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
