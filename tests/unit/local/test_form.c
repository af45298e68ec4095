/* SPDX-License-Identifier: Apache-2.0 */
/* Forms as the AWS query protocol has them. */
#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "local/protocol/form.h"

static void expect(const char *text, const char *name, const char *value)
{
    size_t size = strlen(text);
    char *exact = malloc(size ? size : 1); /* what reads past its end is found */
    assert_non_null(exact);
    memcpy(exact, text, size);
    struct form *form = form_read(exact, size);
    assert_non_null(form);
    free(exact);
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
    expect("a=x%00y&b=2", "a", "x"); /* as a string; in form_at() it is whole */
    expect("a=x%00y&b=2", "b", "2");
}

static void places(void **state)
{
    (void)state;
    static const char text[] = "a=x%00y&b&=2";
    struct form *form = form_read(text, strlen(text));
    const struct slrun_field *a = form_at(form, 0), *b = form_at(form, 1);
    assert_string_equal(a->name, "a");
    assert_int_equal(a->size, 3);
    assert_memory_equal(a->value, "x\0y", 4);
    assert_string_equal(b->name, "b");
    assert_int_equal(b->size, 0);
    assert_string_equal(b->value, "");
    assert_string_equal(form_at(form, 2)->value, "2");
    assert_null(form_at(form, 3));
    form_free(form);
}

static void most(void **state)
{
    static char text[2 * FORM_FIELDS_MAX];
    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = i % 2 ? '&' : 'a';
    struct form *form = form_read(text, sizeof text - 1);
    assert_non_null(form_at(form, FORM_FIELDS_MAX - 1));
    form_free(form);
    assert_null(form_read(text, sizeof text));
}

static void of_requests(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"/", "a=1", "1"}, {"/?a=2", "a=1", "1"}, {"/?a=2", "", "2"}, {"/", "", NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct slrun_exchange x = {
            .target = rows[i][0], .body = rows[i][1], .size = strlen(rows[i][1])};
        struct form *form = form_of(&x);
        const char *got = form_get(form, "a");
        assert_string_equal(got ? got : "(none)", rows[i][2] ? rows[i][2] : "(none)");
        form_free(form);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields), cmocka_unit_test(empty_ones),  cmocka_unit_test(escapes),
        cmocka_unit_test(places), cmocka_unit_test(of_requests), cmocka_unit_test(most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
