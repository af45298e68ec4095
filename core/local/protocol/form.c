/* SPDX-License-Identifier: Apache-2.0 */
#include "local/protocol/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/percent.h"

struct form {
    char *text; /* all names and values, decoded */
    size_t n;
    struct slrun_field fields[];
};

struct cursor {
    const char *from, *end;
    char *to;
};

/* Decodes what stands before `stop` or '&', with a NUL behind it; its size in *size. */
static const char *decode(struct cursor *c, char stop, size_t *size)
{
    char *start = c->to;
    while (c->from < c->end && *c->from != stop && *c->from != '&') {
        int byte = percent_byte(c->from, (size_t)(c->end - c->from));
        *c->to++ = (char)(byte >= 0 ? byte : *c->from == '+' ? ' ' : *c->from);
        c->from += byte >= 0 ? 3 : 1;
    }
    *size = (size_t)(c->to - start);
    *c->to++ = '\0';
    return start;
}

static void read_field(struct cursor *c, struct slrun_field *field)
{
    size_t size;
    field->name = decode(c, '=', &size);
    if (c->from < c->end && *c->from == '=')
        c->from++;
    field->value = decode(c, '&', &field->size); /* a name alone has an empty value */
    c->from++;
}

static size_t count(const char *data, size_t size)
{
    size_t n = 1;
    for (size_t i = 0; i < size; i++)
        n += data[i] == '&';
    return n;
}

struct form *form_read(const char *data, size_t size)
{
    size_t n = count(data, size);
    if (n > FORM_FIELDS_MAX)
        return NULL;
    struct form *form = calloc(1, sizeof *form + n * sizeof *form->fields);
    if (!form || !(form->text = malloc(size + 2 * n))) {
        free(form);
        return NULL;
    }
    struct cursor c = {data, data + size, form->text};
    for (; form->n < n; form->n++)
        read_field(&c, &form->fields[form->n]);
    return form;
}

void form_free(struct form *form)
{
    if (form)
        free(form->text);
    free(form);
}

struct form *form_of(const struct slrun_exchange *x)
{
    const char *query = strchr(x->target, '?');
    if (x->size || !query)
        return form_read(x->body, x->size);
    return form_read(query + 1, strlen(query + 1));
}

const char *form_get(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->n; i++)
        if (strcmp(form->fields[i].name, name) == 0)
            return form->fields[i].value;
    return NULL;
}

const struct slrun_field *form_at(const struct form *form, size_t i)
{
    return i < form->n ? &form->fields[i] : NULL;
}
