/* SPDX-License-Identifier: Apache-2.0 */
/* Endpoints without their names on AWS, which tests/python/test_endpoints.py compares. */
#include "cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "net/endpoint.h"
#include "net/region.h"

static void test_urls(void **state)
{
    static const char *const good[] = {"http://h", "https://h:1/", "http://[::1]:2", "http://h/"};
    static const char *const bad[] = {"h:1",        "ftp://h",    "http://", "http://h/x",
                                      "http://u@h", "http://h?x", "",        "http:///"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(endpoint_is_url(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(endpoint_is_url(bad[i]));
}

static void test_aws(void **state)
{
    (void)state;
    assert_true(endpoint_is_aws("https://sqs.eu-west-1.amazonaws.com"));
    assert_true(endpoint_is_aws("https://sqs.cn-north-1.amazonaws.com.cn:443/"));
    assert_true(endpoint_is_aws("https://lambda.us-east-1.API.AWS"));
    assert_false(endpoint_is_aws("https://sqs.amazonaws.com.example.org"));
    assert_false(endpoint_is_aws("https://notamazonaws.com"));
    assert_false(endpoint_is_aws("http://127.0.0.1:4566"));
}

static void test_regions(void **state)
{
    struct endpoint_rules rules = {0};
    struct slrun_error error = {0};
    char url[ENDPOINT_MAX];
    (void)state;
    static const char *const bad[] = {"",          "-a", "a-", "eu west", "x.example.org/",
                                      "EU-WEST-1", "123"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const struct endpoint_place place = {"sqs", bad[i]};
        assert_int_equal(endpoint_resolve(&rules, &place, url, &error), -1);
    }
    const struct endpoint_place china = {"s3", "cn-north-1"};
    rules.fips = true;
    assert_int_equal(endpoint_resolve(&rules, &china, url, &error), -1);
    assert_non_null(strstr(error.message, "no FIPS endpoint"));
}

static void meant(const char *region, const char *other)
{
    const char *found = region_meant(region);
    assert_true(other ? found && strcmp(found, other) == 0 : !found);
}

static void test_names_of_regions(void **state)
{
    static const char *const good[] = {"us-east-1",      "us-gov-west-1", "cn-north-1",
                                       "eusc-de-east-1", "us-east-3",     "local"};
    struct slrun_error error = {0};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(region_check(good[i], &error), 0);
    assert_int_equal(region_check("EU", &error), -1);
    assert_string_equal(error.message, "'EU' is no name of a region");
    assert_string_equal(error.hint, "a region is a name such as us-east-1");
    assert_int_equal(region_check("US_EAST_2", &error), -1);
    assert_string_equal(error.hint, "did you mean 'us-east-2'?");
    meant("us-esat-1", "us-east-1");
    meant("eu-west1", "eu-west-1");
    meant("us-east-1", NULL);
    meant("local", NULL);
}

struct s3_row {
    enum endpoint_style style;
    bool configured;
    const char *base, *target;
    const char *new_base, *new_target; /* NULL: left as they are */
};

static void test_s3(void **state)
{
    static const char aws[] = "https://s3.eu-west-1.amazonaws.com", local[] = "http://h:1";
    static const struct s3_row rows[] = {
        {ENDPOINT_AUTO, false, aws, "/bucket/k/e?y", "https://bucket.s3.eu-west-1.amazonaws.com",
         "/k/e?y"},
        {ENDPOINT_AUTO, false, aws, "/bucket", "https://bucket.s3.eu-west-1.amazonaws.com", ""},
        {ENDPOINT_AUTO, false, aws, "/bucket?acl", "https://bucket.s3.eu-west-1.amazonaws.com",
         "?acl"},
        {ENDPOINT_AUTO, false, aws, "/", NULL, NULL},
        {ENDPOINT_AUTO, false, aws, "/my.bucket/k", NULL, NULL},
        {ENDPOINT_AUTO, false, aws, "/Bucket/k", NULL, NULL},
        {ENDPOINT_AUTO, false, aws, "/ab/k", NULL, NULL},
        {ENDPOINT_AUTO, false, aws, "/-ab/k", NULL, NULL},
        {ENDPOINT_PATH, false, aws, "/bucket/k", NULL, NULL},
        {ENDPOINT_AUTO, true, local, "/bucket/k", NULL, NULL},
        {ENDPOINT_VIRTUAL, true, local, "/bucket/k", "http://bucket.h:1", "/k"},
        {ENDPOINT_VIRTUAL, true, "http://127.0.0.1:1", "/bucket/k", NULL, NULL},
        {ENDPOINT_VIRTUAL, true, "http://[::1]:1", "/bucket/k", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct endpoint_rules rules = {.s3 = rows[i].style};
        struct endpoint_s3 request = {
            .base = rows[i].base, .target = rows[i].target, .configured = rows[i].configured};
        assert_int_equal(endpoint_s3_host(&rules, &request), rows[i].new_base != NULL);
        assert_string_equal(request.base, rows[i].new_base ? rows[i].new_base : rows[i].base);
        assert_string_equal(request.target,
                            rows[i].new_target ? rows[i].new_target : rows[i].target);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_urls),    cmocka_unit_test(test_aws),
        cmocka_unit_test(test_regions), cmocka_unit_test(test_names_of_regions),
        cmocka_unit_test(test_s3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
