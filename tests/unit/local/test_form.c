/* SPDX-License-Identifier: Apache-2.0 */
/* Forms as the AWS query protocol has them. */
#include "harness/cmocka_all.h"

#include <string.h>

#include "local/form.h"

static void expect(const char *text, const char *name, const char *value)
{
    struct form *form = form_read(text, strlen(text));
    assert_non_null(form);
    const char *got = form_get(form, name);
    if (value)
        assert_string_equal(got ? got : "(none)", value);
    else
        assert_null(got);
    form_free(form);
}

static void fields(void **state)
{
    (void)state;
    expect("Action=Get&Version=1", "Action", "Get");
    expect("Action=Get&Version=1", "Version", "1");
    expect("Action=Get&Version=1", "Get", NULL);
    expect("a=1&a=2", "a", "1");
    expect("a=b=c", "a", "b=c");
    expect("", "a", NULL);
}

static void empty_ones(void **state)
{
    (void)state;
    expect("a", "a", "");
    expect("a&b=2", "a", "");
    expect("a&b=2", "b", "2");
    expect("a=&b=2", "a", "");
    expect("a=&b=2", "b", "2");
    expect("&&b=2&", "b", "2");
    expect("=x&b=2", "b", "2");
    expect("=x&b=2", "", "x");
}

static void escapes(void **state)
{
    (void)state;
    expect("Tags.member.1.Key=a+b%26c%3d%C3%A9", "Tags.member.1.Key", "a b&c=\xc3\xa9");
    expect("%61=1", "a", "1");
    expect("a=%zz%4", "a", "%zz%4");
    expect("a=x%00y&b=2", "a", "x%00y");
    expect("a=x%00y&b=2", "b", "2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields),
        cmocka_unit_test(empty_ones),
        cmocka_unit_test(escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
