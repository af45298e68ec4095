/* SPDX-License-Identifier: Apache-2.0 */
/* Templates of EventBridge's input transformers: texts with <NAME> in them (User Guide,
 * "Transforming Amazon EventBridge target input", "Amazon EventBridge Pipes input transformation").
 */
#ifndef SLRUN_INPUTS_TEMPLATE_H
#define SLRUN_INPUTS_TEMPLATE_H

#include <stdbool.h>

#include <jansson.h>

enum { TEMPLATE_NAME_SIZE = 256, TEMPLATE_TEXT_MAX = 1048576 };

/* The name in <NAME> at the beginning of a text; its bytes with the brackets, 0: there is none. */
size_t template_name(const char *text, char name[TEMPLATE_NAME_SIZE]);

struct template
{
    const char *text;
    /* What a name stands for: a new reference, or NULL: nothing. */
    json_t *(*value)(void *arg, const char *name);
    void *arg;
    /* It is no JSON: texts stand in it as they are. Else they are JSON, with quotes where the
     * template has none around them. */
    bool plain;
};
/* The text with its values, to be freed. NULL: too long, or no memory. */
char *template_fill(const struct template *template);

#endif
