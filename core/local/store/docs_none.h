/* SPDX-License-Identifier: Apache-2.0 */
/* slrun_cloud.doc_put and its kin where nothing is kept: for those who ask a local half outside of
 * a local cloud. */
#ifndef SLRUN_LOCAL_DOCS_NONE_H
#define SLRUN_LOCAL_DOCS_NONE_H

#include <slrun/local.h>

void docs_none_fill(struct slrun_cloud *api);

#endif
