/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The SAM transform over templates from anywhere. Input: a template as JSON. It is transformed, or
 * refused with at least one problem; nothing of AWS::Serverless is left of one that was
 * transformed. Needs cloudformation_sam.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sam/translate.h"

enum { DEPTH_MAX = 100 }; /* as the reader of templates has it */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void count(void *arg, const struct sam_problem *problem)
{
    size_t *n = arg;
    *n += strlen(problem->text) > 0;
}

static size_t depth(const json_t *value)
{
    size_t deepest = 0, i;
    const char *key;
    json_t *member;
    json_object_foreach ((json_t *)value, key, member) {
        size_t below = depth(member);
        deepest = below > deepest ? below : deepest;
    }
    json_array_foreach (value, i, member) {
        size_t below = depth(member);
        deepest = below > deepest ? below : deepest;
    }
    return deepest + 1;
}

static void check(const json_t *template)
{
    const char *id;
    json_t *body;
    json_object_foreach (json_object_get(template, "Resources"), id, body) {
        const char *type = json_string_value(json_object_get(body, "Type"));
        if (type != NULL && strncmp(type, "AWS::Serverless::", 17) == 0)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_t *template = json_loadb((const char *)data, size, 0, NULL);
    if (!json_is_object(template) || depth(template) > DEPTH_MAX) {
        json_decref(template);
        return 0;
    }
    size_t problems = 0;
    struct sam_input in = {
        .template = template, .directory = "/app", .problem = count, .arg = &problems};
    int failed = sam_translate(&in);
    if ((failed != 0) != (problems > 0))
        abort();
    if (failed == 0)
        check(template);
    json_decref(template);
    return 0;
}
