/* SPDX-License-Identifier: Apache-2.0 */
/* GetRandomPassword. */
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { DEFAULT_LENGTH = 32, KINDS = 5 };

static const struct {
    const char *excluded_by, *characters;
} kinds[KINDS] = {
    {"ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"},
    {"ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"ExcludeNumbers", "0123456789"},
    {"ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
    {NULL, " "},
};

/* What is left of each kind. */
struct alphabet {
    char left[KINDS][64];
    size_t n_kinds; /* that have something left */
    bool each;      /* at least one of each kind is wanted */
};

static bool is_on(const struct slrun_json_call *call, const char *name, bool otherwise)
{
    const json_t *value = json_object_get(call->args, name);
    return value ? json_is_true(value) : otherwise;
}

static void read_alphabet(const struct slrun_json_call *call, struct alphabet *alphabet)
{
    const char *without = call_text(call, "ExcludeCharacters");
    *alphabet = (struct alphabet){.each = is_on(call, "RequireEachIncludedType", true)};
    for (size_t i = 0; i < KINDS; i++) {
        bool in = kinds[i].excluded_by ? !is_on(call, kinds[i].excluded_by, false)
                                       : is_on(call, "IncludeSpace", false);
        char *to = alphabet->left[i];
        for (const char *c = kinds[i].characters; in && *c; c++)
            if (!without || !strchr(without, *c))
                *to++ = *c;
        alphabet->n_kinds += alphabet->left[i][0] != '\0';
    }
}

static size_t random_below(const struct slrun_cloud *cloud, size_t n)
{
    return (size_t)(cloud->random(cloud) % n);
}

/* One character of all kinds, each as likely as the others. */
static char any_of(const struct slrun_cloud *cloud, const struct alphabet *alphabet)
{
    size_t n = 0;
    for (size_t i = 0; i < KINDS; i++)
        n += strlen(alphabet->left[i]);
    size_t at = random_below(cloud, n), i = 0;
    while (at >= strlen(alphabet->left[i]))
        at -= strlen(alphabet->left[i++]);
    return alphabet->left[i][at];
}

static void fill(const struct slrun_cloud *cloud, const struct alphabet *alphabet, char *text,
                 size_t n)
{
    size_t at = 0;
    for (size_t i = 0; alphabet->each && i < KINDS; i++)
        if (alphabet->left[i][0])
            text[at++] = alphabet->left[i][random_below(cloud, strlen(alphabet->left[i]))];
    while (at < n)
        text[at++] = any_of(cloud, alphabet);
    for (size_t i = n; i > 1; i--) { /* those of each kind stand anywhere */
        size_t other = random_below(cloud, i);
        char c = text[i - 1];
        text[i - 1] = text[other];
        text[other] = c;
    }
}

json_t *op_get_random_password(struct slrun_json_call *call)
{
    const json_t *length = json_object_get(call->args, "PasswordLength");
    size_t n = length ? (size_t)json_integer_value(length) : DEFAULT_LENGTH;
    struct alphabet alphabet;
    read_alphabet(call, &alphabet);
    if (alphabet.n_kinds == 0)
        return call_invalid(call, "The password can't be generated because all character types "
                                  "are excluded.");
    if (alphabet.each && n < alphabet.n_kinds)
        return call_invalid(call,
                            "Password length %zu is too short for the %zu included character "
                            "types.",
                            n, alphabet.n_kinds);
    char *text = calloc(1, n + 1);
    if (!text)
        return call_fail(call, "InternalServiceError", "out of memory");
    fill(call->cloud, &alphabet, text, n);
    json_t *result = json_pack("{s:s}", "RandomPassword", text);
    free(text);
    return result;
}
