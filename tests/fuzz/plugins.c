/* SPDX-License-Identifier: Apache-2.0 */
/* Loading them: see plugins.h. */
#include "plugins.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"

struct plugin *const *plugins_all(void)
{
    static const char *const names[] = {FUZZ_PLUGINS, NULL};
    static struct plugin *all[sizeof names / sizeof *names];
    struct slrun_error error;
    char path[4096];
    log_set_level(SLRUN_LOG_ERROR);
    for (size_t i = 0; all[i] == NULL && names[i] != NULL; i++) {
        (void)snprintf(path, sizeof path, "%s/%s.so", FUZZ_PLUGIN_DIR, names[i]);
        all[i] = loader_open(path, &error);
        if (all[i] == NULL || loader_init(all[i], &error) != 0) {
            (void)fprintf(stderr, "%s\n", error.message);
            abort();
        }
    }
    return all;
}
