/* SPDX-License-Identifier: Apache-2.0 */
/* From a shared object to a checked plugin. Loaded plugins are never unloaded. */
#ifndef SLRUN_PLUGIN_LOADER_H
#define SLRUN_PLUGIN_LOADER_H

#include <slrun/plugin.h>

/* A plugin as the core sees it: the entry widened to this slrun's structs, so that fields that an
 * older plugin does not have read as zero. */
struct plugin {
    char *path;
    struct slrun_plugin entry;
    struct slrun_service service;
    struct slrun_local local; /* entry.local points here, or is NULL */
    struct slrun_op *ops;     /* entry.n_ops of them */
    void *state;              /* of init() */
};

/*
 * Opens the shared object, checks the version rule (slrun/abi.h) and every required slot, copies
 * its tables. init() is not called yet. NULL with `error` filled: one line that names the file,
 * and a hint.
 */
struct plugin *loader_open(const char *path, struct slrun_error *error);

/* Calls init(), if there is one. 0, or -1 with `error` filled. */
int loader_init(struct plugin *plugin, struct slrun_error *error);

/* Frees the plugin; the shared object stays. `initialised`: fini() is called. */
void loader_close(struct plugin *plugin, int initialised);

#endif
