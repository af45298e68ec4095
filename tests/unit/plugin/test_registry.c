/* SPDX-License-Identifier: Apache-2.0 */
/* Where plugins are looked for, and which of two is taken. */
#include "harness/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "plugin/registry.h"

#define CASES SLRUN_BINARY_DIR "/tests/plugins/"

/* A folder that a test fills with links to plugins. */
struct folder {
    struct registry *registry;
    struct slrun_error error;
    char dir[64], links[8][128];
    size_t n;
};

static int open_folder(void **state)
{
    static struct folder folder;
    folder = (struct folder){.registry = registry_new(), .dir = "/tmp/slrun-registry-XXXXXX"};
    *state = &folder;
    return folder.registry && mkdtemp(folder.dir) ? 0 : -1;
}

static int close_folder(void **state)
{
    struct folder *f = *state;
    while (f->n > 0)
        unlink(f->links[--f->n]);
    registry_free(f->registry);
    error_clear(&f->error);
    return rmdir(f->dir);
}

/* The registry resolves links when a place is named, so paths in messages are those of the targets.
 */
static void put(struct folder *f, const char *target, const char *name)
{
    char *link = f->links[f->n++];
    snprintf(link, sizeof f->links[0], "%s/%s", f->dir, name);
    assert_int_equal(symlink(target, link), 0);
}

static void found_when_asked_for(void **state)
{
    struct folder *f = *state;
    put(f, CASES "echo/echo.so", "echo.so");
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_int_equal(registry_count(f->registry), 0);
    const struct plugin *p = registry_find(f->registry, "echo", &f->error);
    assert_non_null(p);
    assert_int_equal(registry_count(f->registry), 1);
    assert_ptr_equal(registry_find(f->registry, "echo", &f->error), p);
    assert_ptr_equal(registry_at(f->registry, 0), p);
    assert_null(registry_at(f->registry, 1));
}

static void named_places_are_loaded_at_once(void **state)
{
    struct folder *f = *state;
    put(f, CASES "echo/echo.so", "echo.so");
    put(f, CASES "not-elf/not_elf.so", "ignored.txt");
    assert_int_equal(registry_add_path(f->registry, f->dir, true, &f->error), 0);
    assert_int_equal(registry_count(f->registry), 1);
}

static void file_can_be_named(void **state)
{
    struct folder *f = *state;
    assert_int_equal(registry_add_path(f->registry,
                                       CASES "echo/echo.so:" CASES "duplicate-name/twin_a.so", true,
                                       &f->error),
                     0);
    assert_int_equal(registry_count(f->registry), 2);
    assert_non_null(registry_find(f->registry, "twin", &f->error));
}

static void fault_in_a_named_place_is_an_error(void **state)
{
    struct folder *f = *state;
    put(f, CASES "echo/echo.so", "a.so");
    put(f, CASES "wrong-major/wrong_major.so", "b.so");
    assert_int_equal(registry_add_path(f->registry, f->dir, true, &f->error), -1);
    assert_int_equal(f->error.kind, SLRUN_E_PLUGIN);
    assert_non_null(strstr(f->error.message, "b.so"));
}

static void fault_elsewhere_shows_when_it_is_asked_for(void **state)
{
    struct folder *f = *state;
    put(f, CASES "wrong-major/wrong_major.so", "minimal.so");
    put(f, CASES "echo/echo.so", "echo.so");
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_non_null(registry_find(f->registry, "echo", &f->error));
    assert_null(registry_find(f->registry, "minimal", &f->error));
    assert_non_null(strstr(f->error.message, "ABI"));
    assert_int_equal(registry_load_all(f->registry, &f->error), -1);
}

static void two_of_one_name_are_a_fault(void **state)
{
    struct folder *f = *state;
    assert_int_equal(registry_add_path(f->registry, CASES "duplicate-name", true, &f->error), -1);
    assert_non_null(strstr(f->error.message, "'twin' is already loaded"));
    assert_non_null(strstr(f->error.message, "twin_a.so"));
    assert_non_null(strstr(f->error.message, "twin_b.so"));
}

