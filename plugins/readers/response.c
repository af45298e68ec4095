/* SPDX-License-Identifier: Apache-2.0 */
/* Partial batch responses. */
#include "readers/response.h"

/* "", [], null and {} say that all has worked, as a list that is empty or null does. */
static bool says_nothing(const json_t *answer)
{
    const json_t *failures = json_object_get(answer, "batchItemFailures");
    if (json_is_object(answer))
        return !failures || json_is_null(failures);
    return json_is_null(answer) || (json_is_string(answer) && json_string_length(answer) == 0) ||
           (json_is_array(answer) && json_array_size(answer) == 0);
}

static json_t *identifiers(const json_t *failures, const json_t *known)
{
    size_t i;
    json_t *failure, *out = json_is_array(failures) ? json_object() : NULL;
    json_array_foreach (failures, i, failure) {
        const char *id = json_string_value(json_object_get(failure, "itemIdentifier"));
        if (!out || !id || !json_object_get(known, id)) {
            json_decref(out);
            return NULL;
        }
        (void)json_object_set_new(out, id, json_true());
    }
    return out;
}

json_t *response_failures(const char *payload, size_t size, const json_t *known)
{
    json_t *answer =
        size ? json_loadb(payload, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL) : json_null();
    json_t *failed = !answer ? NULL
                     : says_nothing(answer)
                         ? json_object()
                         : identifiers(json_object_get(answer, "batchItemFailures"), known);
    json_decref(answer);
    return failed;
}
