/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of AWS X-Ray as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "support.h"

static void requests(void **state)
{
    static const char body[] = "{\"TraceIds\":[\"1-5\"]}";
    struct call call;
    struct slrun_request req;
    (void)state;
    assert_int_equal(call_open(&call, "batch_get_traces"), 0);
    assert_int_equal(call_build(&call, body, &req), 0);
    assert_string_equal(req.method, "POST");
    assert_string_equal(req.target, "/Traces");
    assert_string_equal(call.ctx.host->header_get(req.headers, req.n_headers, "Content-Type"),
                        "application/json");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "batch_get_traces"), 0);
    json_t *result = call_parse(&call, 200, "{\"Traces\":[{\"Id\":\"1-5\",\"Duration\":0.5}]}");
    const json_t *trace = json_array_get(json_object_get(result, "Traces"), 0);
    assert_true(json_real_value(json_object_get(trace, "Duration")) == 0.5);
    json_decref(result);
    assert_null(
        call_parse(&call, 400, "{\"__type\":\"InvalidRequestException\",\"Message\":\"no\"}"));
    assert_string_equal(call.error.code, "InvalidRequestException");
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
