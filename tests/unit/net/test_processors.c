/* SPDX-License-Identifier: Apache-2.0 */
/* Quotas of control groups, in a folder that looks as theirs does. */
#include "net/processors.h"

/* cmocka.h needs these before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 256 };

static const char *const folders[] = {"", "/a", "/a/b"};

static void path_of(char path[PATH_SIZE], const char *mount, size_t folder, const char *name)
{
    (void)snprintf(path, PATH_SIZE, "%s%s%s", mount, folders[folder], name);
}

static void write_quota(const char *mount, size_t folder, const char *text)
{
    char path[PATH_SIZE];
    path_of(path, mount, folder, "/cpu.max");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void check(const char *mount, const char *group, double quota)
{
    double found = processors_quota(mount, group);
    assert_true(isinf(quota) ? isinf(found) : fabs(found - quota) < 1e-9);
}

static void quotas(void **state)
{
    char mount[] = "/tmp/slrun-processors-XXXXXX", path[PATH_SIZE];
    (void)state;
    assert_non_null(mkdtemp(mount));
    for (size_t i = 1; i < sizeof folders / sizeof *folders; i++) {
        path_of(path, mount, i, "");
        assert_int_equal(mkdir(path, 0700), 0);
    }
    check(mount, "/a/b", HUGE_VAL);
    check(mount, "", HUGE_VAL);
    write_quota(mount, 1, "150000 100000\n");
    check(mount, "/a/b", 1.5);
    check(mount, "/a", 1.5);
    check(mount, "/a/", 1.5);
    check(mount, "/", HUGE_VAL);
    write_quota(mount, 2, "max 100000\n");
    check(mount, "/a/b", 1.5);
    write_quota(mount, 2, "50000 100000\n");
    check(mount, "/a/b", 0.5);
    check(mount, "/a", 1.5);
    write_quota(mount, 0, "20000 100000\n");
    check(mount, "/a/b", 0.2);
    check(mount, "/", 0.2);
    write_quota(mount, 2, "");
    check(mount, "/a/b", 0.2);
    for (size_t i = sizeof folders / sizeof *folders; i-- > 0;) {
        path_of(path, mount, i, "/cpu.max");
        assert_int_equal(unlink(path), 0);
        path_of(path, mount, i, "");
        assert_int_equal(rmdir(path), 0);
    }
}

static void there_is_some(void **state)
{
    (void)state;
    double found = processors_available();
    assert_true(found > 0 && found <= (double)sysconf(_SC_NPROCESSORS_CONF));
}

static void whole_ones(void **state)
{
    (void)state;
    assert_int_equal(processors_whole(0.01), 1);
    assert_int_equal(processors_whole(1.5), 1);
    assert_int_equal(processors_whole(2), 2);
    assert_int_equal(processors_whole(7.9), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(quotas), cmocka_unit_test(there_is_some),
                                       cmocka_unit_test(whole_ones)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
