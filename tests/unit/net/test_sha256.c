/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 and its HMAC: published examples (FIPS 180-2, appendix B; RFC 4231), and pieces. */
#include "net/signature/sha256.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define LONG_TEXT "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

enum { HEX = 2 * SHA256_SIZE + 1, BYTE_AA = 0xaa, LONG_KEY = 131 };

static const char *hex(const unsigned char hash[SHA256_SIZE], char text[HEX])
{
    for (size_t i = 0; i < SHA256_SIZE; i++)
        (void)snprintf(text + 2 * i, 3, "%02x", hash[i]);
    return text;
}

static void check_hash(const char *data, const char *expected)
{
    unsigned char hash[SHA256_SIZE];
    char text[HEX];
    assert_true(sha256(data, data ? strlen(data) : 0, hash));
    assert_string_equal(hex(hash, text), expected);
}

static void hashes(void **state)
{
    (void)state;
    check_hash(NULL, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_hash("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_hash(LONG_TEXT, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void in_pieces(void **state)
{
    SHA256_CTX hash;
    unsigned char out[SHA256_SIZE], whole[SHA256_SIZE];
    (void)state;
    assert_true(sha256(LONG_TEXT, strlen(LONG_TEXT), whole));
    assert_true(sha256_begin(&hash));
    for (const char *at = LONG_TEXT; *at; at++)
        assert_true(sha256_add(&hash, at, 1));
    assert_true(sha256_end(&hash, out));
    assert_memory_equal(out, whole, sizeof out);
}

static void check_hmac(const struct hmac_key *key, const char *data, const char *expected)
{
    unsigned char out[SHA256_SIZE];
    char text[HEX];
    assert_true(hmac_sha256(key, data, strlen(data), out));
    assert_string_equal(hex(out, text), expected);
}

static void short_key(void **state)
{
    struct hmac_key key;
    (void)state;
    assert_true(hmac_set_key(&key, "Jefe", 4));
    for (int i = 0; i < 2; i++) /* a message leaves the key as it was */
        check_hmac(&key, "what do ya want for nothing?",
                   "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

/* Longer than a block: its hash is the key. */
static void long_key(void **state)
{
    struct hmac_key key;
    unsigned char secret[LONG_KEY];
    (void)state;
    memset(secret, BYTE_AA, sizeof secret);
    assert_true(hmac_set_key(&key, secret, sizeof secret));
    check_hmac(&key, "Test Using Larger Than Block-Size Key - Hash Key First",
               "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes),
        cmocka_unit_test(in_pieces),
        cmocka_unit_test(short_key),
        cmocka_unit_test(long_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
