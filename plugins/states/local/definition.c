/* SPDX-License-Identifier: Apache-2.0 */
/* Definitions as stacks have them. */
#include "local/definition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFINITION_MAX = 1 << 20 };

json_t *definition_substituted(const char *text, const json_t *by)
{
    char *made = NULL;
    size_t n;
    FILE *out = open_memstream(&made, &n);
    while (out && *text) {
        const char *end = strncmp(text, "${", 2) == 0 ? strchr(text, '}') : NULL;
        const json_t *value = end ? json_object_getn(by, text + 2, (size_t)(end - text - 2)) : NULL;
        if (!value) {
            (void)fputc(*text++, out);
            continue;
        }
        char *json = json_is_string(value) ? NULL : json_dumps(value, JSON_ENCODE_ANY);
        (void)fputs(json ? json : json_string_value(value), out);
        free(json);
        text = end + 1;
    }
    json_t *result = out && fclose(out) == 0 ? json_stringn(made, n) : NULL;
    free(made);
    return result;
}

json_t *definition_json(const struct service *service, const char *text, size_t n)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    json_t *value = json_loadb(text, n, 0, NULL), *made = NULL;
    if (value) {
        json_decref(value);
        return json_stringn(text, n);
    }
    value = service->cloud->host->yaml_read(text, n, &error);
    char *json = json_is_object(value) ? json_dumps(value, 0) : NULL;
    made = json ? json_string(json) : json_stringn(text, n);
    free(json);
    json_decref(value);
    return made;
}

json_t *definition_file(const struct service *service, const char *path)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    size_t n = 0;
    char *data = service->cloud->host->file_read(path, DEFINITION_MAX, &n, &error);
    json_t *text = data ? json_stringn(data, n) : NULL;
    free(data);
    return text;
}
