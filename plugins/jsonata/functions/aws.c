/* SPDX-License-Identifier: Apache-2.0 */
/* What Step Functions adds (Developer Guide, "Transforming data with JSONata"). */
#include <math.h>
#include <stdio.h>

#include <openssl/evp.h>

#include "jsonata/functions/native.h"
#include "jsonata/functions/random.h"
#include "jsonata/values/text.h"

enum { MEMBERS_MAX = 10000000 };

static struct jn partition(struct jn_run *run, const struct jn_call *call)
{
    struct jn array = jn_argument(call, 0), size = jn_argument(call, 1), made = jn_array(run, 0);
    if (array.type != JN_ARRAY || size.type != JN_NUMBER)
        return JN_NOTHING;
    double count = floor(size.number);
    if (!(count >= 1))
        return jn_fail_value(run, "D3203", size);
    for (double i = 0; i < (double)jn_count(array) && jn_step(run, 1); i += count) {
        struct jn part = jn_array(run, 0);
        for (size_t n = (size_t)i; n < jn_count(array) && (double)n < i + count; n++)
            jn_push(run, part, jn_at(array, n));
        jn_push(run, made, part);
    }
    return made;
}

static bool is_whole(struct jn value)
{
    return value.type == JN_NUMBER && value.number == floor(value.number) && isfinite(value.number);
}

static struct jn range(struct jn_run *run, const struct jn_call *call)
{
    struct jn first = jn_argument(call, 0), last = jn_argument(call, 1), by = jn_argument(call, 2);
    struct jn made = jn_sequence(run); /* so one alone is no array, as at AWS */
    if (first.type == JN_UNDEFINED || last.type == JN_UNDEFINED || by.type == JN_UNDEFINED)
        return JN_NOTHING;
    if (!is_whole(first) || !is_whole(last) || !is_whole(by) || by.number == 0 ||
        (last.number - first.number) / by.number >= MEMBERS_MAX)
        return jn_fail(run, "D3202");
    double members = floor((last.number - first.number) / by.number) + 1;
    for (double i = 0; i < members && jn_step(run, 1); i++)
        jn_push(run, made, jn_number(first.number + i * by.number));
    return made;
}

static struct jn hash(struct jn_run *run, const struct jn_call *call)
{
    static const char *const known[][2] = {{"MD5", "MD5"},
                                           {"SHA-1", "SHA1"},
                                           {"SHA-256", "SHA256"},
                                           {"SHA-384", "SHA384"},
                                           {"SHA-512", "SHA512"}};
    struct jn value = jn_to_string(run, jn_argument(call, 0), false), name = jn_argument(call, 1);
    const EVP_MD *algorithm = NULL;
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    char text[2 * EVP_MAX_MD_SIZE + 1];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (jn_is(name, known[i][0]))
            algorithm = EVP_get_digestbyname(known[i][1]);
    if (value.type != JN_STRING)
        return JN_NOTHING;
    if (!algorithm || EVP_Digest(value.text, value.size, digest, &size, algorithm, NULL) != 1)
        return jn_fail_value(run, "D3201", name);
    for (unsigned int i = 0; i < size; i++)
        (void)snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return jn_copy(run, text, 2 * size);
}

/* A number of a seed is always the same one (splitmix64). */
static struct jn random_seeded(struct jn_run *run, const struct jn_call *call)
{
    struct jn seed = jn_argument(call, 0);
    (void)run;
    if (seed.type != JN_NUMBER)
        return jn_number(jn_random());
    uint64_t bits = (uint64_t)(int64_t)fmod(seed.number, 9e15) + 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return jn_number((double)((bits ^ bits >> 31) >> 11) / 9007199254740992.0);
}

static struct jn uuid(struct jn_run *run, const struct jn_call *call)
{
    unsigned char b[16];
    char text[40];
    (void)call;
    jn_random_bytes(b, sizeof b);
    b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
    int size = snprintf(text, sizeof text,
                        "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                        b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                        b[12], b[13], b[14], b[15]);
    return jn_copy(run, text, (size_t)size);
}

static struct jn parse(struct jn_run *run, const struct jn_call *call)
{
    struct jn text = jn_argument(call, 0);
    bool ok;
    if (text.type != JN_STRING)
        return JN_NOTHING;
    struct jn value = jn_parse_json(run, text, &ok);
    return ok ? value : jn_fail_value(run, "D3200", text);
}

static const struct jn_native natives[] = {
    {"partition", "<an:a>", partition, 2, JN_AWS},
    {"range", "<nnn:a>", range, 3, JN_AWS},
    {"hash", "<xs:s>", hash, 2, JN_AWS},
    {"random", "<n?:n>", random_seeded, 1, JN_AWS},
    {"uuid", "<:s>", uuid, 0, JN_AWS},
    {"parse", "<s-:x>", parse, 1, JN_AWS},
};
const struct jn_native_table jn_aws_natives = {natives, sizeof natives / sizeof *natives};
