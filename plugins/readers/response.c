/* SPDX-License-Identifier: Apache-2.0 */
/* Partial batch responses. */
#include "readers/response.h"

#include <ctype.h>
#include <string.h>

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

/* "batch_item_failures", "BatchItemFailures": the letters are those. */
static bool is_like_it(const char *name)
{
    const char *want = "batchitemfailures";
    for (; *name; name++) {
        if (!isalnum((unsigned char)*name))
            continue;
        if (tolower((unsigned char)*name) != *want)
            return false;
        want++;
    }
    return !*want;
}

const char *response_oddity(const json_t *answer, bool partial, bool all_failed)
{
    const json_t *failures = json_object_get(answer, "batchItemFailures");
    const char *name;
    json_t *value;
    if (!partial)
        return json_array_size(failures) == 0 ? NULL
                                              : "its batchItemFailures are not looked at without "
                                                "FunctionResponseTypes: [ReportBatchItemFailures]; "
                                                "all records count as done";
    if (all_failed)
        return failures ? "its batchItemFailures are no { itemIdentifier } of records of the "
                          "batch; the whole batch counts as failed"
                        : "it is no JSON object with batchItemFailures; the whole batch counts as "
                          "failed";
    json_object_foreach ((json_t *)answer, name, value)
        if (!failures && is_like_it(name))
            return "what tells failures is called batchItemFailures; all records count as done";
    return NULL;
}
