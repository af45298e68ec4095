/* SPDX-License-Identifier: Apache-2.0 */
/* The reader of dynamic symbol tables, on files that lie about themselves. */
#include "harness/cmocka_all.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/plugins/plugins_elf.h"

#define GOOD  SLRUN_BINARY_DIR "/tests/plugins/echo/echo.so"
#define ENTRY "slrun_plugin_entry"

struct copy {
    unsigned char *bytes;
    size_t size;
    char path[64];
};

static int open_copy(void **state)
{
    static struct copy copy;
    struct stat st;
    copy = (struct copy){.path = "/tmp/slrun-elf-XXXXXX"};
    int in = open(GOOD, O_RDONLY), out = mkstemp(copy.path);
    if (in < 0 || out < 0 || fstat(in, &st) != 0)
        return -1;
    copy.size = (size_t)st.st_size;
    copy.bytes = malloc(copy.size);
    close(out);
    *state = &copy;
    int got = copy.bytes && read(in, copy.bytes, copy.size) == (ssize_t)copy.size;
    close(in);
    return got ? 0 : -1;
}

static int close_copy(void **state)
{
    struct copy *c = *state;
    unlink(c->path);
    free(c->bytes);
    return 0;
}

static void write_copy(const struct copy *c, size_t size)
{
    FILE *file = fopen(c->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(c->bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* Problems found; reading past anything is for the sanitizers to see. */
static unsigned judge(const char *path)
{
    struct verdict v = {0};
    plugins_elf_symbols(&v, path, ENTRY);
    unsigned problems = v.problems;
    buf_free(&v.text);
    return problems;
}

static void good_file_has_no_problem(void **state)
{
    (void)state;
    assert_int_equal(judge(GOOD), 0);
}

static void other_symbols_are_named(void **state)
{
    (void)state;
    struct verdict v = {0};
    plugins_elf_symbols(&v, SLRUN_BINARY_DIR "/tests/plugins/faulty/faulty.so", ENTRY);
    assert_string_equal(buf_str(&v.text), "it also exports another_symbol\n");
    buf_free(&v.text);
    v = (struct verdict){0};
    plugins_elf_symbols(&v, GOOD, "another_entry");
    assert_int_equal(v.problems, 2);
    assert_string_equal(buf_str(&v.text),
                        "it also exports slrun_plugin_entry\nit does not export another_entry\n");
    buf_free(&v.text);
}

static void what_is_no_file_is_a_problem(void **state)
{
    (void)state;
    assert_true(judge("/no/such/file.so") > 0);
    assert_true(judge("/") > 0);
    assert_true(judge("/dev/null") > 0);
}

static void every_cut_is_a_problem(void **state)
{
    struct copy *c = *state;
    for (size_t size = 0; size < c->size; size += size < 256 ? 1 : 997) {
        write_copy(c, size);
        assert_true(judge(c->path) > 0);
    }
}

/* Each field of the ELF header and of each section header, made as wrong as it can be. */
static void extreme_fields_are_survived(void **state)
{
    struct copy *c = *state;
    ElfW(Ehdr) head;
    memcpy(&head, c->bytes, sizeof head);
    size_t sections = head.e_shnum * sizeof(ElfW(Shdr));
    assert_true(head.e_shoff + sections <= c->size);
    static const unsigned char fills[] = {0x00, 0xff, 0x7f, 0x01};
    for (size_t i = 0; i < sizeof head + sections; i += 4) {
        size_t at = i < sizeof head ? i : head.e_shoff + i - sizeof head;
        unsigned char kept[8];
        size_t n = c->size - at < 8 ? c->size - at : 8;
        memcpy(kept, c->bytes + at, n);
        for (size_t f = 0; f < sizeof fills; f++) {
            memset(c->bytes + at, fills[f], n);
            write_copy(c, c->size);
            judge(c->path);
        }
        memcpy(c->bytes + at, kept, n);
    }
    write_copy(c, c->size);
    assert_int_equal(judge(c->path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_file_has_no_problem),
        cmocka_unit_test(other_symbols_are_named),
        cmocka_unit_test(what_is_no_file_is_a_problem),
        cmocka_unit_test_setup_teardown(every_cut_is_a_problem, open_copy, close_copy),
        cmocka_unit_test_setup_teardown(extreme_fields_are_survived, open_copy, close_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
