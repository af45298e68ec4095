/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy a request goes through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "net/client/http_proxy.h"

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

/* Each row: the whole environment, what is asked for, and which variable decides (NULL: none). */
static const struct {
    const char *variables[6];
    const char *base, *variable;
} rows[] = {
#define HTTP  "http_proxy=http://p:1"
#define HTTPS "https_proxy=http://s:2"
    {{NULL}, "http://aws.example", NULL},
    {{HTTP}, "http://aws.example", "http_proxy"},
    {{HTTP}, "https://aws.example", NULL},
    {{HTTP, HTTPS}, "https://aws.example", "https_proxy"},
    {{"HTTP_PROXY=http://p:1"}, "http://aws.example", "HTTP_PROXY"},
    {{"HTTP_PROXY=http://p:1", "REQUEST_METHOD=GET"}, "http://aws.example", NULL},
    {{HTTP, "REQUEST_METHOD=GET"}, "http://aws.example", "http_proxy"},
    {{"HTTPS_PROXY=p:1"}, "https://aws.example", "HTTPS_PROXY"},
    {{"HTTPS_PROXY=p:1", "https_proxy="}, "https://aws.example", NULL}, /* lower case decides */
    {{"all_proxy=p:1"}, "https://aws.example", "all_proxy"},
    {{"ALL_PROXY=p:1", "http_proxy="}, "http://aws.example", "ALL_PROXY"},
    {{HTTP, "all_proxy=q:1"}, "http://aws.example", "http_proxy"},
    /* never */
    {{HTTP, "all_proxy=q:1"}, "http://localhost:4566", NULL},
    {{HTTP}, "http://127.0.0.1:4566", NULL},
    {{HTTPS}, "https://[::1]:4566", NULL},
    {{HTTP}, "http://169.254.169.254", NULL},
    {{HTTP}, "http://[fd00:ec2::254]", NULL},
    {{HTTP}, "http://169.254.169.254.example", "http_proxy"},
    /* no_proxy */
    {{HTTP, "no_proxy=*"}, "http://aws.example", NULL},
    {{HTTP, "no_proxy=other, aws.example"}, "http://aws.example:80", NULL},
    {{HTTP, "NO_PROXY=aws.example"}, "http://aws.example", NULL},
    {{HTTP, "NO_PROXY=aws.example", "no_proxy="}, "http://aws.example", "http_proxy"},
    {{HTTPS, "no_proxy=.example"}, "https://aws.example", NULL},
    {{HTTP, "no_proxy=example"}, "http://AWS.Example", NULL},
    {{HTTP, "no_proxy=ample"}, "http://aws.example", "http_proxy"},
    {{HTTP, "no_proxy=x.aws.example"}, "http://aws.example", "http_proxy"},
    {{HTTP, "no_proxy=,,"}, "http://aws.example", "http_proxy"},
    {{HTTP, "no_proxy=aws.example:8080"}, "http://aws.example:8080", NULL},
    {{HTTP, "no_proxy=aws.example:8080"}, "http://aws.example:80", "http_proxy"},
    {{HTTP, "no_proxy=2001:db8::1"}, "http://[2001:db8::1]:80", NULL},
    {{HTTP, "no_proxy=[2001:db8::1]"}, "http://[2001:db8::1]:80", NULL},
    {{HTTP, "no_proxy=10.1.2.3"}, "http://10.1.2.3:80", NULL},
};

static void test_environment(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        clearenv();
        for (const char *const *v = rows[i].variables; *v; v++)
            putenv((char *)*v);
        struct http_proxy proxy = http_proxy_for(rows[i].base);
        if (!rows[i].variable != !proxy.url ||
            (proxy.url && strcmp(proxy.variable, rows[i].variable) != 0))
            fail_msg("row %zu: %s by %s", i, rows[i].base, proxy.url ? proxy.variable : "none");
    }
    clearenv();
}

static void test_addresses(void **state)
{
    static const struct {
        const char *url, *shown;
        bool valid, forwards;
    } proxies[] = {
        {"http://host:3128", "http://host:3128 (V)", true, true},
        {"host:3128", "host:3128 (V)", true, true},
        {"//host", "//host (V)", true, true},
        {"https://host/", "https://host (V)", true, true},
        {"socks5h://host:1080", "socks5h://host:1080 (V)", true, false},
        {"http://user:pass@host:1", "http://***@host:1 (V)", true, true},
        {"user:p@ss@host:1", "***@host:1 (V)", true, true},
        {"http://user:pass@[::1]:1", "http://***@[::1]:1 (V)", true, true},
        {"ftp://user:pass@host", "ftp://***@host (V)", false, true},
        {"http://user:pass@", "http://***@ (V)", false, true},
        {"http://host:port", "http://host:port (V)", false, true},
        {"http://host:99999", "http://host:99999 (V)", false, true},
        {"http://host:1/path", "http://host:1 (V)", false, true},
        {"http://ho st", "http://ho st (V)", false, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof proxies / sizeof *proxies; i++) {
        char shown[HTTP_PROXY_SHOWN_MAX];
        const struct http_proxy proxy = {proxies[i].url, "V"};
        http_proxy_show(&proxy, shown);
        assert_string_equal(shown, proxies[i].shown);
        if (http_proxy_is_valid(&proxy) != proxies[i].valid ||
            http_proxy_forwards(&proxy) != proxies[i].forwards)
            fail_msg("row %zu: %s", i, proxy.url);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_loopback),
        cmocka_unit_test(test_environment),
        cmocka_unit_test(test_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
