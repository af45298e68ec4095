/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets are found in each form that requests and answers give them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "plugin/mask.h"

static void masks(struct mask *mask, const char *text, const char *expected)
{
    struct buf out = BUF_INIT(1 << 16);
    mask_bytes(mask, &out, &(struct mask_shown){text, strlen(text), strlen(text)});
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
    mask_bytes(&mask, &out, &(struct mask_shown){"abctopsecretdef", 6, 15});
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
    mask_bytes(&mask, &out, &(struct mask_shown){"a\0topsecret\0b", 13, 13});
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

static bool needless(const struct mask *mask, const char *text)
{
    return mask_is_needless(mask, text, strlen(text));
}

/* At even and at odd places, and with something between any two of its letters. */
static void always_hides(const struct mask *mask, const char *text)
{
    char changed[64];
    size_t size = strlen(text);
    for (size_t before = 0; before < 4; before++)
        for (size_t i = 0; i <= size; i++) {
            snprintf(changed, sizeof changed, "%.*s%.*s%s%s", (int)before, "qqq", (int)i, text,
                     i % 2 ? "_" : "- .", text + i);
            if (needless(mask, changed))
                fail_msg("%s", changed);
        }
}

/* The parts that mask.lua finds in names, and ends of names, in each way that names are written. */
static void names_that_hide_values(void **state)
{
    (void)state;
    static const char *const hide[] = {"password",  "Passwd",        "pass_phrase",
                                       "SECRET",    "Authorization", "api-key",
                                       "apikey",    "Private_Key",   "a credential is",
                                       "cookie",    "xAmzSignature", "X-Amz-Sig-nature",
                                       "NextToken", "my_pwd",        "AWSAccessKeyId=",
                                       "AWS4-HMAC", "a Bearer x",    "s-e.c_r e-t",
                                       "x-amz-mfa", "customer-key",  "me@x",
                                       "p-w-d",     "token",         "tokentoken"};
    static const char *const do_not[] = {"",
                                         "p",
                                         "pw",
                                         "tok",
                                         "application/x-amz-json-1.0",
                                         "Content-Type",
                                         "2 sect ions",
                                         "passage way",
                                         "con fig",
                                         "pa-ss:word",
                                         "20261121T194200Z",
                                         "x-amz-crc32",
                                         "dynamodb.us-east-1.amazonaws.com",
                                         "{\"TableName\":\"now\",\"Key\":{\"pk\":{\"S\":\"a\"}}}"};
    struct mask mask = {0};
    for (size_t i = 0; i < sizeof hide / sizeof *hide; i++)
        if (needless(&mask, hide[i]))
            fail_msg("%s", hide[i]);
        else
            always_hides(&mask, hide[i]);
    for (size_t i = 0; i < sizeof do_not / sizeof *do_not; i++)
        if (!needless(&mask, do_not[i]))
            fail_msg("%s", do_not[i]);
}

/* The words of mask.lua stand in its tables: none may be missing here. */
static void the_words_of_the_last_pass(void **state)
{
    (void)state;
    char line[512], word[64];
    struct mask mask = {0};
    size_t n = 0;
    FILE *lua = fopen(MASK_LUA, "r");
    assert_non_null(lua);
    for (bool in = false; fgets(line, sizeof line, lua);) {
        in = in || strstr(line, "local PARTS = {") || strstr(line, "local ENDS = {");
        for (const char *at = in ? strchr(line, '"') : NULL; at; at = strchr(at, '"'), n++) {
            size_t size = strcspn(++at, "\"");
            snprintf(word, sizeof word, "%.*s", (int)size, at);
            if (needless(&mask, word))
                fail_msg("%s", word);
            at += size + 1;
        }
        in = in && !strchr(line, '}');
    }
    fclose(lua);
    assert_true(n >= 12);
}

/* Where it says so, nothing is hidden; texts of pieces, some of which hide something. */
static void needless_is_needless(void **state)
{
    (void)state;
    static const char *const pieces[] = {"topsecret",
                                         "top",
                                         "AKIDEXAMPLE",
                                         "AKID",
                                         "X-Amz-Signature=",
                                         "x-amz-security-token%3D",
                                         "://",
                                         "me:pw@",
                                         "@",
                                         "/",
                                         "=",
                                         "&",
                                         "a",
                                         " ",
                                         "-",
                                         "\\u003d",
                                         "X-Amz-"};
    struct mask known = {0}, mask = {.known = &known};
    mask_add(&known, "AKIDEXAMPLE");
    mask_add(&mask, "topsecret");
    unsigned at = 1, hidden = 0;
    for (int i = 0; i < 100000; i++) {
        struct buf text = BUF_INIT(1 << 10), out = BUF_INIT(1 << 11);
        for (int n = 0; n < i % 8; n++) {
            at = at * 1103515245 + 12345;
            buf_puts(&text, pieces[(at >> 16) % (sizeof pieces / sizeof *pieces)]);
        }
        mask_bytes(&mask, &out, &(struct mask_shown){buf_str(&text), text.len, text.len});
        bool same = strcmp(buf_str(&out), buf_str(&text)) == 0;
        assert_true(same || !needless(&mask, buf_str(&text)));
        hidden += !same;
        buf_free(&text);
        buf_free(&out);
    }
    assert_true(hidden > 10000);
    mask_free(&mask);
    mask_free(&known);
}

static void what_is_known_besides(void **state)
{
    (void)state;
    struct mask known = {0}, mask = {.known = &known};
    mask_add(&known, "secret-of-more");
    mask_add(&mask, "secret");
    masks(&mask, "secret-of-more, secret-of", "***, ***-of");
    mask_free(&mask);
    masks(&mask, "secret-of-more, secret-of", "***, secret-of");
    mask_free(&known);
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
        cmocka_unit_test(names_that_hide_values),
        cmocka_unit_test(the_words_of_the_last_pass),
        cmocka_unit_test(needless_is_needless),
        cmocka_unit_test(what_is_known_besides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
