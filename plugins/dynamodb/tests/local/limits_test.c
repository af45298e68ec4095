/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Limits of size and number (Developer Guide, "Service quotas"): items of 400 KB, keys of 2048 and
 * 1024 bytes, pages of 1 MB, batches of 25 and 100 requests, answers of 16 MB, transactions of 4
 * MB; capacity by size.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "members.h"
#include "params/param.h"

enum { KIB = 1024, ITEM_MAX = 400 * KIB, SEGMENTS = 7, SCANNED = 200 };

static int set_up(void **state)
{
    static struct cloud cloud;
    cloud_open(&cloud, NULL);
    json_decref(cloud_request(
        &cloud, "CreateTable",
        json_pack("{s:s, s:s, s:[{s:s, s:s}, {s:s, s:s}], s:[{s:s, s:s}, {s:s, s:s}]}", "TableName",
                  "things", "BillingMode", "PAY_PER_REQUEST", "KeySchema", "AttributeName", "p",
                  "KeyType", "HASH", "AttributeName", "s", "KeyType", "RANGE",
                  "AttributeDefinitions", "AttributeName", "p", "AttributeType", "S",
                  "AttributeName", "s", "AttributeType", "N")));
    assert_int_equal(cloud.status, 200);
    *state = &cloud;
    return 0;
}

static int tear_down(void **state)
{
    cloud_close(*state);
    return 0;
}

/* A string of `size` bytes. */
static json_t *filler(size_t size)
{
    char *text = malloc(size + 1);
    assert_non_null(text);
    memset(text, 'x', size);
    text[size] = '\0';
    json_t *json = json_string(text);
    free(text);
    return json;
}

/* An item whose attribute v has `size` bytes: 7 bytes and `size` in all, for one-digit numbers. */
static json_t *item(const char *p, int s, size_t size)
{
    char number[16];
    snprintf(number, sizeof number, "%d", s);
    return json_pack("{s:{s:s}, s:{s:s}, s:{s:o}}", "p", "S", p, "s", "N", number, "v", "S",
                     filler(size));
}

static json_t *put(struct cloud *cloud, json_t *json, bool capacity)
{
    json_t *request = json_pack("{s:s, s:o}", "TableName", "things", "Item", json);
    if (capacity)
        json_object_set_new(request, "ReturnConsumedCapacity", json_string("TOTAL"));
    return cloud_request(cloud, "PutItem", request);
}

static void assert_message(const struct cloud *cloud, const char *message)
{
    json_t *answer = json_loads(cloud->body, 0, NULL);
    assert_int_equal(cloud->status, 400);
    assert_string_equal(json_string_value(json_object_get(answer, "message")), message);
    json_decref(answer);
}

static double units(const json_t *answer)
{
    return json_number_value(
        json_object_get(json_object_get(answer, "ConsumedCapacity"), "CapacityUnits"));
}

static void an_item_has_400_kb_at_most(void **state)
{
    struct cloud *cloud = *state;
    json_decref(put(cloud, item("a", 1, ITEM_MAX - 6), false)); /* p, a, s, 1 (two bytes), v */
    assert_int_equal(cloud->status, 200);
    json_decref(put(cloud, item("a", 1, ITEM_MAX - 5), false));
    assert_message(cloud, "Item size has exceeded the maximum allowed size");
    json_decref(
        cloud_request(cloud, "UpdateItem",
                      json_pack("{s:s, s:{s:{s:s}, s:{s:s}}, s:s, s:{s:{s:s}}}", "TableName",
                                "things", "Key", "p", "S", "a", "s", "N", "1", "UpdateExpression",
                                "SET w = :w", "ExpressionAttributeValues", ":w", "S", "x")));
    assert_message(cloud, "Item size to update has exceeded the maximum allowed size");
}

static void keys_are_bounded(void **state)
{
    struct cloud *cloud = *state;
    for (size_t size = 2048; size <= 2049; size++) {
        json_decref(put(
            cloud, json_pack("{s:{s:o}, s:{s:s}}", "p", "S", filler(size), "s", "N", "1"), false));
        if (size == 2048) {
            assert_int_equal(cloud->status, 200);
        } else {
            assert_message(cloud, "One or more parameter values were invalid: Size of hashkey has "
                                  "exceeded the maximum size limit of2048 bytes");
        }
    }
}

static void writes_count_in_kilobytes(void **state)
{
    struct cloud *cloud = *state;
    static const struct {
        size_t size;
        double units;
    } puts[] = {{KIB - 6, 1}, {KIB - 5, 2}, {10 * KIB, 11}, {1, 11} /* the old item counts */};
    for (size_t i = 0; i < sizeof puts / sizeof *puts; i++) {
        json_t *answer = put(cloud, item("a", 1, puts[i].size), true);
        assert_float_equal(units(answer), puts[i].units, 0);
        json_decref(answer);
    }
}

