/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins NAME [OPERATION]: the reference page of a plugin or of one of its operations. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/plugins/plugins.h"
#include "cli/plugins/plugins_json.h"
#include "plugin/check.h"
#include "plugin/grant.h"

enum { NAME_COLUMN = 32 };

/* "list of map of string" */
static void print_type(const struct slrun_shape *s, unsigned depth)
{
    printf("%s", type_name(s->type));
    if ((s->type == SLRUN_LIST || s->type == SLRUN_MAP) && s->of && depth < PLUGINS_DEPTH_MAX) {
        printf(" of ");
        print_type(s->of, depth + 1);
    }
}

/* The members of a structure, or of the structures that a list or map holds. */
static const struct slrun_shape *innermost(const struct slrun_shape *s)
{
    for (int depth = 0; depth < PLUGINS_DEPTH_MAX; depth++) {
        if ((s->type != SLRUN_LIST && s->type != SLRUN_MAP) || !s->of)
            break;
        s = s->of;
    }
    return s;
}

static void print_values(const struct slrun_shape *s, int indent)
{
    for (size_t i = 0; s->values && s->values[i]; i++)
        printf("%*s%s%s", i ? 0 : indent, "", i ? ", " : "one of ", s->values[i]);
    if (s->values)
        printf("\n");
}

static void print_params(const struct slrun_param *params, const struct plugins_above *up)
{
    struct plugins_above above = {up, params, up ? up->depth + 1 : 0};
    int indent = (int)(above.depth + 1) * 2, rest = NAME_COLUMN - indent;
    for (; params->name; params++) {
        const struct slrun_shape *inner = innermost(&params->shape);
        const struct slrun_param *below = plugins_members(inner, &above);
        printf("%*s%-*s ", indent, "", rest > 1 ? rest : 1, params->name);
        print_type(&params->shape, 0);
        printf("%s%s\n", params->flags & SLRUN_REQUIRED ? ", required" : "",
               params->flags & SLRUN_SECRET ? ", secret" : "");
        if (params->doc && *params->doc)
            printf("%*s%s\n", indent + 4, "", params->doc);
        print_values(inner, indent + 4);
        if (below)
            print_params(below, &above);
    }
}

static void print_words(const char *title, const char *const *list, const char *otherwise)
{
    printf("%-12s ", title);
    for (size_t i = 0; list && list[i]; i++)
        printf("%s%s", i ? ", " : "", list[i]);
    printf("%s\n", list && *list ? "" : otherwise);
}

static void print_paging(const struct slrun_paging *p)
{
    if (!p->output) {
        printf("paging       no\n");
        return;
    }
    printf("paging       %s of the result goes into %s; %s grows%s%s\n", p->output, p->input,
           p->items, p->limit ? ", bounded by " : "", p->limit ? p->limit : "");
}

/* Of rows for any operation the first that fits counts. */
static void print_grants(const struct plugin *plugin, const struct slrun_op *op)
{
    const char *iam = plugin->service.iam_prefix;
    struct grant_rows rows = grant_rows_of(&plugin->service, op);
    size_t shown = 0;
    for (size_t i = 0; i < rows.n; i++) {
        const struct slrun_grant *row = &rows.first[i];
        if (!grant_can_fit(&rows, op, row))
            continue;
        printf("%-12s %s", shown == 0 ? "IAM action" : "", shown > 0 && rows.any_op ? "else " : "");
        shown++;
        if (row->action)
            printf("%s", *row->action ? row->action : "none");
        else
            printf("%s:%s", iam ? iam : "", op->api);
        printf("%s%s%s%s\n", row->resource ? " on " : "", row->resource ? row->resource : "",
               row->when ? ", with " : "", row->when ? row->when : "");
    }
    if (shown == 0)
        printf("IAM action   %s%s%s\n", iam ? iam : "", iam ? ":" : "", iam ? op->api : "none");
}

static void print_properties(const struct plugin *plugin, const struct slrun_op *op)
{
    print_grants(plugin, op);
    printf("idempotent   %s\n", op->flags & SLRUN_OP_IDEMPOTENT ? "yes" : "no");
    if (op->token)
        printf("token        %s, filled when absent\n", op->token);
    print_words("retried on", op->retry, "throttling and passing faults, as every operation");
    if (op->absent)
        print_words("absent on", op->absent, "");
    print_paging(&op->paging);
    if (op->hold.param)
        printf("long poll    %s, in units of %u ms\n", op->hold.param, op->hold.unit_ms);
    if (op->flags & SLRUN_OP_CONSUMES)
        printf("consumes     what it returns is taken from others\n");
    if (op->undo)
        printf("undo         what it creates is removed at the end of the case\n");
}

static void show_op(const struct plugin *plugin, const struct slrun_op *op)
{
    printf("%s.%s (%s)\n%s\n\nparameters\n", plugin->entry.name, op->name, op->api, op->doc);
    if (op->params->name)
        print_params(op->params, NULL);
    else
        printf("  none\n");
    printf("\nresult\n");
    if (op->result && op->result->name)
        print_params(op->result, NULL);
    else
        printf("  %s\n", op->result ? "none" : "not described");
    printf("\n");
    print_properties(plugin, op);
}

static void show_plugin(const struct plugin *plugin)
{
    int width = 0;
    printf("%s %s\n%s\n%s\n%s\n\noperations\n", plugin->entry.name, plugin->entry.version,
           plugin->entry.doc, plugin->path,
           plugin->entry.local ? "with a local half" : "without a local half");
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        int n = (int)strnlen(plugin->ops[i].name, NAME_COLUMN);
        width = n > width ? n : width;
    }
    for (size_t i = 0; i < plugin->entry.n_ops; i++)
        printf("  %-*s  %s\n", width, plugin->ops[i].name, plugin->ops[i].doc);
}

static enum exitcode no_operation(const struct plugin *plugin, const char *name, const char *near)
{
    struct slrun_error error = {0};
    error_set(&error, SLRUN_E_USAGE, "%s has no operation '%s'", plugin->entry.name, name);
    if (near)
        error_hint(&error, "did you mean '%s'?", near);
    else
        error_hint(&error, "`slrun plugins %s` lists them", plugin->entry.name);
    return command_fail(&error);
}

enum exitcode plugins_show(struct registry *registry, const char *name, const char *operation,
                           const struct plugins_options *options)
{
    struct slrun_error error = {0};
    const char *near = NULL;
    const struct plugin *plugin = registry_find(registry, name, &error);
    if (!plugin)
        return command_fail(&error);
    const struct slrun_op *op = operation ? plugin_op(plugin, operation, &near) : NULL;
    if (operation && !op)
        return no_operation(plugin, operation, near);
    if (options->json)
        return plugins_json_print(op ? plugins_json_op(plugin, op) : plugins_json(plugin, true)) ==
                       0
                   ? EXITCODE_OK
                   : EXITCODE_INTERNAL;
    if (op)
        show_op(plugin, op);
    else
        show_plugin(plugin);
    return EXITCODE_OK;
}
