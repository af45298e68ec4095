/* SPDX-License-Identifier: Apache-2.0 */
/* CBOR: the values of RFC 8949's Appendix A that JSON has too, and what is no CBOR. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cbor/cbor_form.h"
#include "cloud.h"

#define CBOR "application/x-amz-cbor-1.1"

static size_t from_hex(const char *hex, unsigned char *bytes)
{
    size_t n = strlen(hex) / 2;
    for (size_t i = 0; i < n; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
        bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    return n;
}

static void values_are_read(void **state)
{
    static const struct {
        const char *hex, *json;
    } values[] = {
        {"00", "0"},
        {"17", "23"},
        {"1818", "24"},
        {"1903e8", "1000"},
        {"1a000f4240", "1000000"},
        {"1b000000e8d4a51000", "1000000000000"},
        {"20", "-1"},
        {"3903e7", "-1000"},
        {"f90000", "0.0"},
        {"f93c00", "1.0"},
        {"f93e00", "1.5"},
        {"f97bff", "65504.0"},
        {"f9c400", "-4.0"},
        {"f90001", "5.960464477539063e-8"},
        {"fa47c35000", "100000.0"},
        {"fb3ff199999999999a", "1.1"},
        {"f4", "false"},
        {"f5", "true"},
        {"f6", "null"},
        {"f7", "null"},
        {"4401020304", "\"AQIDBA==\""},
        {"40", "\"\""},
        {"6161", "\"a\""},
        {"62c3bc", "\"\u00fc\""},
        {"5f42010243030405ff", "\"AQIDBAU=\""},
        {"7f657374726561646d696e67ff", "\"streaming\""},
        {"80", "[]"},
        {"83010203", "[1, 2, 3]"},
        {"9f0102ff", "[1, 2]"},
        {"a0", "{}"},
        {"a26161016162820203", "{\"a\": 1, \"b\": [2, 3]}"},
        {"bf6346756ef563416d7421ff", "{\"Fun\": true, \"Amt\": -2}"},
        {"c11b0000018bcfe5687b", "1700000000.123"},
        {"c1fb41d954fc4000c49c", "1700000000.0120001"},
    };
    unsigned char bytes[64];
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t *got = cbor_form_read(bytes, from_hex(values[i].hex, bytes));
        json_t *wanted = json_loads(values[i].json, JSON_DECODE_ANY, NULL);
        if (wanted == NULL || !json_equal(got, wanted))
            fail_msg("%s is not %s", values[i].hex, values[i].json);
        json_decref(got);
        json_decref(wanted);
    }
}

static void what_is_no_value_is_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        "18",
                                        "1c",
                                        "62c328",
                                        "4401",
                                        "5f01ff",
                                        "82",
                                        "8201",
                                        "a1",
                                        "a101",
                                        "a10101",
                                        "a16161",
                                        "ff",
                                        "0000",
                                        "9bffffffffffffffff",
                                        "5bffffffffffffffff",
                                        "1bffffffffffffffff",
                                        "f97c00",
                                        "f8ff",
                                        "6100",
                                        "c1",
                                        "df01",
                                        "1f"};
    unsigned char bytes[64];
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        json_t *got = cbor_form_read(bytes, from_hex(wrong[i], bytes));
        if (got != NULL)
            fail_msg("%s was read", wrong[i]);
    }
    memset(bytes, 0x81, sizeof bytes); /* deeper than anything is */
    assert_null(cbor_form_read(bytes, sizeof bytes));
}

static void values_are_written(void **state)
{
    static const struct {
        const char *json, *hex;
    } values[] = {
        {"{\"Data\": \"AQIDBA==\"}", "a164446174614401020304"},
        {"{\"Data\": \"\"}", "a1644461746140"},
        {"{\"ATimestamp\": 1700000000.123}", "a16a4154696d657374616d70c11b0000018bcfe5687b"},
        {"[0, 23, 24, 256, 65536, 4294967296, -1, -500]",
         "88001718181901001a000100001b0000000100000000203901f3"},
        {"[true, false, null, 1.5, \"a\"]", "85f5f4f6fb3ff80000000000006161"},
    };
    unsigned char bytes[64];
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        json_t *json = json_loads(values[i].json, 0, NULL);
        size_t size = 0, wanted = from_hex(values[i].hex, bytes);
        char *got = cbor_form_write(json, &size);
        assert_int_equal(size, wanted);
        assert_memory_equal(got, bytes, size);
        free(got);
        json_decref(json);
    }
}

static json_t *call(struct cloud *cloud, const char *operation, const char *json)
{
    json_t *args = json_loads(json, 0, NULL);
    size_t size = 0;
    char *body = cbor_form_write(args, &size);
    cloud_send(cloud, &(struct message){"POST", operation, CBOR, body, size});
    assert_string_equal(cloud->content_type, CBOR);
    free(body);
    json_decref(args);
    return cloud->size == 0 ? json_null() : cbor_form_read(cloud->body, cloud->size);
}

static void the_service_speaks_it(void **state)
{
    struct cloud cloud;
    char body[1024];
    (void)state;
    cloud_open(&cloud, NULL);
    json_decref(call(&cloud, "CreateStream", "{\"StreamName\": \"s\", \"ShardCount\": 1}"));
    assert_int_equal(cloud.status, 200);
    cloud.now_ms += 200;
    json_decref(call(&cloud, "PutRecord",
                     "{\"StreamName\": \"s\", \"PartitionKey\": \"a\", \"Data\": \"AQID\"}"));
    assert_int_equal(cloud.status, 200);
    json_t *answer = call(&cloud, "GetShardIterator",
                          "{\"StreamName\": \"s\", \"ShardId\": \"shardId-0\", "
                          "\"ShardIteratorType\": \"TRIM_HORIZON\"}");
    snprintf(body, sizeof body, "{\"ShardIterator\": \"%s\"}",
             json_string_value(json_object_get(answer, "ShardIterator")));
    json_decref(answer);
    answer = call(&cloud, "GetRecords", body);
    const json_t *record = json_array_get(json_object_get(answer, "Records"), 0);
    assert_string_equal(json_string_value(json_object_get(record, "Data")), "AQID");
    assert_true(json_real_value(json_object_get(record, "ApproximateArrivalTimestamp")) ==
                1700000000.2);
    json_decref(answer);
    answer = call(&cloud, "DescribeStream", "{\"StreamName\": \"t\"}");
    assert_int_equal(cloud.status, 400);
    assert_string_equal(json_string_value(json_object_get(answer, "__type")),
                        "ResourceNotFoundException");
    json_decref(answer);
    cloud_close(&cloud);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read),
        cmocka_unit_test(what_is_no_value_is_refused),
        cmocka_unit_test(values_are_written),
        cmocka_unit_test(the_service_speaks_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
