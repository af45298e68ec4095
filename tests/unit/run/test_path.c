/* SPDX-License-Identifier: Apache-2.0 */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "harness/cmocka_all.h"
#include "run/collect/path.h"

static void tidy_is(const char *path, const char *wanted)
{
    char out[PATH_MAX];
    assert_int_equal(path_tidy(path, strlen(path), out, sizeof out), 0);
    assert_string_equal(out, wanted);
}

static void one_spelling(void **state)
{
    (void)state;
    tidy_is("a/b.lua", "a/b.lua");
    tidy_is("./a//b.lua", "a/b.lua");
    tidy_is("a/./b/", "a/b");
    tidy_is("a/../b.lua", "b.lua");
    tidy_is("a/b/../../c", "c");
    tidy_is("../../a", "../../a");
    tidy_is("a/../../b", "../b");
    tidy_is("..a/..", ".");
    tidy_is(".", ".");
    tidy_is("a/..", ".");
    tidy_is("/", "/");
    tidy_is("/../nowhere/x", "/nowhere/x");
    tidy_is("/nowhere//x/.", "/nowhere/x");
}

static void below_the_working_directory(void **state)
{
    (void)state;
    char here[PATH_MAX], path[2 * PATH_MAX];
    assert_non_null(getcwd(here, sizeof here));
    snprintf(path, sizeof path, "%s/a/b.lua", here);
    tidy_is(path, "a/b.lua");
    tidy_is(here, ".");
    snprintf(path, sizeof path, "%sx/b.lua", here);
    tidy_is(path, path);
}

static void too_long(void **state)
{
    (void)state;
    char out[8];
    assert_int_equal(path_tidy("abcdef", 6, out, sizeof out), 0);
    assert_int_equal(path_tidy("abcdefg", 7, out, sizeof out), -1);
}

static void folders(void **state)
{
    (void)state;
    assert_true(path_is_in("a/b.lua", "a"));
    assert_true(path_is_in("a", "a"));
    assert_true(path_is_in("a/b", "."));
    assert_false(path_is_in("ab/c", "a"));
    assert_false(path_is_in("../a", "."));
    assert_false(path_is_in("/a", "."));
}

static void patterns(void **state)
{
    (void)state;
    assert_true(path_fits("a/b/c.lua", "a/*"));
    assert_true(path_fits("a/b/c.lua", "*.lua"));
    assert_true(path_fits("/x/c.lua", "/x/?.lua"));
    assert_false(path_fits("a/b/c.lua", "b/*"));
    assert_false(path_fits("c.lua", "/x/*"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_spelling), cmocka_unit_test(below_the_working_directory),
        cmocka_unit_test(too_long), cmocka_unit_test(folders), cmocka_unit_test(patterns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
