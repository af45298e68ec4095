/* SPDX-License-Identifier: Apache-2.0 */
/* Type stubs for the Lua language server, as files. */
#ifndef SLRUN_CLI_STUBS_H
#define SLRUN_CLI_STUBS_H

#include <stddef.h>

#include <slrun/error.h>

#define STUBS_FOLDER ".slrun/types"

/*
 * Writes language.lua and slrun/NAME.lua for each module that specs can require into the folder,
 * which is made if need be. Files that are there already and are not slrun's own are an error, and
 * stay. `n_plugins`: how many plugins there are. 0, or -1 with `error` filled.
 */
int stubs_write(const char *folder, const char *plugin_path, size_t *n_plugins,
                struct slrun_error *error);

#endif
