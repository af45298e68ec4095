/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of HTTP APIs, whose members travel with a small first letter. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "harness/cmocka_all.h"

static void requests(void **state)
{
    static const char body[] = "{\"corsConfiguration\":{\"allowOrigins\":[\"*\"]},\"name\":\"n\","
                               "\"protocolType\":\"HTTP\",\"tags\":{\"Key\":\"v\"}}";
    struct call call;
    struct slrun_request req = {0};
    (void)state;
    assert_int_equal(call_open(&call, "create_api"), 0);
    assert_int_equal(call_build(&call,
                                "{\"Name\": \"n\", \"ProtocolType\": \"HTTP\", \"Tags\": {\"Key\": "
                                "\"v\"}, \"CorsConfiguration\": {\"AllowOrigins\": [\"*\"]}}",
                                &req),
                     0);
    assert_string_equal(req.target, "/v2/apis");
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void answers(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "get_api"), 0);
    json_t *result =
        call_parse(&call, 200,
                   "{\"apiId\": \"a\", \"createdDate\": \"2023-11-14T22:13:20Z\","
                   " \"corsConfiguration\": {\"maxAge\": 5}, \"tags\": {\"k\": \"v\"}}");
    char *text = sorted_text(result);
    assert_string_equal(text, "{\"ApiId\":\"a\",\"CorsConfiguration\":{\"MaxAge\":5},"
                              "\"CreatedDate\":1700000000,\"Tags\":{\"k\":\"v\"}}");
    free(text);
    json_decref(result);
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(requests), cmocka_unit_test(answers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
