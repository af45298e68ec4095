/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests of all client halves, for arguments from anywhere: a line "SERVICE OPERATION", then the
 * arguments as JSON. What is no mistake becomes a request that HTTP can carry, whatever stands in
 * names, keys and headers: no blanks and controls in the target, no line ends in headers. Needs the
 * plugins.
 */
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "heads.h"
#include "plugin/check.h"
#include "plugin/host.h"
#include "plugins.h"

enum { ARENA_LIMIT = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct plugin *find_plugin(const char *name)
{
    struct plugin *const *all = plugins_all();
    while (*all != NULL && strcmp((*all)->entry.name, name) != 0)
        all++;
    return *all;
}

static const struct slrun_op *find_op(const struct plugin *plugin, const char *name)
{
    for (size_t i = 0; plugin != NULL && i < plugin->entry.n_ops; i++)
        if (strcmp(plugin->ops[i].name, name) == 0)
            return &plugin->ops[i];
    return NULL;
}

static void expect_no_controls(const char *text, unsigned char first)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text < first || *text == 0x7f)
            abort();
}

static void check(const struct slrun_request *request)
{
    const char *target = request->target == NULL ? "/" : request->target;
    if (*target != '/' || (request->body.data == NULL && request->body.size > 0 &&
                           request->body.kind == SLRUN_BODY_BYTES))
        abort();
    expect_no_controls(target, ' ' + 1);
    for (size_t i = 0; i < request->n_headers; i++) {
        const char *value = request->headers[i].value;
        expect_no_controls(request->headers[i].name, ' ' + 1);
        if (value[strcspn(value, "\r\n")] != '\0')
            abort();
    }
}

static void build(const struct plugin *plugin, const struct slrun_op *op, json_t *args)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct slrun_request request = {.method = NULL};
    struct slrun_undo undo = {.kind = NULL};
    struct slrun_ctx ctx = {.host = host_table(),
                            .plugin = plugin->state,
                            .service = op->service != NULL ? op->service : &plugin->service,
                            .op = op,
                            .region = "us-east-1",
                            .arena = arena_new(ARENA_LIMIT),
                            .error = &error};
    if (ctx.arena != NULL && check_args(op, args, &error) == 0) {
        if (op->undo != NULL && op->undo(&ctx, args, NULL, &undo) == 0) {
            json_decref(undo.args);
            json_decref(undo.tags_args);
        }
        error_clear(&error);
        bool built = op->build(&ctx, args, &request) == 0;
        if (built != (error.kind == SLRUN_E_NONE))
            abort();
        if (built)
            check(&request);
    }
    error_clear(&error);
    arena_free(ctx.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *rest = text;
    if (text == NULL)
        return 0;
    char *service = heads_line(&rest), *name = strchr(service, ' ');
    json_t *args = json_loadb(rest, (size_t)(text + size - rest), JSON_ALLOW_NUL, NULL);
    if (name != NULL && json_is_object(args)) {
        *name++ = '\0';
        const struct plugin *plugin = find_plugin(service);
        const struct slrun_op *op = find_op(plugin, name);
        if (op != NULL)
            build(plugin, op, args);
    }
    json_decref(args);
    free(text);
    return 0;
}
