/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of Amazon EventBridge as bytes, and what is undone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static void requests(void **state)
{
    static const char body[] = "{\"Entries\":[{\"Detail\":\"{}\",\"DetailType\":\"t\",\"Source\":"
                               "\"s\",\"Time\":1700000000}]}";
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "put_events"), 0);
    assert_int_equal(call_build(&call,
                                "{\"Entries\":[{\"Source\":\"s\",\"DetailType\":\"t\",\"Detail\":"
                                "\"{}\",\"Time\":1700000000}]}",
                                &req),
                     0);
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "X-Amz-Target"),
                        "AWSEvents.PutEvents");
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type"),
                        "application/x-amz-json-1.1");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "list_rules"), 0);
    json_t *result = call_parse(&call, 200, "{\"Rules\":[],\"NextToken\":null}");
    char *text = sorted_text(result);
    assert_string_equal(text, "{\"Rules\":[]}");
    free(text);
    json_decref(result);
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"ResourceNotFoundException\",\"message\":\"Event bus x "
                           "does not exist.\"}"));
    assert_string_equal(call.error.code, "ResourceNotFoundException");
    call_close(&call);
}

static void expect_undo(const char *op, const char *args_text, const char *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_loads(args_text, 0, NULL), *tags = json_pack("{s:s}", "run", "r");
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, NULL, &undo), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    json_t *all = json_pack("{s:s, s:s, s:o, s:O}", "name", undo.name, "op", undo.op, "args",
                            undo.args, "tagged", json_object_get(args, "Tags"));
    char *text = sorted_text(all);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(all);
    json_decref(args);
    json_decref(tags);
    call_close(&call);
}

static void undo(void **state)
{
    (void)state;
    expect_undo("create_event_bus", "{\"Name\":\"b\",\"Tags\":[{\"Key\":\"run\",\"Value\":\"m\"}]}",
                "{\"args\":{\"Name\":\"b\"},\"name\":\"b\",\"op\":\"delete_event_bus\",\"tagged\":["
                "{\"Key\":\"run\",\"Value\":\"m\"}]}");
    expect_undo("put_rule", "{\"Name\":\"r\",\"EventBusName\":\"b\"}",
                "{\"args\":{\"EventBusName\":\"b\",\"Name\":\"r\"},\"name\":\"r\",\"op\":"
                "\"delete_rule\",\"tagged\":[{\"Key\":\"run\",\"Value\":\"r\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
        cmocka_unit_test(undo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
