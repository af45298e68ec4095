/* SPDX-License-Identifier: Apache-2.0 */
/* Reads XML with expat, into a tree. */
#include "plugin/xml.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "net/expat_api.h"

struct reader {
    const struct expat_api *api;
    XML_Parser parser;
    struct slrun_arena *arena;
    struct slrun_xml *root, *at;
    struct buf text; /* since the last tag */
    unsigned depth;
    const char *refused; /* why we stopped */
};

static void stop(struct reader *r, const char *why)
{
    if (!r->refused)
        r->api->StopParser(r->parser, XML_FALSE);
    r->refused = why;
}

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

/* The prefix is xsi by custom alone, so any will do. */
static bool keep_type(struct reader *r, struct slrun_xml *e, const char **attributes)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local_name(attributes[0]), "type") == 0 && strchr(attributes[0], ':'))
            return (e->type = arena_str(r->arena, attributes[1])) != NULL;
    return true;
}

static void on_start(void *data, const char *name, const char **attributes)
{
    struct reader *r = data;
    struct slrun_xml *e = arena_alloc(r->arena, sizeof *e);
    if (e)
        e->name = arena_str(r->arena, local_name(name));
    if (!e || !e->name || !keep_type(r, e, attributes)) {
        stop(r, "it is too large");
        return;
    }
    if (++r->depth > XML_DEPTH_MAX) {
        stop(r, "it is too deep");
        return;
    }
    e->text = "";
    e->parent = r->at;
    if (!r->at)
        r->root = e;
    else if (r->at->last)
        r->at->last->next = e;
    else
        r->at->first = e;
    if (r->at)
        r->at->last = e;
    r->at = e;
    buf_clear(&r->text);
}

static void on_end(void *data, const char *name)
{
    struct reader *r = data;
    struct slrun_xml *e = r->at;
    (void)name;
    if (r->refused)
        return;
    if (!e->first)
        e->text = arena_str(r->arena, buf_str(&r->text));
    if (!e->text || r->text.failed)
        stop(r, "it is too large");
    buf_clear(&r->text);
    r->at = e->parent;
    r->depth--;
}

static void on_text(void *data, const char *text, int size)
{
    struct reader *r = data;
    buf_add(&r->text, text, (size_t)size);
}

static void on_doctype(void *data, const char *name, const char *system, const char *public,
                       int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(data, "it has a document type");
}

static int parse(struct reader *r, const void *data, size_t size, struct slrun_error *error)
{
    const struct expat_api *api = r->api;
    api->SetUserData(r->parser, r);
    api->SetElementHandler(r->parser, on_start, on_end);
    api->SetCharacterDataHandler(r->parser, on_text);
    api->SetStartDoctypeDeclHandler(r->parser, on_doctype);
    if (size <= XML_TEXT_MAX * 16u && api->Parse(r->parser, data, (int)size, 1) == XML_STATUS_OK)
        return 0;
    const char *why = r->refused ? r->refused : api->ErrorString(api->GetErrorCode(r->parser));
    return error_set(error, SLRUN_E_PROTOCOL, "the answer is not XML: %s (at byte %ld of %zu)", why,
                     (long)api->GetCurrentByteIndex(r->parser), size);
}

const struct slrun_xml *xml_read(struct slrun_ctx *ctx, const void *data, size_t size)
{
    struct reader r = {.api = expat_api(ctx->error), .arena = ctx->arena};
    if (!r.api)
        return NULL;
    r.text = BUF_INIT(XML_TEXT_MAX);
    r.parser = r.api->ParserCreate(NULL);
    if (!r.parser) {
        error_set(ctx->error, SLRUN_E_MEMORY, "no memory to read XML");
        return NULL;
    }
    int result = parse(&r, data, size, ctx->error);
    r.api->ParserFree(r.parser);
    buf_free(&r.text);
    return result == 0 ? r.root : NULL;
}

const struct slrun_xml *xml_child(const struct slrun_xml *element, const char *name)
{
    const struct slrun_xml *e = element ? element->first : NULL;
    while (e && strcmp(e->name, name) != 0)
        e = e->next;
    return e;
}

const char *xml_text(const struct slrun_xml *element, const char *name)
{
    const struct slrun_xml *e = xml_child(element, name);
    return e ? e->text : "";
}
