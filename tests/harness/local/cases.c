/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests and answers as data: cases.c [--memory] FILE... A file has "cases", each a "name" and
 * "steps" (steps.h), on a service of its own. A case may "use" lists of steps, which the file has
 * as "setups".
 *
 * With --memory each step of a case runs again and again, always on a service of its own, while
 * one allocation fails after the other (starve.h): it must be answered, whatever with, and neither
 * crash nor leak.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cloud.h"
#include "starve.h"
#include "steps.h"

struct one {
    json_t *file, *json;
};

static struct run run_of(const struct one *one)
{
    return (struct run){.file = one->file,
                        .kept = json_object(),
                        .name = json_string_value(json_object_get(one->json, "name"))};
}

/* The steps that a case uses, of the file's setups. */
static json_t *used_steps(const struct one *one)
{
    json_t *all = json_array(), *name;
    size_t i;
    json_array_foreach (json_object_get(one->json, "use"), i, name)
        json_array_extend(
            all, json_object_get(json_object_get(one->file, "setups"), json_string_value(name)));
    return all;
}

static void run_case(void **state)
{
    const struct one *one = *state;
    struct run run = run_of(one);
    json_t *used = used_steps(one);
    cloud_open(&run.cloud, NULL);
    if (json_array_size(used) > 0)
        steps_do(&run, used);
    steps_do(&run, json_object_get(one->json, "steps"));
    cloud_close(&run.cloud);
    json_decref(used);
    json_decref(run.kept);
}

/* ---- without memory ---- */

static void starve(bool begins)
{
    if (begins)
        starve_begin();
    else
        starve_end();
}

/* A step while the allocation behind `n` others fails. Whether it needs so many. */
static bool starve_step(struct run *run, const json_t *step, long n)
{
    struct cloud *cloud = &run->cloud;
    const json_t *advance = json_object_get(step, "advance");
    starve_after(n);
    if (advance) {
        starve_begin();
        cloud_advance(cloud, json_integer_value(advance));
        starve_end();
    } else if (json_object_get(step, "do") || json_object_get(step, "form")) {
        cloud->serving = starve;
        const struct exchange *x = step_send(run, step);
        cloud->serving = NULL;
        if (!x->status && !json_object_get(step, "waits") && starve_happened())
            fail_msg("%s, step %zu, allocation %ld: not answered", run->name, run->step, n);
    }
    return starve_happened();
}

/* The steps before the one at `at`, and that one starving. */
static bool starve_at(const struct one *one, json_t *steps, size_t at, long n)
{
    struct run run = run_of(one);
    struct cloud_half half = local_half;
    json_t *before = json_copy(steps);
    half.scarce = true;
    cloud_open_half(&run.cloud, &half, NULL);
    while (json_array_size(before) > at)
        json_array_remove(before, json_array_size(before) - 1);
    if (at > 0)
        steps_do(&run, before);
    json_t *step = step_filled(&run, json_array_get(steps, at));
    run.step = at;
    bool more = starve_step(&run, step, n);
    cloud_close(&run.cloud);
    json_decref(step);
    json_decref(before);
    json_decref(run.kept);
    return more;
}

/* Each of the first allocations, and then one of ever more. */
static void starve_case(void **state)
{
    const struct one *one = *state;
    json_t *steps = used_steps(one);
    size_t at = json_array_size(steps);
    json_array_extend(steps, json_object_get(one->json, "steps"));
    for (; at < json_array_size(steps); at++)
        for (long n = 0; starve_at(one, steps, at, n); n += 1 + n / 8)
            continue;
    json_decref(steps);
}

/* ---- files ---- */

static int run_file(const char *path, json_t *file, void (*run)(void **state))
{
    json_t *cases = json_object_get(file, "cases");
    size_t n = json_array_size(cases);
    struct CMUnitTest *tests = calloc(n + 1, sizeof *tests);
    struct one *ones = calloc(n + 1, sizeof *ones);
    int failed = 2;
    for (size_t i = 0; tests && ones && i < n; i++) {
        ones[i] = (struct one){file, json_array_get(cases, i)};
        const char *name = json_string_value(json_object_get(ones[i].json, "name"));
        tests[i] = (struct CMUnitTest){name, run, NULL, NULL, &ones[i]};
    }
    if (n && tests && ones)
        failed = _cmocka_run_group_tests(path, tests, n, NULL, NULL);
    free(tests);
    free(ones);
    return failed;
}

int main(int argc, char **argv)
{
    bool memory = argc > 1 && strcmp(argv[1], "--memory") == 0;
    int failed = 0;
    json_set_alloc_funcs(starve_malloc, free);
    for (int i = 1 + memory; i < argc; i++) {
        json_error_t error;
        json_t *file = json_load_file(argv[i], JSON_ALLOW_NUL, &error);
        if (!file) {
            fprintf(stderr, "%s:%d: %s\n", argv[i], error.line, error.text);
            return 2;
        }
        failed += run_file(argv[i], file, memory ? starve_case : run_case);
        json_decref(file);
    }
    return argc > 1 + memory ? failed : 2;
}
