/* SPDX-License-Identifier: Apache-2.0 */
/* The core's side of include/slrun/host.h. */
#ifndef SLRUN_PLUGIN_HOST_H
#define SLRUN_PLUGIN_HOST_H

#include <slrun/host.h>

enum {
    HOST_HEADERS_MAX = 100,
    HOST_HEADER_SIZE_MAX = 16 * 1024,
    HOST_YAML_NODES_MAX = 200000,
    HOST_YAML_DEPTH_MAX = 100,
};

/* The table that is handed to plugins; it lives as long as the process. */
const struct slrun_host *host_table(void);

#endif
