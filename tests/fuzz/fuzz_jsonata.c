/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSONata: a line is an expression. One that is none has an error that says so; one that is can be
 * evaluated within its limits, and gives a value that can be written, nothing, a function, or an
 * error of its own. Needs jsonata.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/jsonata.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static json_t *document(void)
{
    return json_loads("{\"a\":{\"b\":[1,{\"c\":\"x\"},null]},\"l\":[3,1,2],\"s\":\"a b-c\","
                      "\"o\":[{\"k\":1,\"v\":[{\"w\":1.5},{\"w\":2}]},{\"k\":2,\"v\":[]}],"
                      "\"t\":\"2024-01-02T03:04:05Z\",\"n\":5}",
                      0, NULL);
}

static void judge_error(const struct jsonata_error *error)
{
    if (strlen(error->code) != 5 || !*error->message || error->position < -1)
        abort();
}

static void judge_result(enum jsonata_outcome outcome, json_t *result)
{
    char *text = result ? json_dumps(result, JSON_ENCODE_ANY) : NULL;
    if ((outcome == JSONATA_VALUE) != (text != NULL))
        abort();
    free(text);
}

static void try_expression(const char *line, const json_t *input, bool aws)
{
    struct jsonata_error error = {.code = ""};
    struct jsonata *parsed = jsonata_parse(line, &error);
    const struct jsonata_world world = {
        .input = input,
        .variables = input,
        .aws = aws,
        .now_ms = 1700000000000,
        .limits = {.memory = 1 << 20, .steps = 20000, .depth = 200}};
    json_t *result = NULL;
    if (!parsed) {
        judge_error(&error);
        return;
    }
    enum jsonata_outcome outcome = jsonata_evaluate(parsed, &world, &result, &error);
    if (outcome == JSONATA_FAILED)
        judge_error(&error);
    judge_result(outcome, result);
    json_decref(result);
    jsonata_free(parsed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    json_t *input = document();
    char *text = calloc(1, size + 1);
    if (text && size)
        memcpy(text, data, size);
    for (char *line = text, *end; line && *line; line = end) {
        end = line + strcspn(line, "\n");
        if (*end)
            *end++ = '\0';
        try_expression(line, input, line[0] == ' ');
    }
    free(text);
    json_decref(input);
    return 0;
}
