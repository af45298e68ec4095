/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of STS as bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

static void expect_body(const char *op, const char *args, const char *body)
{
    struct call call;
    struct slrun_request req;
    assert_int_equal(call_open(&call, op), 0);
    assert_int_equal(call_build(&call, args, &req), 0);
    assert_int_equal(req.body.size, strlen(body));
    assert_memory_equal(req.body.data, body, strlen(body));
    call_close(&call);
}

static void requests(void **state)
{
    (void)state;
    expect_body("get_caller_identity", "{}", "Action=GetCallerIdentity&Version=2011-06-15");
    expect_body("assume_role",
                "{\"RoleArn\":\"arn:aws:iam::1:role/r\",\"RoleSessionName\":\"s\","
                "\"DurationSeconds\":900,\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}],"
                "\"PolicyArns\":[{\"arn\":\"a\"}],\"TransitiveTagKeys\":[\"k\"]}",
                "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"
                "&RoleSessionName=s&PolicyArns.member.1.arn=a&DurationSeconds=900"
                "&Tags.member.1.Key=k&Tags.member.1.Value=v&TransitiveTagKeys.member.1=k");
}

static void expect_parsed(const char *op, const char *xml, const char *json)
{
    struct call call;
    assert_int_equal(call_open(&call, op), 0);
    json_t *result = call_parse(&call, 200, xml);
    char *text = sorted_text(result);
    assert_non_null(text);
    assert_string_equal(text, json);
    free(text);
    json_decref(result);
    call_close(&call);
}

static void answers(void **state)
{
    (void)state;
    expect_parsed("get_caller_identity",
                  "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                  "<GetCallerIdentityResult><Arn>arn:aws:iam::1:user/u</Arn><UserId>AID</UserId>"
                  "<Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata>"
                  "<RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
                  "{\"Account\":\"123456789012\",\"Arn\":\"arn:aws:iam::1:user/u\",\"UserId\":"
                  "\"AID\"}");
    expect_parsed("get_session_token",
                  "<GetSessionTokenResponse><GetSessionTokenResult><Credentials><AccessKeyId>A"
                  "</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T"
                  "</SessionToken><Expiration>2023-11-14T22:13:20Z</Expiration></Credentials>"
                  "</GetSessionTokenResult></GetSessionTokenResponse>",
                  "{\"Credentials\":{\"AccessKeyId\":\"A\",\"Expiration\":1700000000,"
                  "\"SecretAccessKey\":\"S\",\"SessionToken\":\"T\"}}");
}

static void errors(void **state)
{
    struct call call;
    (void)state;
    assert_int_equal(call_open(&call, "assume_role"), 0);
    assert_null(call_parse(&call, 403,
                           "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                           "<Message>no</Message></Error></ErrorResponse>"));
    assert_int_equal(call.error.kind, SLRUN_E_SERVICE);
    assert_string_equal(call.error.code, "AccessDenied");
    call_close(&call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests),
        cmocka_unit_test(answers),
        cmocka_unit_test(errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
