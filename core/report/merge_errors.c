/* SPDX-License-Identifier: Apache-2.0 */
#include "report/merge_errors.h"

#include <stdlib.h>
#include <string.h>

#include <slrun/member.h>

static bool is_known(const struct merge_errors *errors, const char *path, const char *text)
{
    for (size_t i = 0; i < errors->n; i++)
        if (strcmp(errors->list[i].path, path) == 0 && strcmp(errors->list[i].text, text) == 0)
            return true;
    return false;
}

/* Takes over path and text, unless it fails. */
static bool add(struct merge_errors *errors, char *path, char *text)
{
    struct collect_error *more = realloc(errors->list, (errors->n + 1) * sizeof *more);
    if (!more)
        return false;
    errors->list = more;
    more[errors->n++] = (struct collect_error){.path = path, .text = text};
    return true;
}

int merge_errors_add(struct merge_errors *errors, const struct merge_report *report, bool rebase)
{
    size_t i;
    bool ok = true;
    const json_t *one;
    json_array_foreach (json_object_get(report->end, "collection_errors"), i, one) {
        char *path = merge_rebased(report, slrun_text_or(one, "path", "?"), rebase);
        char *text = strdup(slrun_text_or(one, "text", "?"));
        ok = ok && path && text;
        if (ok && !is_known(errors, path, text) && (ok = add(errors, path, text)))
            continue;
        free(path);
        free(text);
    }
    return ok ? 0 : -1;
}

void merge_errors_free(struct merge_errors *errors)
{
    for (size_t i = 0; i < errors->n; i++) {
        free(errors->list[i].path);
        free(errors->list[i].text);
    }
    free(errors->list);
    *errors = (struct merge_errors){0};
}
