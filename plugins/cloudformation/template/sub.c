/* SPDX-License-Identifier: Apache-2.0 */
/* The text of Fn::Sub in pieces. */
#include <string.h>

#include "template/scope.h"

static const char *skip_blanks(const char *c, const char *end)
{
    while (c < end && strchr(" \t\r\n", *c))
        c++;
    return c;
}

bool sub_split(const char *text, bool (*piece)(void *arg, const struct sub_piece *piece), void *arg)
{
    while (*text) {
        const char *open = strstr(text, "${");
        const char *close = open ? strchr(open, '}') : NULL;
        if (!close)
            return piece(arg, &(struct sub_piece){text, strlen(text), false});
        if (open > text && !piece(arg, &(struct sub_piece){text, (size_t)(open - text), false}))
            return false;
        const char *name = skip_blanks(open + 2, close), *end = close;
        while (end > name && strchr(" \t\r\n", end[-1]))
            end--;
        bool literal = *name == '!';
        if (literal) {
            struct sub_piece dollar = {"${", 2, false};
            struct sub_piece rest = {name + 1, (size_t)(close - name), false};
            if (!piece(arg, &dollar) || !piece(arg, &rest))
                return false;
        } else if (!piece(arg, &(struct sub_piece){name, (size_t)(end - name), true}))
            return false;
        text = close + 1;
    }
    return true;
}
