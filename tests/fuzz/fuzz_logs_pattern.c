/* SPDX-License-Identifier: Apache-2.0 */
/* Filter patterns of CloudWatch Logs: the first line is the pattern, the rest the message. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "local/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char error[PATTERN_ERROR_MAX];
    char *text = calloc(1, size + 1);
    if (!text)
        return 0;
    if (size > 0)
        memcpy(text, data, size);
    char *message = strchr(text, '\n');
    if (message)
        *message++ = '\0';
    struct pattern *pattern = strlen(text) > 1024 ? NULL : pattern_parse(text, error);
    if (pattern) {
        (void)pattern_matches(pattern, message ? message : "");
        json_decref(pattern_extract(pattern, message ? message : ""));
        pattern_free(pattern);
    }
    free(text);
    return 0;
}
