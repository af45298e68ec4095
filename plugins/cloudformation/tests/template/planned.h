/* SPDX-License-Identifier: Apache-2.0 */
/* Plans of templates over a cloud with one type of resource, Test::One::Thing. */
#ifndef SLRUN_TESTS_TEMPLATE_PLANNED_H
#define SLRUN_TESTS_TEMPLATE_PLANNED_H

#include "harness/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/resource.h>

#include "template/plan.h"

/* ---- a cloud with one type of resource ---- */

static const struct slrun_shape string_shape = {.type = SLRUN_STRING};
static const struct slrun_param inner_members[] = {
    {"Count", {.type = SLRUN_INTEGER}, SLRUN_REQUIRED, "A number."}, {.name = NULL}};
static const char *const modes[] = {"FAST", "SLOW", NULL};
static const struct slrun_param members[] = {
    {"Name", {.type = SLRUN_STRING}, 0, "A name."},
    {"Size", {.type = SLRUN_INTEGER}, 0, "A number."},
    {"Ratio", {.type = SLRUN_FLOAT}, 0, "A number."},
    {"On", {.type = SLRUN_BOOLEAN}, 0, "A flag."},
    {"Mode", {.type = SLRUN_STRING, .values = modes}, 0, "A word."},
    {"Names", {.type = SLRUN_LIST, .of = &string_shape}, 0, "A list."},
    {"Variables", {.type = SLRUN_MAP, .of = &string_shape}, 0, "A map."},
    {"Inner", {.type = SLRUN_STRUCTURE, .members = inner_members}, 0, "A structure."},
    {"Any", {.type = SLRUN_DOCUMENT}, 0, "Anything."},
    {.name = NULL}};
static const char *const attributes[] = {"Arn", "Endpoint.Port", NULL};
static const struct slrun_resource_type thing = {
    .type = "Test::One::Thing", .properties = members, .attributes = attributes};

static const struct slrun_resource_type *type_at(const struct slrun_cloud *cloud, size_t i)
{
    (void)cloud;
    return i == 0 ? &thing : NULL;
}

static const struct slrun_resource_type *find_type(const struct slrun_cloud *cloud,
                                                   const char *type)
{
    return strcmp(type, thing.type) == 0 ? type_at(cloud, 0) : NULL;
}

static const struct slrun_cloud cloud = {.resource_type = find_type, .resource_type_at = type_at};

/* ---- plans ---- */

static struct problems problems;
static json_t *exports;

static int make(struct plan *plan, const char *text, const char *given)
{
    json_t *parameters = given ? json_loads(given, 0, NULL) : NULL;
    struct plan_input in = {.cloud = &cloud,
                            .source = {text, strlen(text), false},
                            .given = parameters,
                            .exports = exports,
                            .region = "eu-west-1",
                            .account = "123456789012",
                            .stack_name = "demo",
                            .stack_id = "arn:demo"};
    problems = (struct problems){.n = 0};
    int failed = plan_make(plan, &in, &problems);
    json_decref(parameters);
    return failed;
}

static void check_problem(const char *text, const char *given, const char *expected)
{
    struct plan plan;
    char why[4096];
    int failed = make(&plan, text, given);
    problems_text(&problems, why, sizeof why);
    if (!strstr(why, expected))
        assert_string_equal(why, expected);
    assert_int_equal(failed, -1);
    plan_free(&plan);
}

/* The text with ' for ". */
static char *quoted(const char *text)
{
    char *copy = strdup(text);
    for (char *c = copy; *c; c++)
        if (*c == '\'')
            *c = '"';
    return copy;
}

static void assert_json(json_t *got, const char *expected)
{
    char *want = quoted(expected), *text = json_dumps(got, JSON_COMPACT | JSON_SORT_KEYS);
    assert_string_equal(text ? text : "null", want);
    free(text);
    free(want);
    json_decref(got);
}

#define HEAD     "Resources:\n  R:\n    Type: Test::One::Thing\n    Properties:\n      "
#define ANY      HEAD "Any: "
#define EXTENDED "Transform: AWS::LanguageExtensions\n"

#endif
