/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signs what it reads: each line of standard input is {"request": ..., "context": ...}, each line
 * of the answer {"headers": [[name, value], ...], "canonical_request": ..., "string_to_sign": ...},
 * or with "target" for a presigned request, or {"error": number}. tests/python drives it.
 */
#include "sigv4_json.h"

#include <stdio.h>
#include <string.h>

static json_t *slice(struct sigv4_slice text)
{
    return json_stringn(text.at, text.size);
}

static json_t *headers(const struct sigv4_output *output)
{
    json_t *list = json_array();
    for (size_t i = 0; i < output->n_headers; i++) {
        json_array_append_new(
            list, json_pack("[s, s]", output->headers[i].name, output->headers[i].value));
    }
    return list;
}

static json_t *answer(struct sigv4 *s, const struct sigv4_json *loaded)
{
    static char buffer[65536];
    struct sigv4_output output = {.buffer = buffer, .size = sizeof buffer};
    bool presign = loaded->options.expires > 0;
    enum sigv4_status status =
        (presign ? sigv4_presign : sigv4_sign)(s, &loaded->request, &loaded->options, &output);
    if (status != SIGV4_OK)
        return json_pack("{s:i}", "error", (int)status);
    return json_pack("{s:o, s:o, s:o, s:s*}", "headers", headers(&output), "canonical_request",
                     slice(sigv4_canonical_request(s)), "string_to_sign",
                     slice(sigv4_string_to_sign(s)), "target", presign ? buffer : NULL);
}

static bool answer_line(struct sigv4 *s, json_t *line)
{
    static struct sigv4_json loaded;
    json_t *result = NULL;
    if (sigv4_json_load(&loaded, json_object_get(line, "request"),
                        json_object_get(line, "context")))
        result = answer(s, &loaded);
    sigv4_json_free(&loaded);
    bool done = result != NULL && json_dumpf(result, stdout, JSON_COMPACT) == 0;
    json_decref(result);
    return done && putchar('\n') == '\n' && fflush(stdout) == 0;
}

int main(void)
{
    struct sigv4 *s = sigv4_new();
    bool going = s != NULL;
    while (going) {
        json_error_t error;
        json_t *line = json_loadf(stdin, JSON_DISABLE_EOF_CHECK, &error);
        if (line == NULL) {
            going = feof(stdin) != 0;
            break;
        }
        going = answer_line(s, line);
        json_decref(line);
    }
    sigv4_free(s);
    return going ? 0 : 1;
}
