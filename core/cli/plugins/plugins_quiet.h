/* SPDX-License-Identifier: Apache-2.0 */
/*
 * slrun_cloud.notify and its kin where there is nobody but the local half that is checked: nobody
 * hears or can be called, and nothing happens by chance. Contracts in slrun/cloud.h.
 */
#ifndef SLRUN_CLI_PLUGINS_QUIET_H
#define SLRUN_CLI_PLUGINS_QUIET_H

#include <slrun/local.h>

void quiet_fill(struct slrun_cloud *cloud);

#endif
