/* SPDX-License-Identifier: Apache-2.0 */
/* Requests and answers of STS as bytes. */
#include "harness/cmocka_all.h"

#include "expect.h"

static void requests(void **state)
{
    (void)state;
    expect_request("get_caller_identity", "{}",
                   .body = "Action=GetCallerIdentity&Version=2011-06-15");
    expect_request(
        "assume_role",
        "{\"RoleArn\":\"arn:aws:iam::1:role/r\",\"RoleSessionName\":\"s\","
        "\"DurationSeconds\":900,\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}],"
        "\"PolicyArns\":[{\"arn\":\"a\"}],\"TransitiveTagKeys\":[\"k\"]}",
        .body = "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr"
                "&RoleSessionName=s&PolicyArns.member.1.arn=a&DurationSeconds=900"
                "&Tags.member.1.Key=k&Tags.member.1.Value=v&TransitiveTagKeys.member.1=k");
}

static void answers(void **state)
{
    (void)state;
    expect_result("get_caller_identity",
                  "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                  "<GetCallerIdentityResult><Arn>arn:aws:iam::1:user/u</Arn><UserId>AID</UserId>"
                  "<Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata>"
                  "<RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
                  "{\"Account\":\"123456789012\",\"Arn\":\"arn:aws:iam::1:user/u\",\"UserId\":"
                  "\"AID\"}");
    expect_result("get_session_token",
                  "<GetSessionTokenResponse><GetSessionTokenResult><Credentials><AccessKeyId>A"
                  "</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T"
                  "</SessionToken><Expiration>2023-11-14T22:13:20Z</Expiration></Credentials>"
                  "</GetSessionTokenResult></GetSessionTokenResponse>",
                  "{\"Credentials\":{\"AccessKeyId\":\"A\",\"Expiration\":1700000000,"
                  "\"SecretAccessKey\":\"S\",\"SessionToken\":\"T\"}}");
}

static void errors(void **state)
{
    (void)state;
    expect_error("assume_role",
                 "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                 "<Message>no</Message></Error></ErrorResponse>",
                 "AccessDenied: no");
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