static void named_one_stands_before_one_that_is_not(void **state)
{
    struct folder *f = *state;
    put(f, CASES "duplicate-name/twin_b.so", "twin.so");
    assert_int_equal(
        registry_add_path(f->registry, CASES "duplicate-name/twin_a.so", true, &f->error), 0);
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_int_equal(registry_load_all(f->registry, &f->error), 0);
    assert_int_equal(registry_count(f->registry), 1);
    const struct plugin *p = registry_find(f->registry, "twin", &f->error);
    assert_string_equal(p->path, CASES "duplicate-name/twin_a.so");
}

static void same_file_twice_is_one_plugin(void **state)
{
    struct folder *f = *state;
    assert_int_equal(registry_add_path(f->registry,
                                       CASES "echo:" CASES "echo/echo.so:" CASES "echo", true,
                                       &f->error),
                     0);
    assert_int_equal(registry_count(f->registry), 1);
}

static void unknown_plugin_names_places_and_the_nearest(void **state)
{
    struct folder *f = *state;
    put(f, CASES "echo/echo.so", "echo.so");
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_null(registry_find(f->registry, "ehco", &f->error));
    assert_non_null(strstr(f->error.message, f->dir));
    assert_non_null(strstr(f->error.hint, "'echo'"));
    assert_null(registry_find(f->registry, "./echo", &f->error)); /* a name is no path */
    assert_non_null(strstr(f->error.message, "no plugin './echo'"));
    assert_null(registry_find(f->registry, "", &f->error));
}

static void file_with_another_plugin_in_it_is_not_taken(void **state)
{
    struct folder *f = *state;
    put(f, CASES "echo/echo.so", "other.so");
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_null(registry_find(f->registry, "other", &f->error));
    assert_non_null(strstr(f->error.message, "another name"));
}

static void places_that_are_not_there(void **state)
{
    struct folder *f = *state;
    assert_int_equal(registry_add_path(f->registry, "/no/such/place", false, &f->error), 0);
    assert_int_equal(registry_add_path(f->registry, ":::", true, &f->error), 0);
    assert_int_equal(registry_add_path(f->registry, "/no/such/place", true, &f->error), -1);
    assert_non_null(strstr(f->error.message, "/no/such/place"));
    char *longer = malloc(10001);
    memset(longer, 'a', 10000);
    longer[10000] = '\0';
    assert_int_equal(registry_add_path(f->registry, longer, true, &f->error), -1);
    free(longer);
}

static void paths_are_bounded(void **state)
{
    struct folder *f = *state;
    for (int i = 0; i < REGISTRY_PATHS_MAX; i++)
        assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), 0);
    assert_int_equal(registry_add_path(f->registry, f->dir, false, &f->error), -1);
    assert_int_equal(f->error.kind, SLRUN_E_PLUGIN);
}

static void operations_are_found_by_name(void **state)
{
    struct folder *f = *state;
    const char *near = NULL;
    assert_int_equal(registry_add_path(f->registry, CASES "echo", true, &f->error), 0);
    const struct plugin *p = registry_find(f->registry, "echo", &f->error);
    assert_ptr_equal(plugin_op(p, "echo", NULL), &p->ops[0]);
    assert_null(plugin_op(p, "ecko", &near));
    assert_string_equal(near, "echo");
    assert_null(plugin_op(p, "something", &near));
    assert_null(near);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_folder, close_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(found_when_asked_for),
        TEST(named_places_are_loaded_at_once),
        TEST(file_can_be_named),
        TEST(fault_in_a_named_place_is_an_error),
        TEST(fault_elsewhere_shows_when_it_is_asked_for),
        TEST(two_of_one_name_are_a_fault),
        TEST(named_one_stands_before_one_that_is_not),
        TEST(same_file_twice_is_one_plugin),
        TEST(unknown_plugin_names_places_and_the_nearest),
        TEST(file_with_another_plugin_in_it_is_not_taken),
        TEST(places_that_are_not_there),
        TEST(paths_are_bounded),
        TEST(operations_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
