/* SPDX-License-Identifier: Apache-2.0 */
/* slrun_cloud.doc_put and its kin. Contracts in slrun/cloud.h. */
#ifndef SLRUN_LOCAL_DOCS_H
#define SLRUN_LOCAL_DOCS_H

#include "local/cloud.h"

int docs_put(const struct slrun_cloud *api, const char *service, const char *key,
             const json_t *doc);
json_t *docs_get(const struct slrun_cloud *api, const char *service, const char *key);
int docs_remove(const struct slrun_cloud *api, const char *service, const char *key);
int docs_each(const struct slrun_cloud *api, const char *service, const char *prefix,
              int (*each)(void *arg, const char *key, const json_t *doc), void *arg);

json_t *docs_load(const struct slrun_cloud *api, const struct slrun_doc_kind *kind);
void docs_keep(const struct slrun_cloud *api, const struct slrun_doc_kind *kind, const char *key,
               const json_t *doc);
void docs_add(const struct slrun_cloud *api, const struct slrun_doc_kind *kind, const json_t *doc,
              char key[SLRUN_DOC_KEY_MAX]);

/* Where state is kept, what was put and removed is committed together: before a request is
 * answered, and on the next turn of the loop at the latest. 0, or -1: it is lost, and the log says
 * why. */
int docs_commit(struct cloud *cloud);

/* Forgets all documents, of all services. */
void docs_reset(struct cloud *cloud);
void docs_close(struct cloud *cloud);

#endif
