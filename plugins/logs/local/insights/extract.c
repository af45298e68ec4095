/* SPDX-License-Identifier: Apache-2.0 */
/* The command parse: fields out of texts. */
#include <string.h>

#include "local/insights/tree.h"

static void by_regex(const struct command *command, const char *text, json_t *record)
{
    regmatch_t match[GROUPS_MAX];
    if (regexec(&command->regex, text, GROUPS_MAX, match, 0) != 0)
        return;
    for (size_t i = 1; i < command->n; i++) {
        const regmatch_t *m = &match[command->groups[i]];
        if (m->rm_so >= 0)
            (void)json_object_set_new(record, command->columns[i].name,
                                      json_stringn(text + m->rm_so, (size_t)(m->rm_eo - m->rm_so)));
    }
}

/* Where the piece of a pattern up to its next star stands; NULL: nowhere. At the begin of the
 * pattern, anywhere in the text. */
static const char *find(const char *text, const char *piece, size_t n)
{
    for (; *text || n == 0; text++)
        if (strncmp(text, piece, n) == 0)
            return text;
    return NULL;
}

/* Each star is as short as it can be, the last one of a pattern that ends in it as long. */
static void by_glob(const struct command *command, const char *text, json_t *record)
{
    const char *glob = command->columns[0].name, *ends[COLUMNS_MAX], *starts[COLUMNS_MAX];
    size_t first = strcspn(glob, "*"), n = 0;
    const char *at = find(text, glob, first);
    at = at ? at + first : NULL;
    for (glob += first; at && *glob == '*'; n++) {
        size_t size = strcspn(++glob, "*");
        starts[n] = at;
        ends[n] = !*glob ? at + strlen(at) : find(at, glob, size);
        at = ends[n] ? ends[n] + size : NULL;
        glob += size;
    }
    for (size_t i = 0; at && i < n && i + 1 < command->n; i++)
        (void)json_object_set_new(record, command->columns[i + 1].name,
                                  json_stringn(starts[i], (size_t)(ends[i] - starts[i])));
}

void parse_apply(const struct command *command, json_t *record)
{
    json_t *source = expression_value(command->columns[0].node, record);
    json_t *text = source ? value_text(source) : NULL;
    if (text && command->has_regex)
        by_regex(command, json_string_value(text), record);
    else if (text)
        by_glob(command, json_string_value(text), record);
    json_decref(text);
    json_decref(source);
}
