/* SPDX-License-Identifier: Apache-2.0 */
/* Resources without what is of this run, or of this place, alone. */
#include <ctype.h>
#include <string.h>

#include "run/iam/iam_state.h"

enum { MADE_HEAD = 24, MADE_TAIL = 12 /* characters */ };

/* The caller's own account: off AWS, those that the local cloud and emulators have. */
static bool is_own(const struct iam_uses *u, const char *text, size_t n)
{
    static const char *const made_up[] = {"000000000000", "123456789012"};
    bool own = n == strlen(u->identity.account) && memcmp(u->identity.account, text, n) == 0;
    for (size_t i = 0; i < 2 && strcmp(u->identity.target, "aws") != 0; i++)
        own |= n == strlen(made_up[i]) && memcmp(made_up[i], text, n) == 0;
    return own && n > 0;
}

struct field {
    int number; /* from 0, which is "arn" */
    const char *text;
    size_t n;
};

/* A field of an ARN that says where this run is becomes a letter. */
static void add_field(const struct iam_uses *u, struct buf *to, const struct field *f)
{
    const char *region = u->identity.region, *text = f->text;
    size_t n = f->n;
    if (f->number == 1 && n >= 3 && strncmp(text, "aws", 3) == 0)
        buf_putc(to, 'p');
    else if (f->number == 3 && strlen(region) == n && memcmp(region, text, n) == 0)
        buf_putc(to, 'r');
    else if (f->number == 4 && is_own(u, text, n))
        buf_putc(to, 'a');
    else
        buf_add(to, text, n);
}

/* "NAME-LogicalId-" of what the local cloud named for a stack of this run; else 0. CloudFormation
 * cuts the stack's name, and ends with 12 letters and digits of its own (User Guide, "Name type").
 */
static size_t made_name(const struct iam_uses *u, const char *text)
{
    size_t i, n = strcspn(text, "/:"), tail = n;
    json_t *stack;
    while (tail > 0 && isalnum((unsigned char)text[tail - 1]))
        tail--;
    json_array_foreach (u->stacks, i, stack) {
        size_t size = json_string_length(stack);
        size = size < MADE_HEAD ? size : MADE_HEAD;
        if (n - tail == MADE_TAIL && tail > size + 1 && text[size] == '-' &&
            strncmp(text, json_string_value(stack), size) == 0)
            return tail;
    }
    return 0;
}

/* Behind the run's id at `text`, and what makes a case's of it: "-k3". */
static const char *behind_id(const struct iam_uses *u, const char *text)
{
    text += strlen(u->run_id);
    if (*text != '-' || !isalnum((unsigned char)text[1]))
        return text;
    text++;
    while (isalnum((unsigned char)*text))
        text++;
    return text;
}

/* Names that carry the run's id, or t.id, are others the next time. */
static void add_name(const struct iam_uses *u, struct buf *to, const char *text)
{
    size_t n = strlen(u->run_id), made;
    for (const char *begin = text; *text;) {
        bool first = text == begin || text[-1] == '/' || text[-1] == ':';
        if (first && (made = made_name(u, text)) > 0) {
            buf_add(to, text, made);
            buf_putc(to, '*');
            text += made + MADE_TAIL;
        } else if (strncmp(text, u->run_id, n) == 0) {
            text = behind_id(u, text);
            if (to->len == 0 || to->data[to->len - 1] != '*')
                buf_putc(to, '*');
        } else {
            buf_putc(to, *text++);
        }
    }
}

void iam_normalize(const struct iam_uses *u, struct buf *to, const char *resource)
{
    const char *at = resource;
    for (int field = 0; strncmp(resource, "arn:", 4) == 0 && field < 5 && strchr(at, ':');
         field++) {
        size_t n = strcspn(at, ":");
        add_field(u, to, &(struct field){field, at, n});
        buf_putc(to, ':');
        at += n + 1;
    }
    add_name(u, to, at);
}