static void reads_count_in_four_kilobytes(void **state)
{
    struct cloud *cloud = *state;
    static const struct {
        size_t size;
        bool consistent;
        double units;
    } gets[] = {{4 * KIB - 6, true, 1}, {4 * KIB - 5, true, 2}, {4 * KIB - 5, false, 1}};
    for (size_t i = 0; i < sizeof gets / sizeof *gets; i++) {
        json_decref(put(cloud, item("a", 1, gets[i].size), false));
        json_t *answer =
            cloud_request(cloud, "GetItem",
                          json_pack("{s:s, s:{s:{s:s}, s:{s:s}}, s:b, s:s}", "TableName", "things",
                                    "Key", "p", "S", "a", "s", "N", "1", "ConsistentRead",
                                    (int)gets[i].consistent, "ReturnConsumedCapacity", "TOTAL"));
        assert_float_equal(units(answer), gets[i].units, 0);
        json_decref(answer);
    }
}

/* Walks all pages of an operation; the number of items, and of pages in *pages. */
static size_t walk(struct cloud *cloud, const char *operation, json_t *request, size_t *pages)
{
    size_t items = 0;
    for (*pages = 0; *pages < 1000;) {
        json_t *answer = cloud_request(cloud, operation, json_incref(request));
        json_t *last = json_object_get(answer, "LastEvaluatedKey");
        assert_int_equal(cloud->status, 200);
        ++*pages;
        items += json_array_size(json_object_get(answer, "Items"));
        bool done = last == NULL;
        if (!done)
            json_object_set(request, "ExclusiveStartKey", last);
        json_decref(answer);
        if (done)
            break;
    }
    json_decref(request);
    return items;
}

static void pages_end_at_one_megabyte(void **state)
{
    struct cloud *cloud = *state;
    size_t pages;
    for (int i = 0; i < 8; i++)
        json_decref(put(cloud, item("a", i, 300 * KIB), false));
    for (int back = 0; back < 2; back++) {
        json_t *query = json_pack("{s:s, s:s, s:{s:{s:s}}, s:b}", "TableName", "things",
                                  "KeyConditionExpression", "p = :p", "ExpressionAttributeValues",
                                  ":p", "S", "a", "ScanIndexForward", !back);
        assert_int_equal(walk(cloud, "Query", query, &pages), 8);
        assert_int_equal(pages, 3); /* the fourth item passes 1 MB: 4 + 4, and an empty page */
    }
    assert_int_equal(walk(cloud, "Scan", json_pack("{s:s}", "TableName", "things"), &pages), 8);
    assert_int_equal(pages, 3);
}

static void segments_share_out_the_table(void **state)
{
    struct cloud *cloud = *state;
    size_t total = 0;
    size_t pages;
    char name[16];
    for (int i = 0; i < SCANNED; i++) {
        snprintf(name, sizeof name, "k%d", i);
        json_decref(put(cloud, item(name, 1, 1), false));
    }
    for (int i = 0; i < SEGMENTS; i++) {
        size_t n = walk(cloud, "Scan",
                        json_pack("{s:s, s:i, s:i, s:i}", "TableName", "things", "Segment", i,
                                  "TotalSegments", SEGMENTS, "Limit", 10),
                        &pages);
        assert_true(n > 0 && n < SCANNED / 2);
        total += n;
    }
    assert_int_equal(total, SCANNED);
}

static json_t *writes(size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        json_array_append_new(list,
                              json_pack("{s:{s:o}}", "PutRequest", "Item", item("a", (int)i, 1)));
    }
    return json_pack("{s:{s:o}}", "RequestItems", "things", list);
}

static json_t *gets(size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        char number[24];
        snprintf(number, sizeof number, "%zu", i);
        json_array_append_new(list,
                              json_pack("{s:{s:s}, s:{s:s}}", "p", "S", "a", "s", "N", number));
    }
    return json_pack("{s:{s:{s:o}}}", "RequestItems", "things", "Keys", list);
}

static void batches_have_a_greatest_number(void **state)
{
    struct cloud *cloud = *state;
    json_decref(cloud_request(cloud, "BatchWriteItem", writes(25)));
    assert_int_equal(cloud->status, 200);
    json_decref(cloud_request(cloud, "BatchWriteItem", writes(26)));
    assert_int_equal(cloud->status, 400);
    assert_non_null(strstr(cloud->body, "Map value must satisfy constraint: [Member must have "
                                        "length less than or equal to 25, Member must have length "
                                        "greater than or equal to 1]"));
    json_decref(cloud_request(cloud, "BatchGetItem", gets(100)));
    assert_int_equal(cloud->status, 200);
    json_decref(cloud_request(cloud, "BatchGetItem", gets(101)));
    assert_int_equal(cloud->status, 400);
    assert_non_null(strstr(cloud->body, "Member must have length less than or equal to 100"));
}

