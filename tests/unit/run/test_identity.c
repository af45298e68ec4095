/* SPDX-License-Identifier: Apache-2.0 */
#include "harness/cmocka_all.h"

#include <string.h>

#include "run/ledger/identity.h"

static void an_access_key_tells_its_account(void **state)
{
    (void)state;
    char account[IDENTITY_ACCOUNT_MAX];
    assert_true(identity_account("ASIAQNZGKIQY56JQ7WML", account));
    assert_string_equal(account, "029608264753");
    /* of before 2019, of an emulator, of another kind, not base32 */
    static const char *const without[] = {"AKIAIOSFODNN7EXAMPLE", "test", "",
                                          "LSIAQNZGKIQY56JQ7WML", "ASIAQ1ZGKIQY56JQ7WML"};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        assert_false(identity_account(without[i], account));
        assert_string_equal(account, "");
    }
}

static void keys_are_masked(void **state)
{
    (void)state;
    struct identity id = {0};
    identity_set_key(&id, "ASIAQNZGKIQY56JQ7WML", true);
    assert_string_equal(id.key, "ASIA...7WML");
    assert_string_equal(id.account, "029608264753");
    identity_set_key(&id, "test", false);
    assert_string_equal(id.key, "test...");
    assert_string_equal(id.account, "");
    identity_set_key(&id, NULL, false);
    assert_string_equal(id.key, "");
}

static void the_same_place_or_not(void **state)
{
    (void)state;
    const struct identity a = {.target = "endpoint", .endpoint = "http://h:1", .region = "r"};
    struct identity b = a;
    assert_true(identity_same(&a, &b));
    b.endpoint = "http://h:1/";
    assert_true(identity_same(&a, &b));
    b.endpoint = "http://h:2";
    assert_false(identity_same(&a, &b));
    b.endpoint = NULL;
    assert_false(identity_same(&a, &b));
    b = a;
    b.region = "s";
    assert_false(identity_same(&a, &b));
    b = a;
    b.target = "aws";
    assert_false(identity_same(&a, &b));
    b = a;
    strcpy(b.account, "123456789012");
    assert_true(identity_same(&a, &b)); /* one of them does not know */
    struct identity c = b;
    c.account[0] = '2';
    assert_false(identity_same(&b, &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_access_key_tells_its_account),
        cmocka_unit_test(keys_are_masked),
        cmocka_unit_test(the_same_place_or_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
