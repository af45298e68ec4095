/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets are found in each form that requests and answers give them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "plugin/mask.h"

static void masks(struct mask *mask, const char *text, const char *expected)
{
    struct buf out = BUF_INIT(1 << 16);
    mask_bytes(mask, &out, text, strlen(text), strlen(text));
    assert_string_equal(buf_str(&out), expected);
    buf_free(&out);
}

static void in_every_form(void **state)
{
    (void)state;
    struct mask mask = {0};
    mask_add(&mask, "p\"ss<w&rd/1=");
    masks(&mask, "plain p\"ss<w&rd/1= end", "plain *** end");
    masks(&mask, "{\"k\":\"p\\\"ss<w&rd/1=\"}", "{\"k\":\"***\"}");
    masks(&mask, "<k>p\"ss&lt;w&amp;rd/1=</k>", "<k>***</k>");
    masks(&mask, "<k>p&quot;ss&lt;w&amp;rd/1=</k>", "<k>***</k>");
    masks(&mask, "k=p%22ss%3Cw%26rd%2F1%3D&l=2", "k=***&l=2");
    masks(&mask, "/p%22ss%3Cw%26rd/1%3D/x", "/***/x");
    masks(&mask, "cCJzczx3JnJkLzE9", "***");
    masks(&mask, "nothing of it", "nothing of it");
    mask_free(&mask);
}

static void the_longest_first(void **state)
{
    (void)state;
    struct mask mask = {0};
    mask_add(&mask, "secret");
    mask_add(&mask, "secret-of-more");
    masks(&mask, "secret-of-more, secret-of", "***, ***-of");
    mask_free(&mask);
}

static void a_short_value_hides_all(void **state)
{
    (void)state;
    struct mask mask = {0};
    mask_add(&mask, "");
    mask_add(&mask, NULL);
    assert_false(mask.has_short);
    mask_add(&mask, "12345");
    assert_true(mask.has_short);
    masks(&mask, "12345", "12345"); /* whoever shows it looks at has_short */
    mask_free(&mask);
}

static void signed_queries(void **state)
{
    (void)state;
    struct mask mask = {0};
    masks(&mask, "https://b/k?X-Amz-Date=1&X-Amz-Credential=AK%2F2&X-Amz-Signature=abc",
          "https://b/k?X-Amz-Date=1&X-Amz-Credential=***&X-Amz-Signature=***");
    masks(&mask, "\"u\":\"h?x-amz-security-token=tok\\u0026a=1\"",
          "\"u\":\"h?x-amz-security-token=***\\u0026a=1\"");
    masks(&mask, "Url=h%3FX-Amz-Signature%3Dabc%26X-Amz-Date%3D1",
          "Url=h%3FX-Amz-Signature%3D***%26X-Amz-Date%3D1");
    masks(&mask, "X-Amz-Signature", "X-Amz-Signature");
    masks(&mask, "at http://me:pw@host/@b, http://host/me@x",
          "at http://***@host/@b, http://host/me@x");
    mask_free(&mask);
}

/* What reaches over the cut is found, and nothing of it is left. */
static void at_the_cut(void **state)
{
    (void)state;
    struct mask mask = {0};
    struct buf out = BUF_INIT(100);
    mask_add(&mask, "topsecret");
    mask_bytes(&mask, &out, "abctopsecretdef", 6, 15);
    assert_string_equal(buf_str(&out), "abc***");
    buf_free(&out);
    mask_free(&mask);
}

static void bytes_with_nul(void **state)
{
    (void)state;
    struct mask mask = {0};
    struct buf out = BUF_INIT(100);
    mask_add(&mask, "topsecret");
    mask_bytes(&mask, &out, "a\0topsecret\0b", 13, 13);
    assert_int_equal(out.len, 7);
    assert_memory_equal(out.data, "a\0***\0b", 7);
    buf_free(&out);
    mask_free(&mask);
}

static void by_name(void **state)
{
    (void)state;
    static const char *const secret[] = {
        "Authorization",        "proxy-authorization",
        "X-Amz-Security-Token", "Cookie",
        "set-cookie",           "x-api-key",
        "X-Auth-Token",         "x-amz-server-side-encryption-customer-key",
        "X-My-Password"};
    static const char *const open[] = {"Host", "X-Amz-Date", "Content-Type", "x-amzn-requestid",
                                       "x-amz-server-side-encryption-customer-key-MD5"};
    for (size_t i = 0; i < sizeof secret / sizeof *secret; i++)
        assert_true(mask_header(secret[i]));
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        assert_false(mask_header(open[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_every_form),
        cmocka_unit_test(the_longest_first),
        cmocka_unit_test(a_short_value_hides_all),
        cmocka_unit_test(signed_queries),
        cmocka_unit_test(at_the_cut),
        cmocka_unit_test(bytes_with_nul),
        cmocka_unit_test(by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
