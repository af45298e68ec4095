/* SPDX-License-Identifier: Apache-2.0 */
/* What of struct slrun_cloud needs no local cloud behind it, only an exchange: reading and
 * answering by the protocols that services share, and their state. The local cloud has it, `slrun
 * plugins check` and the tests of local halves. */
#ifndef SLRUN_LOCAL_PROTOCOLS_H
#define SLRUN_LOCAL_PROTOCOLS_H

#include <slrun/cloud.h>

void protocols_fill(struct slrun_cloud *cloud);

#endif
