/* SPDX-License-Identifier: Apache-2.0 */
/* Writing all of it. */
#include "harness/cmocka_all.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

static void it_goes_where_it_is_wanted(void **state)
{
    char path[] = "/tmp/slrun-file-XXXXXX", text[16] = "";
    int fd = mkstemp(path);
    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(file_write(fd, "abc", 3, -1), 0);
    assert_int_equal(file_write(fd, "def", 3, -1), 0);
    assert_int_equal(file_write(fd, "XY", 2, 2), 0);
    assert_int_equal(file_write(fd, "", 0, -1), 0);
    assert_int_equal(pread(fd, text, sizeof text - 1, 0), 6);
    assert_string_equal(text, "abXYef");
    close(fd);
    unlink(path);
}

static void what_keeps_it_from_being_whole_is_told(void **state)
{
    (void)state;
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    assert_int_equal(file_write(-1, "a", 1, -1), EBADF);
    assert_true(fd >= 0);
    assert_int_equal(file_write(fd, "a", 1, -1), ENOSPC);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_where_it_is_wanted),
        cmocka_unit_test(what_keeps_it_from_being_whole_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
