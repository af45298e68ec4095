/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mapping templates as data: each case has a template, what it sees, and its result or its error. A
 * result that is no string is compared as JSON.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/jsonpath.h"
#include "vtl/vtl.h"

static json_t *member(const json_t *object, const char *name)
{
    json_t *value = json_object_get(object, name);
    return value ? json_deep_copy(value) : json_object();
}

static int judge(const char *name, const json_t *expected, const char *got)
{
    json_t *json =
        json_is_string(expected) ? json_string(got) : json_loads(got, JSON_DECODE_ANY, 0);
    int same = json_equal(json, expected);
    if (!same)
        fprintf(stderr, "%s: got %s\n", name, got);
    json_decref(json);
    return same ? 0 : 1;
}

static int run_template(const char *name, const json_t *test)
{
    char error[VTL_ERROR_MAX];
    struct text out = TEXT_INIT;
    json_t *body = json_object_get(test, "body"), *context = member(test, "context");
    json_t *params = member(test, "params"), *variables = member(test, "stageVariables");
    char *text = json_is_string(body) ? NULL : json_dumps(body, JSON_COMPACT | JSON_ENCODE_ANY);
    const struct vtl_input input = {json_is_string(body) ? json_string_value(body)
                                    : text               ? text
                                                         : "{}",
                                    params, context, variables};
    int failed = 0, wrong = vtl_render(text_get(test, "template"), &input, &out, error);
    if (json_object_get(test, "error"))
        failed = wrong == 0 || !strstr(error, text_get(test, "error"));
    else
        failed = wrong ? 1 : judge(name, json_object_get(test, "gives"), text_str(&out));
    if (failed && error[0])
        fprintf(stderr, "%s: error %s\n", name, error);
    if (json_object_get(test, "leaves") && !json_equal(context, json_object_get(test, "leaves"))) {
        failed = 1;
        fprintf(stderr, "%s: the context is not as expected\n", name);
    }
    free(text);
    text_free(&out);
    json_decref(context);
    json_decref(params);
    json_decref(variables);
    return failed;
}

static int run_path(const char *name, const json_t *test)
{
    json_t *expected = json_object_get(test, "finds");
    json_t *found = jsonpath_get(json_object_get(test, "body"), text_get(test, "path"));
    int failed = json_is_null(expected) ? found != NULL : !json_equal(found, expected);
    if (failed) {
        fprintf(stderr, "%s: found ", name);
        if (found)
            json_dumpf(found, stderr, JSON_ENCODE_ANY);
        fprintf(stderr, "\n");
    }
    json_decref(found);
    return failed;
}

int main(int argc, char **argv)
{
    int failed = 0;
    const char *name;
    json_t *test, *cases = argc > 1 ? json_load_file(argv[1], JSON_REJECT_DUPLICATES, NULL) : NULL;
    if (!json_object_size(cases)) {
        fprintf(stderr, "no cases\n");
        return 1;
    }
    json_object_foreach (cases, name, test)
        failed += json_object_get(test, "path") ? run_path(name, test) : run_template(name, test);
    fprintf(stderr, "%zu cases, %d failed\n", json_object_size(cases), failed);
    json_decref(cases);
    return failed != 0;
}
