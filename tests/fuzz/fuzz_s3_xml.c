/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of S3 requests as bytes from anywhere: what is read must be written so that it is read
 * again as the same. Needs s3_local. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pool pool = {.blocks = NULL};
    struct text first = {.pool = &pool}, second = {.pool = &pool};
    const struct xml_node *root =
        xml_parse(&pool, (struct slice){size == 0 ? "" : (const char *)data, size});
    if (root != NULL) {
        xml_write_root(&first, root);
        const struct xml_node *again =
            first.failed ? NULL : xml_parse(&pool, (struct slice){first.data, first.size});
        if (again != NULL)
            xml_write_root(&second, again);
        if (!first.failed &&
            (again == NULL ||
             (!second.failed &&
              (first.size != second.size || memcmp(first.data, second.data, first.size) != 0))))
            abort();
    }
    pool_free(&pool);
    return 0;
}
