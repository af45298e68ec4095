/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy a plain-HTTP request goes through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "net/http_proxy.h"

static void test_loopback(void **state)
{
    static const struct {
        const char *base;
        bool loopback;
    } rows[] = {
        {"http://127.0.0.1:4566", true},    {"http://127.1.2.3", true},
        {"https://localhost:1", true},      {"http://s3.LOCALHOST:1", true},
        {"http://[::1]:80", true},          {"http://127.0.0.1.example.com", false},
        {"http://128.0.0.1", false},        {"http://localhost.example.com", false},
        {"http://notlocalhost", false},     {"https://dynamodb.us-east-1.amazonaws.com", false},
        {"http://[2001:db8::1]:80", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(http_is_loopback(rows[i].base), rows[i].loopback);
}

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void test_proxy(void **state)
{
    static const char proxy[] = "http://proxy:3128", all[] = "socks5://all";
    static const struct {
        const char *http, *everything, *except, *base, *want;
    } rows[] = {
        {NULL, NULL, NULL, "http://aws.example", NULL},
        {proxy, NULL, NULL, "http://aws.example", proxy},
        {proxy, NULL, NULL, "http://localhost:4566", NULL},
        {"", all, NULL, "http://aws.example", all},
        {proxy, all, NULL, "http://aws.example", proxy},
        {proxy, NULL, "*", "http://aws.example", NULL},
        {proxy, NULL, "other, aws.example", "http://aws.example:80", NULL},
        {proxy, NULL, ".example", "http://aws.example", NULL},
        {proxy, NULL, "example", "http://AWS.Example", NULL},
        {proxy, NULL, "ample", "http://aws.example", proxy},
        {proxy, NULL, "x.aws.example", "http://aws.example", proxy},
        {proxy, NULL, ",,", "http://aws.example", proxy},
    };
    (void)state;
    set("ALL_PROXY", NULL);
    set("NO_PROXY", NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        set("http_proxy", rows[i].http);
        set("all_proxy", rows[i].everything);
        set("no_proxy", rows[i].except);
        const char *got = http_proxy_for(rows[i].base);
        if (rows[i].want)
            assert_string_equal(got, rows[i].want);
        else
            assert_null(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_loopback),
        cmocka_unit_test(test_proxy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
