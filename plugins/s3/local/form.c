/* SPDX-License-Identifier: Apache-2.0 */
/* multipart/form-data. */
#include "form.h"

#include <string.h>
#include <strings.h>

enum { BOUNDARY_MAX = 200 };

/* The value of a parameter (name="value") of a header. */
static const char *parameter(struct pool *pool, struct slice line, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i + n + 1 < line.size; i++) {
        bool starts = i == 0 || strchr("; \t", line.data[i - 1]) != NULL;
        if (!starts || strncasecmp(line.data + i, name, n) != 0 || line.data[i + n] != '=')
            continue;
        const char *value = line.data + i + n + 1, *end = line.data + line.size;
        bool quoted = value < end && *value == '"';
        value += quoted;
        const char *stop = value;
        while (stop < end && (quoted ? *stop != '"' : *stop != ';'))
            stop++;
        return pool_copy(pool, value, (size_t)(stop - value));
    }
    return NULL;
}

static const char *find(struct slice text, const char *what, size_t n)
{
    return text.size < n ? NULL : memmem(text.data, text.size, what, n);
}

static struct slice behind(struct slice text, const char *at)
{
    return (struct slice){at, text.size - (size_t)(at - text.data)};
}

/* The head of a part, up to the blank line; its body begins where `rest` then begins. */
static bool read_head(struct form_field *field, struct pool *pool, struct slice *rest)
{
    for (;;) {
        const char *end = find(*rest, "\r\n", 2);
        if (end == NULL)
            return false;
        struct slice line = {rest->data, (size_t)(end - rest->data)};
        *rest = behind(*rest, end + 2);
        if (line.size == 0)
            return field->name != NULL;
        static const char disposition[] = "Content-Disposition:";
        if (line.size > sizeof disposition &&
            strncasecmp(line.data, disposition, sizeof disposition - 1) == 0) {
            field->name = parameter(pool, line, "name");
            field->filename = parameter(pool, line, "filename");
        }
    }
}

bool form_read(struct form *form, struct pool *pool, const char *type, struct slice body)
{
    *form = (struct form){.n = 0};
    const char *boundary =
        type == NULL ? NULL : parameter(pool, (struct slice){type, strlen(type)}, "boundary");
    if (boundary == NULL || strlen(boundary) > BOUNDARY_MAX || boundary[0] == '\0')
        return false;
    const char *mark = pool_format(pool, "\r\n--%s", boundary);
    size_t n = mark == NULL ? 0 : strlen(mark);
    if (n == 0 || body.size < n - 2 || memcmp(body.data, mark + 2, n - 2) != 0)
        return false;
    struct slice rest = behind(body, body.data + n - 2);
    while (rest.size >= 2 && memcmp(rest.data, "\r\n", 2) == 0) {
        struct form_field *field = &form->fields[form->n];
        rest = behind(rest, rest.data + 2);
        *field = (struct form_field){.name = NULL};
        if (form->n == FORM_FIELDS_MAX - 1 || !read_head(field, pool, &rest))
            return false;
        const char *end = find(rest, mark, n);
        size_t size = end == NULL ? 0 : (size_t)(end - rest.data);
        /* a file stays where it is; what is short gets its NUL */
        bool file = strcasecmp(field->name, "file") == 0;
        const char *value = file || end == NULL ? rest.data : pool_copy(pool, rest.data, size);
        if (end == NULL || value == NULL)
            return false;
        field->value = (struct slice){value, size};
        form->n++;
        rest = behind(rest, end + n);
        if (file)
            return true; /* what follows it is not looked at */
    }
    return rest.size >= 2 && memcmp(rest.data, "--", 2) == 0;
}

const struct form_field *form_find(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->n; i++)
        if (strcasecmp(form->fields[i].name, name) == 0)
            return &form->fields[i];
    return NULL;
}

const char *form_value(const struct form *form, const char *name)
{
    const struct form_field *field = form_find(form, name);
    return field == NULL ? NULL : field->value.data;
}
