/* SPDX-License-Identifier: Apache-2.0 */
/* By which names an endpoint is asked for what AWS serves under a host of its own. */
#include "harness/cmocka_all.h"

#include "plugin/stand_in.h"

#define ENDPOINT "http://localhost:4566"

static const struct {
    const char *base, *host;      /* NULL: it is asked as it stands there */
    const char *service, *region; /* by which it is signed; NULL: as the run has it */
} rows[] = {
    {"https://a1b2.execute-api.us-east-1.amazonaws.com", "a1b2.execute-api.localhost:4566",
     "execute-api", "us-east-1"},
    {"wss://a1b2.execute-api.us-east-1.amazonaws.com", "a1b2.execute-api.localhost:4566",
     "execute-api", "us-east-1"},
    {"https://a.execute-api.cn-north-1.amazonaws.com.cn", "a.execute-api.localhost:4566",
     "execute-api", "cn-north-1"},
    {"https://u.lambda-url.eu-west-1.on.aws", "u.lambda-url.eu-west-1.localhost:4566", "lambda",
     "eu-west-1"},
    {"https://execute-api.us-east-1.amazonaws.com", NULL, NULL, NULL},
    {"https://.execute-api.us-east-1.amazonaws.com", NULL, NULL, NULL},
    {"https://a.execute-api..amazonaws.com", NULL, NULL, NULL},
    {"https://a.execute-api.us-east-1.amazonaws.com.example", NULL, NULL, NULL},
    {"https://a.execute-api.us-east-1.example.com", NULL, NULL, NULL},
    {"https://a.lambda-url.us-east-1.amazonaws.com", NULL, NULL, NULL},
    {"https://a.execute-api.localhost:4566", NULL, NULL, NULL},
    {"https://bucket.s3.us-east-1.amazonaws.com", NULL, NULL, NULL},
    {"https://example.com", NULL, NULL, NULL},
    {ENDPOINT, NULL, NULL, NULL},
};

static void hosts_of_aws_have_names_at_an_endpoint(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(64 * 1024);
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *host = stand_in_host(arena, ENDPOINT, rows[i].base);
        if (!rows[i].host)
            assert_null(host);
        else
            assert_string_equal(host, rows[i].host);
    }
    arena_free(arena);
}

static void they_are_signed_for_their_service_and_region(void **state)
{
    (void)state;
    struct slrun_arena *arena = arena_new(64 * 1024);
    assert_non_null(arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *service = "as", *region = "it is";
        bool found = stand_in_signing(arena, rows[i].base, &service, &region);
        assert_int_equal(found, rows[i].service != NULL);
        assert_string_equal(service, found ? rows[i].service : "as");
        assert_string_equal(region, found ? rows[i].region : "it is");
    }
    assert_false(stand_in_signing(arena, NULL, &(const char *){NULL}, &(const char *){NULL}));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hosts_of_aws_have_names_at_an_endpoint),
        cmocka_unit_test(they_are_signed_for_their_service_and_region),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
