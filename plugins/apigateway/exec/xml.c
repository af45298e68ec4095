/* SPDX-License-Identifier: Apache-2.0 */
/* XML to JSON, over expat. */
#include "exec/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "util/text.h"

enum { DEPTH_MAX = 32 };

struct reader {
    json_t *at[DEPTH_MAX]; /* the elements that are open, as objects */
    struct text text;      /* of the innermost one */
    int depth;
    XML_Parser parser;
};

static void start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
    struct reader *r = arg;
    (void)name, (void)attributes;
    if (r->depth + 1 >= DEPTH_MAX) {
        XML_StopParser(r->parser, XML_FALSE);
        return;
    }
    r->at[++r->depth] = json_object();
    r->text.n = 0;
}

static void end(void *arg, const XML_Char *name)
{
    struct reader *r = arg;
    json_t *value = r->at[r->depth], *above = r->at[--r->depth], *before;
    if (json_object_size(value) == 0) {
        json_decref(value);
        value = text_json_bytes(text_str(&r->text), r->text.n);
    }
    r->text.n = 0;
    before = json_object_get(above, name);
    if (json_is_array(before))
        json_array_append_new(before, value);
    else if (before)
        json_object_set_new(above, name, json_pack("[O, o]", before, value));
    else
        json_object_set_new(above, name, value);
}

static void text(void *arg, const XML_Char *s, int n)
{
    struct reader *r = arg;
    text_add(&r->text, s, (size_t)n);
}

char *xml_to_json(const char *data, size_t size)
{
    struct reader r = {.text = TEXT_INIT};
    if (size == 0 || data[strspn(data, " \t\r\n")] != '<')
        return NULL;
    r.parser = XML_ParserCreate("UTF-8");
    if (!r.parser)
        return NULL;
    r.at[0] = json_object();
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, start, end);
    XML_SetCharacterDataHandler(r.parser, text);
    bool good = XML_Parse(r.parser, data, (int)size, 1) == XML_STATUS_OK;
    char *json = good ? json_dumps(r.at[0], JSON_COMPACT) : NULL;
    while (r.depth >= 0)
        json_decref(r.at[r.depth--]);
    XML_ParserFree(r.parser);
    text_free(&r.text);
    return json;
}
