/* SPDX-License-Identifier: Apache-2.0 */
/* Digests in logical ids. */
#include "sam/id.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>

bool sam_digest_text(const char *text, char hex[SAM_DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (EVP_Digest(text, strlen(text), raw, &length, EVP_sha1(), NULL) != 1 ||
        length * 2 + 1 != SAM_DIGEST_HEX)
        return false;
    for (unsigned i = 0; i < length; i++) {
        *hex++ = digits[raw[i] >> 4];
        *hex++ = digits[raw[i] & 15];
    }
    *hex = '\0';
    return true;
}

/* jansson writes \u00E9 where Python writes \u00e9. */
static void lower_escapes(char *text)
{
    for (char *p = text; *p != '\0'; p++) {
        if (*p != '\\')
            continue;
        p++;
        for (int i = 1; *p == 'u' && i <= 4; i++)
            if (p[i] >= 'A' && p[i] <= 'F')
                p[i] = (char)(p[i] | 32);
    }
}

bool sam_digest(const json_t *value, char hex[SAM_DIGEST_HEX])
{
    if (json_is_string(value))
        return sam_digest_text(json_string_value(value), hex);
    char *text =
        json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENSURE_ASCII | JSON_ENCODE_ANY);
    if (text == NULL)
        return false;
    lower_escapes(text);
    bool done = sam_digest_text(text, hex);
    free(text);
    return done;
}
