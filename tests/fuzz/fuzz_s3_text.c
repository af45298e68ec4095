/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Single values of S3's requests as text from anywhere, each kind by the first byte: r Range, i and
 * h dates, b base64, x hexadecimal, a the target of a request with its host in a second line, p
 * wildcards of policies, with what they are held against in a second line. What is written again
 * must read as the same. Needs s3_local.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/time.h>
#include <slrun/wild.h>

#include "address.h"
#include "date.h"
#include "heads.h"
#include "hex.h"
#include "object/range.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void range(const char *text)
{
    static const uint64_t totals[] = {0, 1, 1000, UINT64_C(5497558138880)};
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        struct range r = {.first = 0};
        if (range_parse(text, totals[i], &r) == 1 &&
            (r.size == 0 || r.first >= totals[i] || r.size > totals[i] - r.first))
            abort();
    }
}

static void date(const char *text, bool http)
{
    char out[SLRUN_TIME_HTTP_SIZE];
    int64_t ms, again;
    if (!(http ? date_read_http(text, &ms) : slrun_time_read(text, SLRUN_TIME_ANY, &ms)))
        return;
    if (!(http ? slrun_time_read_http(slrun_time_http(ms, out), &again)
               : slrun_time_read(slrun_time_text(ms, 1, out), 0, &again)) ||
        again / 1000 != ms / 1000 || (!http && again != ms))
        abort();
}

static void digits(const char *text)
{
    size_t size = strlen(text);
    uint8_t *bytes = malloc(size + 1);
    char *out = malloc(2 * size + 4);
    if (bytes != NULL && out != NULL) {
        long n = hex_decode(text, bytes, size + 1);
        if (n >= 0)
            hex_encode(bytes, (size_t)n, out);
        if (n >= 0 && strlen(out) != size)
            abort();
    }
    free(bytes);
    free(out);
}

/* What is read is what was written, but for bits that are of no byte. */
static void base64(const char *text)
{
    size_t n, size = strlen(text);
    char *bytes = slrun_base64_bytes(text, size, &n);
    char *again = bytes == NULL ? NULL : slrun_base64_text(bytes, n, NULL);
    if (again != NULL &&
        (strlen(again) != size || strncmp(again, text, size < 3 ? 0 : size - 3) != 0))
        abort();
    free(bytes);
    free(again);
}

static void address(const char *target, const char *host)
{
    struct pool pool = {.blocks = NULL};
    static struct address address;
    if (address_read(&address, &pool, target, host)) {
        (void)address_query(&address, "versionId");
        (void)(address.bucket != NULL && address_bucket_valid(address.bucket));
        (void)utf8_valid(address.key);
    }
    (void)percent_decode(&pool, (struct slice){target, strlen(target)}, true);
    (void)latin_to_utf8(&pool, target);
    (void)utf8_to_latin(&pool, target);
    pool_free(&pool);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = heads_text(data, size), *second = text;
    if (text == NULL || size == 0) {
        free(text);
        return 0;
    }
    const char *first = heads_line(&second) + 1;
    switch (text[0]) {
    case 'r':
        range(first);
        break;
    case 'i':
    case 'h':
        date(first, text[0] == 'h');
        break;
    case 'b':
        base64(first);
        break;
    case 'x':
        digits(first);
        break;
    case 'a':
        address(first, *second == '\0' ? NULL : second);
        break;
    case 'p':
        (void)slrun_wild(first, second, SLRUN_WILD_ONE);
        break;
    default:
        break;
    }
    free(text);
    return 0;
}
