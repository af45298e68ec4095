/* SPDX-License-Identifier: Apache-2.0 */
/* Positions in streams, as documents. */
#include "local/mapping/position.h"

#include <stdio.h>

enum { KEY_SIZE = 96 };

static const char *key_of(const char *uuid, char key[KEY_SIZE])
{
    (void)snprintf(key, KEY_SIZE, "position/%.64s", uuid);
    return key;
}

json_t *position_load(const struct slrun_cloud *cloud, const char *uuid)
{
    char key[KEY_SIZE];
    return cloud->doc_get(cloud, "lambda", key_of(uuid, key));
}

void position_save(const struct slrun_cloud *cloud, const char *uuid, const json_t *position)
{
    char key[KEY_SIZE];
    (void)cloud->doc_put(cloud, "lambda", key_of(uuid, key), position);
}

void position_forget(const struct slrun_cloud *cloud, const char *uuid)
{
    char key[KEY_SIZE];
    (void)cloud->doc_remove(cloud, "lambda", key_of(uuid, key));
}
