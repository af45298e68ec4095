/* SPDX-License-Identifier: Apache-2.0 */
/* The plugins of the build tree, loaded as slrun loads them: FUZZ_PLUGIN_DIR and FUZZ_PLUGINS, a
 * list of names, are the target's. They stay loaded. */
#ifndef SLRUN_FUZZ_PLUGINS_H
#define SLRUN_FUZZ_PLUGINS_H

#include "plugin/loader.h"

/* All of them, ended by NULL; aborts where one cannot be loaded. */
struct plugin *const *plugins_all(void);

#endif
