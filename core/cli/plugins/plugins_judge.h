/* SPDX-License-Identifier: Apache-2.0 */
/* What `slrun plugins check` looks at in a plugin that is loaded. */
#ifndef SLRUN_CLI_PLUGINS_JUDGE_H
#define SLRUN_CLI_PLUGINS_JUDGE_H

#include "cli/plugins/plugins_verdict.h"
#include "plugin/loader.h"

/* One operation, and where it belongs. */
struct judged {
    const struct plugin *plugin;
    const struct slrun_op *op;
};

/* Tables (plugins_tables.c): names, docs, and that each refers to what is there. */
void judge_entry(struct verdict *v, const struct plugin *plugin);
void judge_op_names(struct verdict *v, const struct judged *j);
void judge_op_params(struct verdict *v, const struct judged *j);
void judge_op_refs(struct verdict *v, const struct judged *j);

/* Calls (plugins_build.c, plugins_parse.c), with a struct judged; for verdict_in_child. */
void judge_build(struct verdict *v, void *judged);
void judge_undo(struct verdict *v, void *judged);
void judge_tag(struct verdict *v, void *judged);
void judge_parse(struct verdict *v, void *judged);

/* The local half (plugins_local.c), with a struct plugin; for verdict_in_child. */
void judge_local(struct verdict *v, void *plugin);
/* What it shows on the local cloud's page (plugins_looks.c); `state` is the open half's. */
void judge_looks(struct verdict *v, const struct plugin *plugin, void *state);

/* A context for one call, in an arena of `limit` bytes; judged_close() frees what it holds. */
struct judged_call {
    struct slrun_ctx ctx;
    struct slrun_error error;
};
void judged_open(struct judged_call *call, const struct judged *j, size_t limit);
void judged_close(struct judged_call *call);

/* A call has failed: it must have said why. */
void judge_error(struct verdict *v, const char *what, const struct slrun_error *error);

enum { JUDGED_ARENA = 64 * 1024 * 1024 };

#endif
