/* SPDX-License-Identifier: Apache-2.0 */
/* From a shared object to a plugin. What is refused, tests/plugins/ shows by the built program. */
#include "harness/cmocka_all.h"

#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "plugin/loader.h"

#define CASES SLRUN_BINARY_DIR "/tests/plugins/"

static void good_plugin_is_whole(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    struct plugin *p = loader_open(CASES "echo/echo.so", &error);
    assert_non_null(p);
    assert_string_equal(p->path, CASES "echo/echo.so");
    assert_string_equal(p->entry.name, "echo");
    assert_string_equal(p->entry.version, "1.2.3");
    assert_int_equal(p->entry.n_ops, 1);
    assert_string_equal(p->ops[0].name, "echo");
    assert_string_equal(p->service.target, "Echo");
    assert_ptr_equal(p->entry.ops, p->ops);
    assert_ptr_equal(p->entry.service, &p->service);
    assert_ptr_equal(p->entry.local, &p->local);
    assert_null(p->state);
    assert_int_equal(loader_init(p, &error), 0);
    assert_non_null(p->state);
    loader_close(p, 1); /* fini() frees the state, or ASan tells */
}

static void plugin_without_a_local_half_has_none(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    struct plugin *p = loader_open(CASES "duplicate-name/twin_a.so", &error);
    assert_non_null(p);
    assert_null(p->entry.local);
    assert_null(p->entry.prelude);
    assert_int_equal(loader_init(p, &error), 0); /* it has no init() */
    loader_close(p, 1);
}

static const struct {
    const char *file, *word;
} refused[] = {
    {"no-symbol/no_symbol.so", "slrun_plugin_entry"},
    {"wrong-major/wrong_major.so", "ABI"},
    {"newer-minor/newer_minor.so", "ABI"},
    {"truncated/truncated.so", "cut short"},
    {"null-build/null_build.so", "ask: required slot 'build'"},
    {"null-service/null_service.so", "required slot 'service'"},
    {"bad-name/bad_name.so", "'Bad Name'"},
    {"not-elf/not_elf.so", "not a loadable plugin"},
    {"half-elf/half_elf.so", "not a loadable plugin"},
    {"no-such-file.so", "cannot be read"},
};

static void wrong_plugins_are_refused_with_one_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct slrun_error error = {0};
        char path[512];
        snprintf(path, sizeof path, CASES "%s", refused[i].file);
        assert_null(loader_open(path, &error));
        assert_int_equal(error.kind, SLRUN_E_PLUGIN);
        if (strncmp(error.message, path, strlen(path)) != 0 ||
            !strstr(error.message, refused[i].word) || strchr(error.message, '\n'))
            fail_msg("%s: %s", refused[i].file, error.message);
    }
}

/* Where the last segment of the good plugin ends in its file. */
static size_t end_of_segments(const unsigned char *bytes)
{
    ElfW(Ehdr) head;
    size_t end = 0;
    memcpy(&head, bytes, sizeof head);
    for (size_t i = 0; i < head.e_phnum; i++) {
        ElfW(Phdr) p;
        memcpy(&p, bytes + head.e_phoff + i * sizeof p, sizeof p);
        if (p.p_type == PT_LOAD && p.p_offset + p.p_filesz > end)
            end = p.p_offset + p.p_filesz;
    }
    return end;
}

/* A copy under way, say. dlopen() would take the process down with it. */
static void cut_files_are_refused(void **state)
{
    (void)state;
    static unsigned char bytes[1 << 20];
    FILE *good = fopen(CASES "echo/echo.so", "rb");
    assert_non_null(good);
    size_t size = fread(bytes, 1, sizeof bytes, good), end = end_of_segments(bytes);
    fclose(good);
    assert_true(end > 0 && end <= size);
    for (size_t left = 1; left <= end; left += 500) {
        size_t cut = end - left;
        char path[] = "/tmp/slrun-cut-XXXXXX";
        struct slrun_error error = {0};
        FILE *file = fdopen(mkstemp(path), "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(bytes, 1, cut, file), cut);
        fclose(file);
        assert_null(loader_open(path, &error));
        assert_non_null(strstr(error.message, "not a loadable plugin"));
        unlink(path);
    }
}

static void failing_init_gets_no_fini(void **state)
{
    (void)state;
    struct slrun_error error = {0};
    struct plugin *p = loader_open(CASES "failing-init/failing_init.so", &error);
    assert_non_null(p);
    assert_int_equal(loader_init(p, &error), -1);
    assert_int_equal(error.kind, SLRUN_E_PLUGIN);
    assert_non_null(strstr(error.message, "the licence has run out"));
    assert_string_equal(error.hint, "buy another one");
    loader_close(p, 0); /* its fini() would abort */
}

static void closing_nothing_does_nothing(void **state)
{
    (void)state;
    loader_close(NULL, 0);
    loader_close(NULL, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_plugin_is_whole),
        cmocka_unit_test(plugin_without_a_local_half_has_none),
        cmocka_unit_test(wrong_plugins_are_refused_with_one_line),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(failing_init_gets_no_fini),
        cmocka_unit_test(closing_nothing_does_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
