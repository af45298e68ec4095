/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin's module for the Lua language server: its operations, from the tables, and what its
 * prelude adds, in LuaCATS annotations. */
#ifndef SLRUN_CLI_ANNOTATE_H
#define SLRUN_CLI_ANNOTATE_H

#include "base/buf.h"
#include "plugin/loader.h"

enum { ANNOTATE_MAX = 16 * 1024 * 1024, ANNOTATE_NAME_MAX = 1024 };

/* Adds the text of the module "slrun.NAME". out->failed where it does not fit. */
void annotate_plugin(struct buf *out, const struct plugin *plugin);

/* Adds the functions that the text of a prelude declares for its module, with the comments (---)
 * above them. A line that begins with "for _, x in ipairs" takes names over, or another form of
 * operations, by @overload in its comment. */
void annotate_prelude(struct buf *out, const struct plugin *plugin);

/* Whether the prelude gives the operation a form of its own: its arguments are then not only those
 * of the table. `overload`: set to that of its comment (up to the end of the line), or NULL. */
bool annotate_overridden(const struct plugin *plugin, const char *operation, const char **overload);

#endif
