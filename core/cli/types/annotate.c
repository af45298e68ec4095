/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/types/annotate.h"

#include <stdio.h>
#include <string.h>

#include "cli/plugins/plugins_json.h"

struct writer {
    struct buf *out;
    bool given; /* arguments, and not results: what is not required may be left out */
};

/* Text of one line, as a comment may hold it. */
static void add_line(struct buf *out, const char *text)
{
    for (; *text; text++)
        buf_putc(out, *text == '\n' ? ' ' : *text);
}

static void add_words(struct buf *out, const char *const *values)
{
    for (size_t i = 0; values[i]; i++)
        buf_printf(out, "%s\"%s\"", i ? "|" : "", values[i]);
}

/* Bytes of a result may be a string or binary, by what they are: no editor can know. */
static const char *plain_type(enum slrun_type type, bool given)
{
    switch (type) {
    case SLRUN_STRING:
        return "string";
    case SLRUN_INTEGER:
        return "integer";
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return "number";
    case SLRUN_BOOLEAN:
        return "boolean";
    case SLRUN_BLOB:
        return given ? "string|slrun.binary" : "any";
    case SLRUN_LIST:
        return "any[]";
    case SLRUN_MAP:
        return "table<string, any>";
    case SLRUN_STRUCTURE:
        return "table";
    case SLRUN_DOCUMENT:
        break;
    }
    return "any";
}

/* `name`: of the class of the innermost structure, if it has one. */
static void add_type(struct writer *w, const struct slrun_shape *s, const char *name,
                     unsigned depth)
{
    bool nested = s->of && depth < PLUGINS_DEPTH_MAX;
    if (s->type == SLRUN_LIST && nested) {
        buf_putc(w->out, '(');
        add_type(w, s->of, name, depth + 1);
        buf_puts(w->out, ")[]");
    } else if (s->type == SLRUN_MAP && nested) {
        buf_puts(w->out, "table<string, ");
        add_type(w, s->of, name, depth + 1);
        buf_putc(w->out, '>');
    } else if (s->type == SLRUN_STRUCTURE && name) {
        buf_puts(w->out, name);
    } else if (s->values && w->given) {
        add_words(w->out, s->values);
    } else {
        buf_puts(w->out, plain_type(s->type, w->given));
    }
}

static const struct slrun_shape *innermost(const struct slrun_shape *s)
{
    for (unsigned i = 0; i < PLUGINS_DEPTH_MAX && s->of; i++)
        if (s->type == SLRUN_LIST || s->type == SLRUN_MAP)
            s = s->of;
    return s;
}

static void add_class(struct writer *w, const char *name, const struct slrun_param *params,
                      const struct plugins_above *up);

/* The class of what a parameter holds: "CLASS.Parameter", written before CLASS is. */
static void add_below(struct writer *w, const char *name, const struct slrun_param *p,
                      const struct plugins_above *above)
{
    char room[ANNOTATE_NAME_MAX];
    const struct slrun_param *below = plugins_members(innermost(&p->shape), above);
    int n = snprintf(room, sizeof room, "%s.%s", name, p->name);
    if (below && n > 0 && (size_t)n < sizeof room)
        add_class(w, room, below, above);
}

static void add_fields(struct writer *w, const char *name, const struct slrun_param *params,
                       const struct plugins_above *above)
{
    char room[ANNOTATE_NAME_MAX];
    for (; params->name; params++) {
        const struct slrun_param *below = plugins_members(innermost(&params->shape), above);
        int n = snprintf(room, sizeof room, "%s.%s", name, params->name);
        bool named = below && n > 0 && (size_t)n < sizeof room;
        bool optional = w->given && !(params->flags & SLRUN_REQUIRED);
        buf_printf(w->out, "---@field %s%s ", params->name, optional ? "?" : "");
        add_type(w, &params->shape, named ? room : NULL, 0);
        buf_putc(w->out, ' ');
        add_line(w->out, params->doc ? params->doc : "");
        buf_putc(w->out, '\n');
    }
}

static void add_class(struct writer *w, const char *name, const struct slrun_param *params,
                      const struct plugins_above *up)
{
    struct plugins_above above = {up, params, up ? up->depth + 1 : 0};
    for (const struct slrun_param *p = params; p->name; p++)
        add_below(w, name, p, &above);
    buf_printf(w->out, "---@class %s\n", name);
    add_fields(w, name, params, &above);
    buf_putc(w->out, '\n');
}

static bool any_required(const struct slrun_param *params)
{
    for (; params->name; params++)
        if (params->flags & SLRUN_REQUIRED)
            return true;
    return false;
}

static void add_operation(struct buf *out, const struct plugin *plugin, const struct slrun_op *op)
{
    struct writer given = {out, true}, got = {out, false};
    char args[ANNOTATE_NAME_MAX], result[ANNOTATE_NAME_MAX];
    const char *overload = NULL;
    bool wide = annotate_overridden(plugin, op->name, &overload);
    snprintf(args, sizeof args, "slrun.%s.%s.args", plugin->entry.name, op->name);
    snprintf(result, sizeof result, "slrun.%s.%s.result", plugin->entry.name, op->name);
    add_class(&given, args, op->params, NULL);
    if (op->result && op->result->name)
        add_class(&got, result, op->result, NULL);
    buf_puts(out, "---");
    add_line(out, op->doc);
    buf_printf(out, "\n---@param args%s %s%s\n", any_required(op->params) ? "" : "?", args,
               wide ? "|table" : "");
    buf_printf(out, "---@return %s\n", op->result && op->result->name ? result : "table");
    if (overload)
        buf_printf(out, "---%.*s\n", (int)strcspn(overload, "\n"), overload);
    buf_printf(out, "function %s.%s(args) end\n\n", plugin->entry.name, op->name);
}

static void add_pages(struct buf *out, const struct plugin *plugin)
{
    const char *name = plugin->entry.name;
    bool any = false;
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        if (!plugin->ops[i].paging.output)
            continue;
        if (!any)
            buf_printf(out, "---@alias slrun.%s.paged ", name);
        buf_printf(out, "%s\"%s\"", any ? "|" : "", plugin->ops[i].name);
        any = true;
    }
    if (!any)
        return;
    buf_printf(
        out,
        "\n\n---What all pages of an operation hold, as one list.\n"
        "---@param operation slrun.%s.paged|string\n---@param args? table\n---@return any[]\n"
        "function %s.all(operation, args) end\n\n"
        "---The pages of an operation, one after the other: for page in %s.pages(...) do\n"
        "---@param operation slrun.%s.paged|string\n---@param args? table\n"
        "---@return fun(): table?\nfunction %s.pages(operation, args) end\n\n",
        name, name, name, name, name);
}

void annotate_plugin(struct buf *out, const struct plugin *plugin)
{
    const char *name = plugin->entry.name;
    buf_printf(out, "-- Written by `slrun stubs` from %s.so %s.\n---@meta slrun.%s\n\n---", name,
               plugin->entry.version, name);
    add_line(out, plugin->entry.doc);
    buf_printf(out, "\n---@class slrun.%s\nlocal %s = {}\n\n", name, name);
    for (size_t i = 0; i < plugin->entry.n_ops; i++)
        add_operation(out, plugin, &plugin->ops[i]);
    add_pages(out, plugin);
    buf_printf(out,
               "---The operations in another region.\n---@param where { region: string }\n"
               "---@return slrun.%s\nfunction %s:with(where) end\n\n",
               name, name);
    annotate_prelude(out, plugin);
    buf_printf(out, "return %s\n", name);
}
