/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The plugins of this process, by name. A plugin is looked for as NAME.so in the directories of
 * the search path, in this order: --plugin-path, SLRUN_PLUGIN_PATH, the directory beside the
 * binary (install tree or build tree). What the user named is loaded and checked at once; the rest
 * when a spec requires it.
 */
#ifndef SLRUN_PLUGIN_REGISTRY_H
#define SLRUN_PLUGIN_REGISTRY_H

#include <stdbool.h>

#include "plugin/loader.h"

struct registry;

enum {
    REGISTRY_PLUGINS_MAX = 256,
    REGISTRY_PATHS_MAX = 64,
    REGISTRY_BANS_MAX = 64,
};

struct registry *registry_new(void);

/* Calls fini() of each, last loaded first. */
void registry_free(struct registry *registry);

/* Adds files or directories, separated by ':'. `named`: by the user, so every plugin there is
 * loaded now and any fault is an error. 0, or -1 with `error` filled. */
int registry_add_path(struct registry *registry, const char *paths, bool named,
                      struct slrun_error *error);

/* The plugin of that name, loaded if need be; NULL with `error` filled, which names the places
 * that were searched and the nearest name. Belongs to the registry. */
const struct plugin *registry_find(struct registry *registry, const char *name,
                                   struct slrun_error *error);

/* From now on registry_find() refuses the plugin of that name. 0, or -1 with `error` filled. */
int registry_ban(struct registry *registry, const char *name, struct slrun_error *error);

/* Loads every plugin on the search path. 0, or -1 with `error` filled at the first fault. */
int registry_load_all(struct registry *registry, struct slrun_error *error);

/* The loaded ones, in the order of loading. */
size_t registry_count(const struct registry *registry);
const struct plugin *registry_at(const struct registry *registry, size_t i);

/* The plugin that serves types of CloudFormation under a name that is not its own: "StepFunctions".
 * NULL: none of those that could be loaded. */
const struct plugin *registry_of_cloudformation(struct registry *registry, const char *service);

/* The operation of that name, or NULL; `nearest` (may be NULL) then gets the nearest name or NULL.
 */
const struct slrun_op *plugin_op(const struct plugin *plugin, const char *name,
                                 const char **nearest);

#endif
