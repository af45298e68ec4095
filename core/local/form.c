/* SPDX-License-Identifier: Apache-2.0 */
#include "local/form.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* "name\0value\0" for each field, and a last NUL behind all. */
struct form {
    size_t size;
    char text[];
};

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c | 0x20) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* The value of two hexadecimal digits, or -1. */
static int octet(const char *at)
{
    int high = hex(at[0]), low = hex(at[1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

struct form *form_read(const char *data, size_t size)
{
    struct form *form = malloc(sizeof *form + 2 * size + 4);
    bool named = false; /* the name is through, the value comes */
    if (!form)
        return NULL;
    char *to = form->text;
    for (size_t i = 0; i < size; i++) {
        if (data[i] == '&' || (data[i] == '=' && !named)) {
            *to++ = '\0';
            if (data[i] == '&' && !named) /* a name alone has an empty value */
                *to++ = '\0';
            named = data[i] == '=';
        } else if (data[i] == '%' && i + 2 < size && octet(data + i + 1) > 0) {
            *to++ = (char)octet(data + i + 1); /* a %00 stays as it is: it would end the text */
            i += 2;
        } else {
            *to++ = data[i] == '+' ? ' ' : data[i];
        }
    }
    *to++ = '\0';
    if (!named)
        *to++ = '\0';
    form->size = (size_t)(to - form->text);
    return form;
}

void form_free(struct form *form)
{
    free(form);
}

const char *form_get(const struct form *form, const char *name)
{
    for (size_t at = 0; at < form->size;) {
        const char *field = form->text + at, *value = field + strlen(field) + 1;
        if (strcmp(field, name) == 0)
            return value;
        at = (size_t)(value - form->text) + strlen(value) + 1;
    }
    return NULL;
}
