/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of header fields in front of a body, in text that is taken apart in place. */
#ifndef SLRUN_FUZZ_HEADS_H
#define SLRUN_FUZZ_HEADS_H

#include <stdlib.h>
#include <string.h>

#include <slrun/http.h>

enum { HEADS_MAX = 32 };

/* The input with a NUL behind it; free() it. NULL: out of memory. */
static inline char *heads_text(const void *data, size_t size)
{
    char *text = malloc(size + 1);
    if (text != NULL) {
        if (size > 0)
            memcpy(text, data, size);
        text[size] = '\0';
    }
    return text;
}

/* Takes the next line off; the text is changed. */
static inline char *heads_line(char **text)
{
    char *line = *text, *end = strchr(line, '\n');
    *text = end == NULL ? line + strlen(line) : end + 1;
    if (end != NULL)
        *end = '\0';
    return line;
}

/* Takes header lines off, up to the empty line. How many there were. */
static inline size_t heads_read(char **text, struct slrun_header headers[HEADS_MAX])
{
    size_t n = 0;
    for (char *line; *(line = heads_line(text)) != '\0';) {
        char *colon = strchr(line, ':');
        if (colon != NULL && n < HEADS_MAX) {
            *colon = '\0';
            headers[n++] = (struct slrun_header){line, colon + 1 + strspn(colon + 1, " ")};
        }
    }
    return n;
}

#endif
