/* SPDX-License-Identifier: Apache-2.0 */
/* Event patterns, as bytes from anywhere: a line with the pattern, then the event, both JSON. A
 * pattern that was taken must match or say why not. Needs slrun_base. */
#include <stdint.h>

#include "base/pattern/pattern.h"
#include "heads.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    char *text = heads_text(data, size), *rest = text;
    if (text == NULL)
        return 0;
    json_t *pattern = json_loads(heads_line(&rest), 0, NULL);
    json_t *event = json_loads(rest, JSON_DECODE_ANY, NULL);
    if (pattern != NULL && pattern_check(pattern, &error) == 0 && event != NULL) {
        int matches = pattern_match(pattern, event);
        json_t *miss = pattern_miss(pattern, event);
        if (matches != (miss == NULL))
            abort();
        json_decref(miss);
    }
    json_decref(error.detail);
    json_decref(pattern);
    json_decref(event);
    free(text);
    return 0;
}
