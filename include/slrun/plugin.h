/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The entry of a plugin: a shared object that exports exactly one symbol, a const struct of this
 * type. SLRUN_PLUGIN() declares it, from C and from C++:
 *
 *     SLRUN_PLUGIN("echo", "1.0.0", "Answers what it was asked.", NULL, NULL,
 *                  &service, ops, sizeof ops / sizeof *ops, NULL, NULL);
 *
 * Plugins are loaded with RTLD_NOW|RTLD_LOCAL and never unloaded.
 */
#ifndef SLRUN_PLUGIN_H
#define SLRUN_PLUGIN_H

#include <stdint.h>

#include <slrun/abi.h>
#include <slrun/error.h>
#include <slrun/host.h>
#include <slrun/local.h>
#include <slrun/op.h>

#define SLRUN_PLUGIN_SYMBOL "slrun_plugin_entry"

struct slrun_plugin {
    /* The version fields come first: they protect the rest. SLRUN_PLUGIN() fills them. */
    uint16_t abi_major;
    uint16_t abi_minor;
    uint32_t struct_size;
    uint32_t op_size;      /* sizeof(struct slrun_op) */
    uint32_t service_size; /* sizeof(struct slrun_service) */
    uint32_t local_size;   /* sizeof(struct slrun_local) */
    uint32_t reserved;     /* 0 */

    const char *name;    /* required: a-z, 0-9, _; `require "slrun.NAME"` */
    const char *version; /* required: of the plugin */
    const char *doc;     /* required: one line */
    /* Optional. Called once after loading; *state comes back in slrun_ctx.plugin. 0, or -1 with
     * `error` filled: it has then cleaned up after itself, and fini is not called. */
    int (*init)(const struct slrun_host *host, void **state, struct slrun_error *error);
    /* Optional. Called once before the process ends. */
    void (*fini)(void *state);
    const struct slrun_service *service; /* required */
    const struct slrun_op *ops;          /* required, at least one */
    size_t n_ops;
    /* Optional. Lua source that adds to the service's module: waiters, claims, helpers. It is a
     * chunk that gets the module and the table `slrun` as its two arguments (docs/
     * writing-plugins.md, "The prelude"). Since 1.5 it may be several, its parts: each is the text
     * behind a line "--@part FILE.lua", with which the prelude then begins. They run in their
     * order, and slrun.part "FILE" gives the others what one of them returned. */
    const char *prelude;
    const struct slrun_local *local; /* optional */
};

#define SLRUN_PLUGIN(...)                                                                          \
    SLRUN_EXTERN_C SLRUN_EXPORT const struct slrun_plugin slrun_plugin_entry;                      \
    const struct slrun_plugin slrun_plugin_entry = {SLRUN_ABI_MAJOR,                               \
                                                    SLRUN_ABI_MINOR,                               \
                                                    sizeof(struct slrun_plugin),                   \
                                                    sizeof(struct slrun_op),                       \
                                                    sizeof(struct slrun_service),                  \
                                                    sizeof(struct slrun_local),                    \
                                                    0,                                             \
                                                    __VA_ARGS__}

#endif
