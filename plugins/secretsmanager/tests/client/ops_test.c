/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of AWS Secrets Manager as bytes, and what is undone. */
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
    static const char body[] = "{\"SecretId\":\"s\"}";
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "get_secret_value"), 0);
    assert_int_equal(call_build(&call, body, &req), 0);
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "X-Amz-Target"),
                        "secretsmanager.GetSecretValue");
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type"),
                        "application/x-amz-json-1.1");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    assert_null(call_parse(&call, 400,
                           "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"Secrets "
                           "Manager can't find the specified secret.\"}"));
    assert_string_equal(call.error.code, "ResourceNotFoundException");
    call_close(&call);
}

static void expect_undo(const char *result_text, const char *wanted)
{
    struct call call;
    struct slrun_undo undo = {.kind = NULL};
    json_t *args = json_pack("{s:s}", "Name", "s"), *tags = json_pack("{s:s}", "run", "r");
    json_t *result = result_text ? json_loads(result_text, 0, NULL) : NULL;
    assert_int_equal(call_open(&call, "create_secret"), 0);
    assert_int_equal(call.ctx.op->undo(&call.ctx, args, result, &undo), 0);
    assert_int_equal(call.ctx.op->tag(&call.ctx, args, tags), 0);
    json_t *all =
        json_pack("{s:s, s:s, s:o, s:o, s:O}", "name", undo.name, "op", undo.op, "args", undo.args,
                  "by", undo.tags_args, "tagged", json_object_get(args, "Tags"));
    char *text = sorted_text(all);
    assert_string_equal(text, wanted);
    free(text);
    json_decref(all);
    json_decref(args);
    json_decref(tags);
    json_decref(result);
    call_close(&call);
}

static void undo(void **state)
{
    (void)state;
    expect_undo(NULL, "{\"args\":{\"ForceDeleteWithoutRecovery\":true,\"SecretId\":\"s\"},\"by\":{"
                      "\"SecretId\":\"s\"},\"name\":\"s\",\"op\":\"delete_secret\",\"tagged\":[{"
                      "\"Key\":\"run\",\"Value\":\"r\"}]}");
    expect_undo("{\"ARN\":\"arn:s\"}",
                "{\"args\":{\"ForceDeleteWithoutRecovery\":true,\"SecretId\":\"arn:s\"},\"by\":{"
                "\"SecretId\":\"arn:s\"},\"name\":\"s\",\"op\":\"delete_secret\",\"tagged\":[{"
                "\"Key\":\"run\",\"Value\":\"r\"}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(undo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
