/* SPDX-License-Identifier: Apache-2.0 */
/* Positions in streams, as documents. */
#include "readers/position.h"

#include <stdio.h>

enum { KEY_SIZE = 96 };

static const char *key_of(const char *uuid, char key[KEY_SIZE])
{
    (void)snprintf(key, KEY_SIZE, "position/%.64s", uuid);
    return key;
}

json_t *position_load(const struct engine_host *host, const char *uuid)
{
    char key[KEY_SIZE];
    return host->cloud->doc_get(host->cloud, host->service, key_of(uuid, key));
}

void position_save(const struct engine_host *host, const char *uuid, const json_t *position)
{
    char key[KEY_SIZE];
    (void)host->cloud->doc_put(host->cloud, host->service, key_of(uuid, key), position);
}

void position_forget(const struct engine_host *host, const char *uuid)
{
    char key[KEY_SIZE];
    (void)host->cloud->doc_remove(host->cloud, host->service, key_of(uuid, key));
}
