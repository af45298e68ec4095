/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins check: the tables of a plugin. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/spelling.h"
#include "cli/plugins/plugins_judge.h"

enum { MEMBERS_DEPTH_MAX = 8, PATH_SIZE = 256, MEMBERS_MAX = 1000 };

static bool one_line(const char *text)
{
    return text && *text && !strpbrk(text, "\r\n");
}

static bool is_snake(const char *name)
{
    if (!islower((unsigned char)*name) || strstr(name, "__") || name[strlen(name) - 1] == '_')
        return false;
    return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

static bool is_api_name(const char *api)
{
    size_t n = 0;
    while (isalnum((unsigned char)api[n]))
        n++;
    return isupper((unsigned char)*api) && api[n] == '\0';
}

void judge_entry(struct verdict *v, const struct plugin *plugin)
{
    const struct slrun_plugin *p = &plugin->entry;
    const struct slrun_service *s = &plugin->service;
    const char *file = strrchr(plugin->path, '/');
    size_t n = strlen(p->name);
    file = file ? file + 1 : plugin->path;
    if (strncmp(file, p->name, n) != 0 || strcmp(file + n, ".so") != 0)
        verdict_add(v, "the file must be named %s.so to be found by `require`", p->name);
    if (!one_line(p->version))
        verdict_add(v, "version is empty or not one line");
    if (!one_line(p->doc))
        verdict_add(v, "doc is empty or not one line");
    if (!s->iam_prefix || !*s->iam_prefix)
        verdict_add(v, "service: iam_prefix is missing, so no IAM action can be named");
    if (!*s->signing_name || !*s->endpoint_prefix)
        verdict_add(v, "service: signing_name or endpoint_prefix is empty");
    if (!s->target != !s->json_version)
        verdict_add(v, "service: target and json_version go together (the AWS JSON protocols)");
}

void judge_op_names(struct verdict *v, const struct judged *j)
{
    const struct slrun_op *op = j->op;
    if (!*op->name || !is_snake(op->name))
        verdict_add(v, "name '%.60s' is not in snake_case", op->name);
    if (!is_api_name(op->api))
        verdict_add(v, "api '%.60s' is not an operation's name as AWS writes it", op->api);
    else if (!spelling_is_same(op->name, op->api))
        verdict_add(v, "name and api '%.60s' differ", op->api);
    if (!one_line(op->doc))
        verdict_add(v, "doc is empty or not one line");
    for (const struct slrun_op *other = j->plugin->ops; other < op; other++)
        if (strcmp(other->name, op->name) == 0 || strcmp(other->api, op->api) == 0)
            verdict_add(v, "there are two of them");
}

/* ---- parameters and members ---- */

struct walk {
    struct verdict *v;
    char path[PATH_SIZE];
    int depth;
    unsigned left; /* members that will still be looked at: shapes may hold themselves */
};

static void walk_members(struct walk *w, const struct slrun_param *params);

static void walk_shape(struct walk *w, const struct slrun_shape *s)
{
    bool container = s->type == SLRUN_LIST || s->type == SLRUN_MAP;
    if ((unsigned)s->type > SLRUN_DOCUMENT)
        verdict_add(w->v, "%s: there is no type %u", w->path, (unsigned)s->type);
    if (s->of && !container)
        verdict_add(w->v, "%s: only a list or map has `of`", w->path);
    if (s->members && s->type != SLRUN_STRUCTURE)
        verdict_add(w->v, "%s: only a structure has `members`", w->path);
    if (s->values && (s->type != SLRUN_STRING || !s->values[0]))
        verdict_add(w->v, "%s: only a string has `values`, and at least one", w->path);
    if (w->depth == MEMBERS_DEPTH_MAX)
        return;
    w->depth++;
    if (container && s->of)
        walk_shape(w, s->of);
    else if (s->type == SLRUN_STRUCTURE && s->members)
        walk_members(w, s->members);
    w->depth--;
}

static void walk_members(struct walk *w, const struct slrun_param *params)
{
    size_t n = strlen(w->path);
    for (const struct slrun_param *p = params; p->name && w->left > 0; p++, w->left--) {
        snprintf(w->path + n, sizeof w->path - n, "%s%s", n ? "." : "", p->name);
        if (!*p->name)
            verdict_add(w->v, "%s: a parameter without a name", w->path);
        if (!one_line(p->doc))
            verdict_add(w->v, "%s: doc is missing or not one line", w->path);
        if (p->flags & ~(unsigned)(SLRUN_REQUIRED | SLRUN_SECRET | SLRUN_FILE | SLRUN_NAME_VALUE))
            verdict_add(w->v, "%s: unknown flags", w->path);
        for (const struct slrun_param *other = params; other < p; other++)
            if (strcmp(other->name, p->name) == 0)
                verdict_add(w->v, "%s: there are two of them", w->path);
        walk_shape(w, &p->shape);
    }
    w->path[n] = '\0';
}

void judge_op_params(struct verdict *v, const struct judged *j)
{
    struct walk w = {.v = v, .left = MEMBERS_MAX};
    walk_members(&w, j->op->params);
    w.left = MEMBERS_MAX;
    if (j->op->result)
        walk_members(&w, j->op->result);
}

/* ---- references ---- */

static const struct slrun_param *find(const struct slrun_param *params, const char *name)
{
    size_t n = strcspn(name, "."); /* "StreamDescription.Shards" */
    for (; params && params->name; params++)
        if (strlen(params->name) == n && strncmp(params->name, name, n) == 0)
            return params;
    return NULL;
}

/* A field of the table that names a parameter, or a member of the result. Lists end with a NULL
 * word. */
struct ref {
    const char *word; /* the field's */
    const char *name; /* what it says, or NULL */
    const struct slrun_param *params;
    enum slrun_type type; /* what that must be, or DOCUMENT for anything */
};

static void refer(struct verdict *v, const struct ref *r)
{
    const struct slrun_param *p = r->name ? find(r->params, r->name) : NULL;
    if (!r->name || !r->params)
        return;
    if (!p)
        verdict_add(v, "%s: there is no '%.60s'", r->word, r->name);
    else if (r->type != SLRUN_DOCUMENT && p->shape.type != r->type && !strchr(r->name, '.'))
        verdict_add(v, "%s: '%.60s' has the wrong type", r->word, r->name);
}

static void refer_all(struct verdict *v, const struct ref *refs)
{
    for (; refs->word; refs++)
        refer(v, refs);
}

static void codes(struct verdict *v, const char *word, const char *const *list)
{
    for (; list && *list; list++)
        if (!**list || strpbrk(*list, "#: \r\n"))
            verdict_add(v, "%s: '%.60s' is no error code", word, *list);
}

void judge_op_refs(struct verdict *v, const struct judged *j)
{
    const struct slrun_op *op = j->op;
    const struct slrun_paging *p = &op->paging;
    const struct ref own[] = {{"token", op->token, op->params, SLRUN_STRING},
                              {"hold", op->hold.param, op->params, SLRUN_INTEGER},
                              {NULL}};
    const struct ref paging[] = {{"paging.input", p->input, op->params, SLRUN_DOCUMENT},
                                 {"paging.output", p->output, op->result, SLRUN_DOCUMENT},
                                 {"paging.items", p->items, op->result, SLRUN_LIST},
                                 {"paging.limit", p->limit, op->params, SLRUN_INTEGER},
                                 {NULL}};
    refer_all(v, own);
    if (op->hold.param && op->hold.unit_ms == 0)
        verdict_add(v, "hold: unit_ms is 0");
    if (!p->input != !p->output || !p->input != !p->items || (p->limit && !p->input))
        verdict_add(v, "paging: input, output and items go together");
    refer_all(v, paging);
    codes(v, "retry", op->retry);
    codes(v, "absent", op->absent);
    if (op->flags & ~(unsigned)(SLRUN_OP_IDEMPOTENT | SLRUN_OP_CONSUMES | SLRUN_OP_READS_ARGS |
                                SLRUN_OP_ANY_STATUS))
        verdict_add(v, "unknown flags");
    if (op->tag && !op->undo)
        verdict_add(v, "tag: only what has an undo is tagged");
}
