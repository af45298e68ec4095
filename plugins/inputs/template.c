/* SPDX-License-Identifier: Apache-2.0 */
#include "inputs/template.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t template_name(const char *text, char name[TEMPLATE_NAME_SIZE])
{
    size_t n = *text == '<' ? strcspn(text + 1, "<>\"' \n") : 0;
    if (n == 0 || n >= TEMPLATE_NAME_SIZE || text[n + 1] != '>')
        return 0;
    memcpy(name, text + 1, n);
    name[n] = '\0';
    return n + 2;
}

struct output {
    char *text;
    size_t n, room;
    bool failed;
};

static void put(struct output *out, const char *text, size_t n)
{
    if (out->n + n + 1 > out->room) {
        size_t room = (out->n + n + 1) * 2;
        char *more = room <= TEMPLATE_TEXT_MAX * 2 ? realloc(out->text, room) : NULL;
        if (!more) {
            out->failed = true;
            return;
        }
        out->text = more;
        out->room = room;
    }
    memcpy(out->text + out->n, text, n);
    out->n += n;
    out->text[out->n] = '\0';
}

static void put_json(struct output *out, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    put(out, text ? text : "", text ? strlen(text) : 0);
    free(text);
}

/* Inside of a JSON text: what would end it is escaped. */
static void put_inner(struct output *out, const json_t *value)
{
    char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    json_t *outer = json_is_string(value) ? json_incref((json_t *)(uintptr_t)value)
                                          : json_string(text ? text : "");
    char *quoted = json_dumps(outer, JSON_COMPACT | JSON_ENCODE_ANY);
    size_t n = quoted ? strlen(quoted) : 0;
    if (n >= 2)
        put(out, quoted + 1, n - 2);
    json_decref(outer);
    free(text);
    free(quoted);
}

/* Where nothing is there: an empty text. */
static void put_value(struct output *out, const json_t *value, bool plain, bool quoted)
{
    if (plain && json_is_string(value))
        put(out, json_string_value(value), json_string_length(value));
    else if (!value)
        put(out, "\"\"", plain || quoted ? 0 : 2);
    else if (quoted && !plain)
        put_inner(out, value);
    else
        put_json(out, value);
}

char *template_fill(const struct template *template)
{
    struct output out = {.text = NULL};
    char name[TEMPLATE_NAME_SIZE];
    bool quoted = false;
    put(&out, "", 0);
    for (const char *text = template->text; *text && !out.failed;) {
        size_t n = template_name(text, name);
        if (n == 0) {
            quoted ^= *text == '"';
            n = *text == '\\' && text[1] ? 2 : 1;
            put(&out, text, n);
        } else {
            json_t *value = template->value(template->arg, name);
            put_value(&out, value, template->plain, quoted);
            json_decref(value);
        }
        text += n;
    }
    if (!out.failed && out.n <= TEMPLATE_TEXT_MAX)
        return out.text;
    free(out.text);
    return NULL;
}
