/* SPDX-License-Identifier: Apache-2.0 */
/* Digests against values that AWS has answered with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/digest.h"

static const struct {
    const char *attributes;
    const char *md5; /* NULL: no digest */
} attributes[] = {
    {"{\"timestamp\":{\"DataType\":\"Number\",\"StringValue\":\"1493147359900\"}}",
     "235c5c510d26fb653d073faed50ae77c"},
    {"{\"attr1\":{\"DataType\":\"Binary\",\"BinaryValue\":\"dHJhY2VwYXJlbnQeMDAtNzc0MDYyZDZjMzcwODF"
     "hNWEwYjliNWI4OGUzMDYyN2MtMmQyNDgyMjExZjY0ODlkYS0wMQ==\"}}",
     "8cbe4db156db8a94db8b801b7addb984"},
    {"{\"Hello\":{\"DataType\":\"String\",\"StringValue\":\"There\"},"
     "\"General\":{\"DataType\":\"String\",\"StringValue\":\"Kenobi\"}}",
     "fca026605781cb4126a1e9044df24232"},
    {"{}", "d41d8cd98f00b204e9800998ecf8427e"},
    {"{\"a\":{\"StringValue\":\"x\"}}", NULL},
    {"{\"a\":{\"DataType\":\"Binary\"}}", NULL},
    {"{\"a\":{\"DataType\":\"Binary\",\"BinaryValue\":\"abc\"}}", NULL},
    {"{\"a\":1}", NULL},
};

static void attributes_are_digested(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        char hex[DIGEST_MD5_HEX];
        json_t *json = json_loads(attributes[i].attributes, 0, NULL);
        assert_int_equal(digest_attributes(json, hex), attributes[i].md5 != NULL);
        if (attributes[i].md5 != NULL)
            assert_string_equal(hex, attributes[i].md5);
        json_decref(json);
    }
}

static void bytes_are_digested(void **state)
{
    char md5[DIGEST_MD5_HEX], sha256[DIGEST_SHA256_HEX];
    (void)state;
    assert_true(digest_md5("test", 4, md5));
    assert_string_equal(md5, "098f6bcd4621d373cade4e832627b4f6");
    assert_true(digest_sha256("", 0, sha256));
    assert_string_equal(sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_digested),
        cmocka_unit_test(bytes_are_digested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
