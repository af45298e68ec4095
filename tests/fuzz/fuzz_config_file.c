/* SPDX-License-Identifier: Apache-2.0 */
/* slrun.yaml as bytes from anywhere: nodes that know their lines, and their values. Needs
 * slrun_cli. */
#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/yaml_nodes.h"
#include "cli/options/config_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const json_t *node, int depth)
{
    const char *key;
    json_t *member;
    size_t i;
    if (!json_is_integer(json_object_get(node, "line")) || depth > CONFIG_DEPTH_MAX + 1)
        abort();
    json_array_foreach (json_object_get(node, "list"), i, member)
        check(member, depth + 1);
    json_object_foreach (json_object_get(node, "map"), key, member)
        check(member, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    json_t *root = config_node((const char *)data, size, "f", &error);
    if ((root == NULL) == (error.kind == SLRUN_E_NONE))
        abort();
    if (root != NULL) {
        json_t *value = yaml_nodes_value(root);
        check(root, 0);
        if (value == NULL)
            abort();
        json_decref(value);
    }
    json_decref(root);
    error_clear(&error);
    return 0;
}
