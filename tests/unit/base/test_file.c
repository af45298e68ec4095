/* SPDX-License-Identifier: Apache-2.0 */
/* Writing all of it, and reading it. */
#include "harness/cmocka_all.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/interrupts.h"

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

/* ---- reading ---- */

static int reads(const char *path, size_t most, const char *expected)
{
    struct buf text = BUF_INIT(most);
    int number = file_read(path, &text);
    assert_true(!expected || strcmp(buf_str(&text), expected) == 0);
    buf_free(&text);
    return number;
}

static void a_file_is_read_as_far_as_there_is_room(void **state)
{
    char path[] = "/tmp/slrun-file-XXXXXX";
    int fd = mkstemp(path);
    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(reads(path, 6, ""), 0);
    assert_int_equal(file_write(fd, "abcdef", 6, -1), 0);
    assert_int_equal(reads(path, 6, "abcdef"), 0);
    assert_int_equal(reads(path, 5, NULL), EFBIG);
    assert_int_equal(reads("/dev/zero", 100000, NULL), EFBIG);
    close(fd);
    unlink(path);
    assert_int_equal(reads(path, 6, ""), ENOENT);
}

static void what_is_no_file_is_not_opened(void **state)
{
    char folder[] = "/tmp/slrun-file-XXXXXX", path[64];
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fifo", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(reads(path, 6, ""), FILE_OTHER);
    assert_int_equal(reads(folder, 6, ""), EISDIR);
    assert_null(file_open(path));
    assert_int_equal(errno, FILE_OTHER);
    unlink(path);
    rmdir(folder);
}

static void bytes_are_those_of_regular_files_alone(void **state)
{
    char folder[] = "/tmp/slrun-file-XXXXXX", path[64], *data;
    size_t size = 1;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/x", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_null(file_bytes(path, 6, &size));
    assert_int_equal(errno, FILE_OTHER);
    assert_null(file_bytes(folder, 6, &size));
    assert_int_equal(errno, EISDIR);
    assert_null(file_bytes("/dev/zero", 6, &size));
    assert_int_equal(errno, FILE_OTHER);
    unlink(path);
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_non_null(data = file_bytes(path, 6, &size));
    assert_int_equal(size, 0);
    assert_string_equal(data, "");
    free(data);
    assert_int_equal(file_write(fd, "ab\0def", 6, -1), 0);
    close(fd);
    assert_non_null(data = file_bytes(path, 6, &size));
    assert_int_equal(size, 6);
    assert_memory_equal(data, "ab\0def", 7);
    free(data);
    assert_null(file_bytes(path, 5, &size));
    assert_int_equal(errno, EFBIG);
    unlink(path);
    rmdir(folder);
}

/* As `<(...)` of a shell. */
static void a_pipe_that_is_named_is_read_to_its_end(void **state)
{
    int ends[2];
    char path[64];
    (void)state;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    assert_int_equal(write(ends[1], "ab\nc", 4), 4);
    close(ends[1]);
    assert_int_equal(reads(path, 6, "ab\nc"), 0);
    close(ends[0]);
}

static void a_signal_ends_the_wait_for_a_pipe(void **state)
{
    int ends[2];
    char path[64];
    (void)state;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    interrupts_notice(SIGALRM);
    alarm(1);
    assert_int_equal(reads(path, 6, ""), EINTR);
    interrupts_heard();
    close(ends[0]);
    close(ends[1]);
}

static void lines_come_one_by_one(void **state)
{
    FILE *file = tmpfile();
    struct buf line = BUF_INIT(4);
    (void)state;
    assert_true(file && fputs("a\n\nbcd\ntoo long\nx", file) >= 0);
    rewind(file);
    assert_true(file_line(file, &line) && strcmp(buf_str(&line), "a\n") == 0);
    assert_true(file_line(file, &line) && strcmp(buf_str(&line), "\n") == 0);
    assert_true(file_line(file, &line) && strcmp(buf_str(&line), "bcd\n") == 0);
    assert_false(file_line(file, &line));
    assert_true(line.failed);
    assert_int_equal(fseek(file, -1, SEEK_END), 0);
    assert_true(file_line(file, &line) && strcmp(buf_str(&line), "x") == 0);
    assert_false(file_line(file, &line));
    assert_false(line.failed);
    buf_free(&line);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_where_it_is_wanted),
        cmocka_unit_test(what_keeps_it_from_being_whole_is_told),
        cmocka_unit_test(a_file_is_read_as_far_as_there_is_room),
        cmocka_unit_test(what_is_no_file_is_not_opened),
        cmocka_unit_test(bytes_are_those_of_regular_files_alone),
        cmocka_unit_test(a_pipe_that_is_named_is_read_to_its_end),
        cmocka_unit_test(a_signal_ends_the_wait_for_a_pipe),
        cmocka_unit_test(lines_come_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
