/* SPDX-License-Identifier: Apache-2.0 */
/* The grammar of the configuration and credentials files. */
#include <ctype.h>
#include <string.h>

#include "net/credential/config.h"

static const char *const kinds[] = {"profile", "sso-session", "services", NULL};

struct reader {
    json_t *root;
    enum config_kind kind;
    struct config_fault *fault;
    json_t *section;           /* that the lines below go to; NULL: one that is not read */
    bool begun;                /* a section has begun */
    char key[CONFIG_NAME_MAX]; /* that indented lines go on with; "": none yet */
    bool keyed;                /* a property has begun, even one that is not read */
    bool prefixed_default;     /* [profile default] stands above [default] */
};

struct span {
    const char *at;
    size_t size;
};

static bool fail(struct reader *r, const char *text)
{
    r->fault->text = text;
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_comment(char c)
{
    return c == '#' || c == ';';
}

static struct span trim(struct span s)
{
    while (s.size && is_blank(*s.at))
        s.at++, s.size--;
    while (s.size && is_blank(s.at[s.size - 1]))
        s.size--;
    return s;
}

static struct span until(struct span s, char c)
{
    const char *end = memchr(s.at, c, s.size);
    return (struct span){s.at, end ? (size_t)(end - s.at) : s.size};
}

static struct span behind(struct span s, size_t n)
{
    return n < s.size ? (struct span){s.at + n, s.size - n} : (struct span){s.at + s.size, 0};
}

/* A # or ; behind a blank begins a comment. */
static struct span without_comment(struct span s)
{
    for (size_t i = 1; i < s.size; i++)
        if (is_comment(s.at[i]) && is_blank(s.at[i - 1]))
            return (struct span){s.at, i};
    return s;
}

/* The names that the SDKs take; others are passed over, with all that stands below them. */
static bool take_name(struct span s, bool lower, char out[CONFIG_NAME_MAX])
{
    out[0] = '\0';
    if (s.size == 0 || s.size >= CONFIG_NAME_MAX)
        return false;
    for (size_t i = 0; i < s.size; i++) {
        unsigned char c = (unsigned char)s.at[i];
        if (!isalnum(c) && !strchr("-_/.%@:+", c))
            return false;
    }
    for (size_t i = 0; i < s.size; i++)
        out[i] = lower ? (char)tolower((unsigned char)s.at[i]) : s.at[i];
    out[s.size] = '\0';
    return true;
}

/* [profile "my profile"]: quotes allow what is not allowed without them. */
static bool take_quoted(struct span s, char out[CONFIG_NAME_MAX])
{
    if (s.size < 3 || (*s.at != '"' && *s.at != '\'') || s.at[s.size - 1] != *s.at)
        return take_name(s, false, out);
    if (s.size - 2 >= CONFIG_NAME_MAX || memchr(s.at + 1, *s.at, s.size - 2))
        return false;
    memcpy(out, s.at + 1, s.size - 2);
    out[s.size - 2] = '\0';
    return true;
}

static json_t *open_section(struct reader *r, const char *kind, const char *name)
{
    json_t *all = json_object_get(r->root, kind), *section = json_object_get(all, name);
    if (section)
        return section;
    section = json_object();
    return json_object_set_new(all, name, section) == 0 ? section : NULL;
}

static json_t *default_section(struct reader *r, bool prefixed)
{
    if (prefixed && !r->prefixed_default)
        json_object_del(json_object_get(r->root, "profile"), "default");
    if (!prefixed && r->prefixed_default)
        return NULL;
    r->prefixed_default = prefixed;
    return open_section(r, "profile", "default");
}

/* The section that a header means, or NULL: none that is read here. */
static json_t *section_of(struct reader *r, struct span header)
{
    char name[CONFIG_NAME_MAX];
    if (r->kind == CONFIG_CREDENTIALS)
        return take_quoted(header, name) ? open_section(r, "profile", name) : NULL;
    if (header.size == 7 && memcmp(header.at, "default", 7) == 0)
        return default_section(r, false);
    for (size_t i = 0; kinds[i]; i++) {
        size_t n = strlen(kinds[i]);
        if (header.size <= n || memcmp(header.at, kinds[i], n) != 0 || !is_blank(header.at[n]) ||
            !take_quoted(trim(behind(header, n)), name))
            continue;
        return i == 0 && strcmp(name, "default") == 0 ? default_section(r, true)
                                                      : open_section(r, kinds[i], name);
    }
    return NULL;
}

static bool read_section(struct reader *r, struct span line)
{
    struct span header = until(behind(line, 1), ']');
    struct span rest = trim(behind(line, header.size + 2));
    if (header.size + 1 >= line.size || (rest.size && !is_comment(*rest.at)))
        return fail(r, "a section begins with '[' and ends with ']'");
    r->begun = true;
    r->keyed = false;
    r->key[0] = '\0';
    r->section = section_of(r, trim(header));
    return true;
}

static bool set_string(struct reader *r, json_t *object, const char *key, struct span value)
{
    json_t *string = json_stringn(value.at, value.size);
    if (!string)
        return fail(r, "this is not UTF-8");
    return json_object_set_new(object, key, string) == 0 || fail(r, "out of memory");
}

static bool read_property(struct reader *r, struct span line)
{
    if (!r->begun)
        return fail(r, "a section such as [default] must come first");
    struct span key = until(line, '=');
    if (key.size == line.size)
        return fail(r, "a line is KEY = VALUE, with an equals sign");
    struct span value = trim(without_comment(behind(line, key.size + 1)));
    key = trim(key);
    if (key.size == 0)
        return fail(r, "there is no key before the equals sign");
    r->keyed = true;
    if (!take_name(key, true, r->key) || !r->section)
        return true;
    return set_string(r, r->section, r->key, value);
}

static bool read_sub_property(struct reader *r, json_t *parent, struct span line)
{
    char name[CONFIG_NAME_MAX];
    struct span key = until(line, '=');
    if (key.size == line.size)
        return fail(r, "an indented line is KEY = VALUE here, with an equals sign");
    struct span value = trim(behind(line, key.size + 1));
    key = trim(key);
    if (key.size == 0)
        return fail(r, "there is no key before the equals sign");
    return !take_name(key, true, name) || set_string(r, parent, name, value);
}

static bool continue_value(struct reader *r, const json_t *old, struct span line)
{
    json_t *all = json_sprintf("%s\n%.*s", json_string_value(old), (int)line.size, line.at);
    if (!all)
        return fail(r, "this is not UTF-8");
    return json_object_set_new(r->section, r->key, all) == 0 || fail(r, "out of memory");
}

/* Indented: it goes on with the value above it, or is a property of it if that is empty. */
static bool read_indented(struct reader *r, struct span line)
{
    if (!r->keyed)
        return fail(r, r->begun ? "an indented line must follow a key"
                                : "a section such as [default] must come first");
    if (!*r->key || !r->section)
        return true;
    json_t *value = json_object_get(r->section, r->key);
    if (json_is_string(value) && json_string_length(value) > 0)
        return continue_value(r, value, line);
    if (json_is_string(value)) {
        value = json_object();
        if (json_object_set_new(r->section, r->key, value) != 0)
            return fail(r, "out of memory");
    }
    return read_sub_property(r, value, line);
}

static bool read_line(struct reader *r, struct span line)
{
    struct span text = trim(line);
    r->fault->line++;
    if (text.size == 0 || is_comment(*text.at))
        return true;
    if (memchr(text.at, '\0', text.size))
        return fail(r, "this is no text: there is a NUL in it");
    if (is_blank(*line.at))
        return read_indented(r, text);
    return *text.at == '[' ? read_section(r, text) : read_property(r, text);
}

json_t *config_parse(enum config_kind kind, const char *text, size_t size,
                     struct config_fault *fault)
{
    struct reader r = {.root = json_object(), .kind = kind, .fault = fault};
    bool good = r.root != NULL;
    *fault = (struct config_fault){.text = "out of memory"};
    for (size_t i = 0; kinds[i]; i++)
        good = good && json_object_set_new(r.root, kinds[i], json_object()) == 0;
    for (struct span rest = {text, size}; good && rest.size;) {
        struct span line = until(rest, '\n');
        good = read_line(&r, line);
        rest = behind(rest, line.size + 1);
    }
    if (good)
        return r.root;
    json_decref(r.root);
    return NULL;
}