static void a_batch_answers_16_mb_at_most(void **state)
{
    struct cloud *cloud = *state;
    for (int i = 0; i < 60; i++)
        json_decref(put(cloud, item("a", i, 300 * KIB), false));
    json_t *answer = cloud_request(cloud, "BatchGetItem", gets(60));
    size_t got = json_array_size(json_object_get(json_object_get(answer, "Responses"), "things"));
    json_t *rest = json_object_get(json_object_get(answer, "UnprocessedKeys"), "things");
    assert_int_equal(got, 16 * KIB / 300);
    assert_int_equal(json_array_size(json_object_get(rest, "Keys")), 60 - got);
    json_t *more = json_pack("{s:{s:O}}", "RequestItems", "things", rest);
    json_decref(answer);
    answer = cloud_request(cloud, "BatchGetItem", more);
    assert_int_equal(
        json_array_size(json_object_get(json_object_get(answer, "Responses"), "things")), 60 - got);
    assert_int_equal(json_object_size(json_object_get(answer, "UnprocessedKeys")), 0);
    json_decref(answer);
}

/* Puts of 300 KB each (with a key of 6 bytes, one for the name v), and gets of the same. */
static json_t *transaction(int n, bool reads)
{
    json_t *actions = json_array();
    for (int i = 0; i < n; i++) {
        json_t *one = item("a", i % 10, 300 * KIB - 7);
        char name[16];
        snprintf(name, sizeof name, "%c", 'a' + i);
        json_object_set_new(one, "p", json_pack("{s:s}", "S", name));
        if (reads)
            json_object_del(one, "v");
        json_array_append_new(actions,
                              json_pack("{s:{s:s, s:o}}", reads ? "Get" : "Put", "TableName",
                                        "things", reads ? "Key" : "Item", one));
    }
    return json_pack("{s:o}", "TransactItems", actions);
}

static void a_transaction_has_4_mb_at_most(void **state)
{
    struct cloud *cloud = *state;
    json_decref(cloud_request(cloud, "TransactWriteItems", transaction(13, false)));
    assert_int_equal(cloud->status, 200);
    json_decref(cloud_request(cloud, "TransactWriteItems", transaction(14, false)));
    assert_message(cloud, "Transaction payload size cannot exceed 4MB. Payload Size: : Transaction "
                          "payload size cannot exceed 4MB. Payload Size: 4300784");
    json_decref(put(cloud, item("n", 3, 300 * KIB - 7), false)); /* the fourteenth */
    assert_int_equal(cloud->status, 200);
    json_decref(cloud_request(cloud, "TransactGetItems", transaction(13, true)));
    assert_int_equal(cloud->status, 200);
    json_decref(cloud_request(cloud, "TransactGetItems", transaction(14, true)));
    assert_message(cloud, "The aggregate size of the items in the transaction exceeds 4 MB");
}

/* One byte more than a name may have, wherever the request has it. */
static void names_of_attributes_are_bounded(void **state)
{
    static const char too_large[] = "One or more parameter values were invalid: Attribute name is "
                                    "too large, must be less than 65536 bytes";
    struct cloud *cloud = *state;
    const char *key = "{s:s, s:{s:{s:s}, s:{s:s}}, s:{s:{s:s, s:{s:s}}}}";
    for (size_t size = 65535; size <= 65536; size++) {
        json_t *name = filler(size);
        json_decref(cloud_request(cloud, "UpdateItem",
                                  json_pack(key, "TableName", "things", "Key", "p", "S", "a", "s",
                                            "N", "1", "AttributeUpdates", json_string_value(name),
                                            "Action", "PUT", "Value", "S", "x")));
        size == 65535 ? assert_int_equal(cloud->status, 200) : assert_message(cloud, too_large);
        json_decref(
            cloud_request(cloud, "GetItem",
                          json_pack("{s:s, s:{s:{s:s}, s:{s:s}}, s:[O]}", "TableName", "things",
                                    "Key", "p", "S", "a", "s", "N", "1", "AttributesToGet", name)));
        size == 65535 ? assert_int_equal(cloud->status, 200) : assert_message(cloud, too_large);
        json_decref(cloud_request(cloud, "DeleteItem",
                                  json_pack("{s:s, s:{s:{s:s}, s:{s:s}}, s:{s:{s:b}}}", "TableName",
                                            "things", "Key", "p", "S", "b", "s", "N", "1",
                                            "Expected", json_string_value(name), "Exists", 0)));
        size == 65535 ? assert_int_equal(cloud->status, 200) : assert_message(cloud, too_large);
        json_decref(name);
    }
}

static void all_members_are_checked(void **state)
{
    (void)state;
    assert_in_range(members_most(dynamodb_ops, DYNAMODB_OPS), 1, PARAM_MEMBERS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_item_has_400_kb_at_most, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keys_are_bounded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writes_count_in_kilobytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(reads_count_in_four_kilobytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pages_end_at_one_megabyte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(segments_share_out_the_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(batches_have_a_greatest_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_batch_answers_16_mb_at_most, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_transaction_has_4_mb_at_most, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_of_attributes_are_bounded, set_up, tear_down),
        cmocka_unit_test(all_members_are_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
