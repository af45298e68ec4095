/* SPDX-License-Identifier: Apache-2.0 */
/* Directories that are made with those above them. */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/directory.h"

static void test_make(void **state)
{
    char top[] = "/tmp/slrun-directory-XXXXXX", path[256], file[128];
    struct stat st;
    (void)state;
    assert_non_null(mkdtemp(top));
    snprintf(path, sizeof path, "%s/a/b/", top);
    for (int again = 0; again < 2; again++) {
        assert_int_equal(directory_make(path, 0700), 0);
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode & 07777, 0700);
    }
    snprintf(file, sizeof file, "%s/file", top);
    close(open(file, O_CREAT | O_WRONLY, 0600));
    assert_int_equal(directory_make(file, 0700), -1);
    assert_int_equal(errno, ENOTDIR);
    snprintf(path, sizeof path, "%s/c", file);
    assert_int_equal(directory_make(path, 0700), -1);
    assert_int_equal(errno, ENOTDIR);
    unlink(file);
    snprintf(path, sizeof path, "%s/a/b", top);
    rmdir(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    assert_int_equal(rmdir(top), 0);
}

static void test_bounds(void **state)
{
    char path[DIRECTORY_PATH_MAX + 1];
    (void)state;
    assert_int_equal(directory_make("", 0700), -1);
    assert_int_equal(errno, ENOENT);
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    assert_int_equal(directory_make(path, 0700), -1);
    assert_int_equal(errno, ENAMETOOLONG);
    assert_int_equal(directory_make("/", 0700), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_make), cmocka_unit_test(test_bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
