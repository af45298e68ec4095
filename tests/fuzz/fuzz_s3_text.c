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

#include <slrun/wild.h>

#include "address.h"
#include "base64.h"
#include "date.h"
#include "heads.h"
#include "object/range.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void range(const char *text)
{
    static const uint64_t totals[] = {0, 1, 1000, UINT64_C(5497558138880)};
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        struct range r = {.first = 0};
        if (range_parse(text, totals[i], &r) == 1 &&
            (r.size == 0 || r.first >= totals[i] || r.size > totals[i] - r.first)) {
            abort();
        }
    }
}

static void date(const char *text, bool http)
{
    char out[DATE_SIZE];
    int64_t ms, again;
    if (!(http ? date_read_http : date_read_iso)(text, &ms)) {
        return;
    }
    if (http && ms < 0) {
        return; /* years of two digits are of our time */
    }
    (http ? date_http : date_iso)(ms, out);
    if (!(http ? date_read_http : date_read_iso)(out, &again) ||
        again != ms - (http ? ms % 1000 : 0)) {
        abort();
    }
}

static void digits(const char *text, bool hexadecimal)
{
    size_t room = strlen(text) + 1;
    uint8_t *bytes = malloc(room);
    char *out = malloc(2 * room + 4);
    if (bytes != NULL && out != NULL) {
        long n = (hexadecimal ? hex_decode : base64_decode)(text, bytes, room);
        if (n >= 0) {
            (hexadecimal ? hex_encode : base64_encode)(bytes, (size_t)n, out);
        }
        if (n >= 0 && strlen(out) != strlen(text)) {
            abort();
        }
    }
    free(bytes);
    free(out);
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
    case 'x':
        digits(first, text[0] == 'x');
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
