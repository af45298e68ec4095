/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The states language: a line is a definition, a path or a function. What is checked to be a path
 * or a function can be computed, what a reference path puts it finds again, and a definition that
 * is good has states. Needs states_asl.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "asl/asl.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static json_t *document(void)
{
    return json_loads("{\"a\": {\"b\": [1, {\"c\": \"x\"}, null]}, \"l\": [3, 1, 2], \"t\": "
                      "\"2024-01-02T03:04:05Z\", \"n\": 5}",
                      0, NULL);
}

static void try_path(const struct asl_scope *scope, const char *line)
{
    char why[ASL_WHY_SIZE];
    json_t *found = asl_path(scope, line, why);
    if (!found && strcmp(why, "it is no JSONPath") == 0)
        abort();
    json_decref(found);
    if (!asl_path_check(line, true) || line[1] == '$')
        return;
    json_t *value = json_string("put"), *whole = asl_path_put(scope->input, line, value);
    struct asl_scope after = *scope;
    after.input = whole;
    found = whole && strchr(".[", line[1]) ? asl_path(&after, line, why) : NULL;
    if (found && !json_equal(found, value))
        abort();
    json_decref(found);
    json_decref(whole);
    json_decref(value);
}

static void try_function(const struct asl_scope *scope, const char *line)
{
    json_t *value = asl_intrinsic(scope, line);
    const char *error = scope->error->name;
    if ((value != NULL) == (*error != '\0') || strstr(error, "Invalid arguments"))
        abort();
    json_decref(value);
    asl_error_clear(scope->error);
}

static void try_definition(const char *line)
{
    json_t *found = asl_check(line, true, 20);
    if (json_array_size(found) > 21)
        abort();
    if (json_array_size(found) == 0) {
        json_t *machine = json_loads(line, 0, NULL);
        if (json_object_size(json_object_get(machine, "States")) == 0)
            abort();
        json_decref(machine);
    }
    json_decref(found);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_t *input = document(), *context = json_pack("{s:{s:s}}", "State", "Name", "A");
    struct asl_error error = {.cause = NULL};
    const struct asl_scope scope = {
        .input = input, .context = context, .variables = input, .error = &error};
    char *text = calloc(1, size + 1);
    if (text)
        memcpy(text, data, size);
    for (char *line = text, *end; line && *line; line = end) {
        end = line + strcspn(line, "\n");
        if (*end)
            *end++ = '\0';
        if (asl_path_check(line, false))
            try_path(&scope, line);
        if (asl_intrinsic_check(line))
            try_function(&scope, line);
        try_definition(line);
    }
    free(text);
    json_decref(input);
    json_decref(context);
    return 0;
}
