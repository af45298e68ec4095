/* SPDX-License-Identifier: Apache-2.0 */
/* The parts below the operations: XML, dates, ranges, encodings, sums, hosts, patterns, forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <slrun/time.h>

#include "address.h"
#include "date.h"
#include "form.h"
#include "hex.h"
#include "object/range.h"
#include "object/sums.h"
#include "utf8.h"
#include "xml.h"

static struct slice slice(const char *text)
{
    return (struct slice){text, strlen(text)};
}

#define XSI " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""

static void test_xml_reads_and_writes(void **state)
{
    struct pool pool = {.blocks = NULL};
    struct text text = {.pool = &pool};
    (void)state;
    const struct xml_node *root = xml_parse(
        &pool, slice("<?xml version=\"1.0\"?><a xmlns=\"x\" xmlns:y=\"z\">\n <y:b>1 &lt; 2"
                     "</y:b><c y:type=\"t\" xsi:type=\"u\"/><b>&#233;<!-- -->+</b></a>"));
    assert_non_null(root);
    assert_string_equal(root->name, "a");
    assert_string_equal(xml_text(root, "b"), "1 < 2");
    assert_string_equal(xml_child(root, "c")->type, "u");
    assert_string_equal(xml_again(xml_child(root, "b"))->text.data, "\xc3\xa9+");
    xml_write_root(&text, root);
    assert_string_equal(text.data, XML_HEAD "<a xmlns=\"" XML_NAMESPACE "\"><b>1 &lt; 2</b><c" XSI
                                            " xsi:type=\"u\"></c><b>\xc3\xa9+</b></a>");
    pool_free(&pool);
}

static void test_xml_refuses(void **state)
{
    static const char *const wrong[] = {"",
                                        "<a>",
                                        "<a></b>",
                                        "<a/><b/>",
                                        "<!DOCTYPE a><a/>",
                                        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                                        "<a>\xff</a>",
                                        "text"};
    char deep[1024] = "";
    struct pool pool = {.blocks = NULL};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_null(xml_parse(&pool, slice(wrong[i])));
    for (int i = 0; i < XML_DEPTH_MAX + 1; i++)
        strcat(deep, "<a>");
    for (int i = 0; i < XML_DEPTH_MAX + 1; i++)
        strcat(deep, "</a>");
    assert_null(xml_parse(&pool, slice(deep)));
    pool_free(&pool);
}

static void test_xml_rules(void **state)
{
    static const char *const words[] = {"On", "Off", NULL};
    static const struct xml_rule inner[] = {{"n", XML_INTEGER, 1, 1, NULL, NULL},
                                            {"w", XML_TEXT, 0, 2, words, NULL},
                                            {"d", XML_DATE, 0, 1, NULL, NULL},
                                            {NULL}};
    static const struct xml_rule rule = {"a", XML_GROUP, 1, 1, NULL, inner};
    static const struct {
        const char *text;
        bool valid;
    } rows[] = {{"<a><n>1</n></a>", true},
                {"<a><w>On</w><n>-1</n><w>Off</w></a>", true},
                {"<a></a>", false},
                {"<a><n>x</n></a>", false},
                {"<a><n>1</n><n>2</n></a>", false},
                {"<a><n>1</n><o/></a>", false},
                {"<a><n>1</n><w>on</w></a>", false},
                {"<a><n><w>On</w></n></a>", false},
                {"<a><n>1</n><d>2020-02-03T00:00:00Z</d></a>", true},
                {"<a><n>1</n><d>soon</d></a>", false},
                {"<b><n>1</n></b>", false}};
    struct pool pool = {.blocks = NULL};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct xml_node *root = xml_parse(&pool, slice(rows[i].text));
        assert_non_null(root);
        if (xml_valid(root, &rule) != rows[i].valid)
            fail_msg("%s", rows[i].text);
    }
    pool_free(&pool);
}

static void test_dates(void **state)
{
    static const struct {
        const char *text;
        int64_t ms;
    } iso[] = {{"2006-02-03T16:45:09.000Z", INT64_C(1138985109000)},
               {"2006-02-03T16:45:09.25Z", INT64_C(1138985109250)},
               {"2006-02-03T17:45:09+01:00", INT64_C(1138985109000)},
               {"2006-02-03", INT64_C(1138924800000)}},
      http[] = {{"Fri, 03 Feb 2006 16:45:09 GMT", INT64_C(1138985109000)},
                {"Friday, 03-Feb-06 16:45:09 GMT", INT64_C(1138985109000)},
                {"Fri Feb  3 16:45:09 2006", INT64_C(1138985109000)}};
    char text[SLRUN_TIME_HTTP_SIZE];
    int64_t ms;
    (void)state;
    for (size_t i = 0; i < sizeof iso / sizeof *iso; i++) {
        assert_true(slrun_time_read(iso[i].text, SLRUN_TIME_ANY, &ms));
        assert_int_equal(ms, iso[i].ms);
    }
    for (size_t i = 0; i < sizeof http / sizeof *http; i++) {
        assert_true(date_read_http(http[i].text, &ms));
        assert_int_equal(ms, http[i].ms);
    }
    slrun_time_http(INT64_C(1138985109000), text);
    assert_string_equal(text, http[0].text);
    slrun_time_text(INT64_C(1138985109000), 1, text);
    assert_string_equal(text, iso[0].text);
    assert_false(slrun_time_read("2006-13-03T16:45:09Z", SLRUN_TIME_ANY, &ms));
    assert_false(slrun_time_read("2006-02-03T16:45:09Q", SLRUN_TIME_ANY, &ms));
    assert_false(date_read_http("yesterday", &ms));
}

static void test_sums_combine(void **state)
{
    static const char text[] = "What is summed in two parts is summed as one.";
    (void)state;
    for (int kind = 0; kind <= S3_CHECKSUM_CRC64NVME; kind++) {
        for (size_t cut = 0; cut < sizeof text; cut++) {
            char whole[S3_CHECKSUM_TEXT_SIZE], first[S3_CHECKSUM_TEXT_SIZE];
            char second[S3_CHECKSUM_TEXT_SIZE];
            enum s3_checksum_kind k = (enum s3_checksum_kind)kind;
            assert_true(s3_checksum(k, text, sizeof text, whole));
            assert_true(s3_checksum(k, text, cut, first));
            assert_true(s3_checksum(k, text + cut, sizeof text - cut, second));
            sum_combine(k, first, second, sizeof text - cut);
            assert_string_equal(first, whole);
        }
    }
    assert_int_equal(sum_kind("sha256"), S3_CHECKSUM_SHA256);
    assert_int_equal(sum_kind("md4"), SUM_NONE);
    assert_true(sum_well_formed(S3_CHECKSUM_CRC32, "NhCmhg=="));
    assert_false(sum_well_formed(S3_CHECKSUM_CRC32C, "NhCmhgA="));
}

static void test_hexadecimal_digits(void **state)
{
    uint8_t bytes[8];
    (void)state;
    assert_int_equal(hex_decode("0aff", bytes, sizeof bytes), 2);
    assert_int_equal(hex_decode("0g", bytes, sizeof bytes), -1);
}

static void test_hosts(void **state)
{
    static const struct {
        const char *host, *bucket;
    } rows[] = {{"localhost:4566", ""},
                {"127.0.0.1:4566", ""},
                {"[::1]:4566", ""},
                {"s3.localhost", ""},
                {"s3.us-east-1.amazonaws.com", ""},
                {"s3-us-west-2.amazonaws.com", ""},
                {"127.0.0.1.nip.io", ""},
                {"one.s3.localhost:1", "one"},
                {"one.two.s3.eu-west-1.amazonaws.com", "one.two"},
                {"a.s3.b.s3.localhost", "a.s3.b"},
                {"one.s3-us-west-2.amazonaws.com", "one"},
                {"one.localhost", "one"},
                {"one.127.0.0.1.nip.io", "one"},
                {"one.two.10.0.0.1.sslip.io:80", "one.two"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t size = address_host_bucket(rows[i].host);
        if (size != strlen(rows[i].bucket) || strncmp(rows[i].host, rows[i].bucket, size) != 0)
            fail_msg("%s: %zu", rows[i].host, size);
    }
}

static void test_utf8(void **state)
{
    static const char *const wrong[] = {"\x80",         "\xc3",         "\xc0\x80",
                                        "\xe0\x80\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80"};
    struct pool pool = {.blocks = NULL};
    (void)state;
    assert_true(utf8_valid(slice("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(utf8_valid(slice(wrong[i])));
    assert_string_equal(latin_to_utf8(&pool, "a\xe9"), "a\xc3\xa9");
    assert_string_equal(utf8_to_latin(&pool, "a\xc3\xa9"), "a\xe9");
    assert_string_equal(percent_decode(&pool, slice("a%20+%zz%"), false).data, "a +%zz%");
    assert_string_equal(percent_decode(&pool, slice("a%20+%2"), true).data, "a  %2");
    pool_free(&pool);
}

static void test_forms(void **state)
{
    static const char type[] = "multipart/form-data; boundary=\"XX\"";
    static const char body[] =
        "--XX\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nvalue\r\n"
        "--XX\r\nContent-Disposition: form-data; name=file; "
        "filename=\"f.txt\"\r\nContent-Type: text/x\r\n\r\n--X\r\n\r\n--XX--";
    struct pool pool = {.blocks = NULL};
    struct form *form = malloc(sizeof *form);
    (void)state;
    assert_non_null(form);
    assert_true(form_read(form, &pool, type, slice(body)));
    assert_string_equal(form_value(form, "KEY"), "value");
    assert_string_equal(form_find(form, "file")->filename, "f.txt");
    assert_int_equal(form_find(form, "file")->value.size, 5);
    assert_false(form_read(form, &pool, "text/plain", slice(body)));
    assert_false(form_read(form, &pool, NULL, slice(body)));
    for (size_t n = 0; n < sizeof body - 6; n++) { /* cut anywhere it is none */
        char *cut = malloc(n + 1);
        assert_non_null(cut);
        memcpy(cut, body, n);
        cut[n] = '\0';
        if (form_read(form, &pool, type, (struct slice){cut, n}) && form_find(form, "file"))
            fail_msg("cut at %zu", n);
        free(cut);
    }
    free(form);
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_xml_reads_and_writes),
                                       cmocka_unit_test(test_xml_refuses),
                                       cmocka_unit_test(test_xml_rules),
                                       cmocka_unit_test(test_dates),
                                       cmocka_unit_test(test_sums_combine),
                                       cmocka_unit_test(test_hexadecimal_digits),
                                       cmocka_unit_test(test_hosts),
                                       cmocka_unit_test(test_utf8),
                                       cmocka_unit_test(test_forms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
