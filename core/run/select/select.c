/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/select.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "lua/language/marks.h"
#include "run/select/expression.h"

/* Marks --------------------------------------------------------------------------------------- */

static bool has_skip(const struct spec_marks *marks)
{
    return marks->skip != NULL;
}

static bool has_xfail(const struct spec_marks *marks)
{
    return marks->xfail != NULL;
}

static bool has_serial(const struct spec_marks *marks)
{
    return marks->alone || marks->group;
}

static bool has_retries(const struct spec_marks *marks)
{
    return marks->retries > 0;
}

static bool has_controls(const struct spec_marks *marks)
{
    return marks->controls != 0;
}

static const struct {
    const char *name;
    bool (*has)(const struct spec_marks *marks);
} mark_names[] = {{"skip", has_skip},
                  {"xfail", has_xfail},
                  {"serial", has_serial},
                  {"retries", has_retries},
                  {"controls", has_controls}};

enum { MARK_NAMES = sizeof mark_names / sizeof *mark_names };

static bool is_text(const struct expression_arg *arg, const char *text)
{
    return arg->kind == EXPRESSION_STRING && text && strcmp(arg->text, text) == 0;
}

static bool reason_of_skip(const struct spec_marks *marks, const struct expression_arg *arg)
{
    return is_text(arg, marks->skip);
}

static bool reason_of_xfail(const struct spec_marks *marks, const struct expression_arg *arg)
{
    return is_text(arg, marks->xfail);
}

static bool strict_of_xfail(const struct spec_marks *marks, const struct expression_arg *arg)
{
    return arg->kind == (marks->xfail_lax ? EXPRESSION_FALSE : EXPRESSION_TRUE);
}

static bool group_of_serial(const struct spec_marks *marks, const struct expression_arg *arg)
{
    return is_text(arg, marks->group);
}

static bool count_of_retries(const struct spec_marks *marks, const struct expression_arg *arg)
{
    return arg->kind == EXPRESSION_NUMBER && arg->number == marks->retries;
}

static const struct {
    const char *mark, *name;
    bool (*is)(const struct spec_marks *marks, const struct expression_arg *arg);
} mark_values[] = {{"skip", "reason", reason_of_skip},
                   {"xfail", "reason", reason_of_xfail},
                   {"xfail", "strict", strict_of_xfail},
                   {"serial", "group", group_of_serial},
                   {"retries", "count", count_of_retries}};

static bool has_value(const struct spec_marks *marks, const char *mark,
                      const struct expression_arg *arg)
{
    for (size_t i = 0; i < sizeof mark_values / sizeof *mark_values; i++)
        if (strcmp(mark_values[i].mark, mark) == 0 && strcmp(mark_values[i].name, arg->name) == 0)
            return mark_values[i].is(marks, arg);
    return false;
}

static bool has_mark(const struct spec_marks *marks, const struct expression_word *word)
{
    for (int i = 0; i < MARK_NAMES; i++) {
        if (strcmp(mark_names[i].name, word->name) != 0 || !mark_names[i].has(marks))
            continue;
        for (size_t k = 0; k < word->n_args; k++)
            if (!has_value(marks, word->name, &word->args[k]))
                return false;
        return true;
    }
    return false;
}

static bool by_mark(void *arg, const struct expression_word *word)
{
    const struct item *item = arg;
    const struct spec_marks *marks = item->sc->marks;
    if (!marks)
        return false;
    for (size_t i = 0; i < marks->n_tags && word->n_args == 0; i++)
        if (strcmp(marks->tags[i], word->name) == 0)
            return true;
    return has_mark(marks, word);
}

/* Keywords ------------------------------------------------------------------------------------ */

static bool within_n(const char *name, size_t n, const char *part)
{
    size_t m = strlen(part);
    for (size_t i = 0; i + m <= n; i++)
        if (strncasecmp(name + i, part, m) == 0)
            return true;
    return false;
}

static bool within(const char *name, const char *part)
{
    return name && within_n(name, strlen(name), part);
}

/* In the file's name or that of a folder; of a path from the root only the file counts. */
static bool within_path(const char *path, const char *part)
{
    const char *slash = *path == '/' ? strrchr(path, '/') : NULL;
    for (path = slash ? slash + 1 : path; *path;) {
        size_t n = strcspn(path, "/");
        if (within_n(path, n, part))
            return true;
        path += n + (path[n] == '/');
    }
    return false;
}

static bool within_marks(const struct spec_marks *marks, const char *part)
{
    for (size_t i = 0; i < marks->n_tags; i++)
        if (within(marks->tags[i], part))
            return true;
    for (int i = 0; i < MARK_NAMES; i++)
        if (mark_names[i].has(marks) && within(mark_names[i].name, part))
            return true;
    return false;
}

static bool by_keyword(void *arg, const struct expression_word *word)
{
    const struct item *item = arg;
    return within(item->sc->name, word->name) || within(spec_pattern(item->spec), word->name) ||
           within_path(spec_path(item->spec), word->name) ||
           (item->sc->marks && within_marks(item->sc->marks, word->name));
}

/* --deselect ---------------------------------------------------------------------------------- */

/* Whether the case's id begins so. */
static bool id_begins(const struct item *item, const char *text)
{
    const char *path = spec_path(item->spec);
    size_t n = strlen(path), m = strlen(text);
    if (m <= n)
        return strncmp(path, text, m) == 0;
    if (strncmp(path, text, n) != 0)
        return false;
    if (m - n <= 2)
        return strncmp("::", text + n, m - n) == 0;
    return strncmp("::", text + n, 2) == 0 && strncmp(item->sc->name, text + n + 2, m - n - 2) == 0;
}

static bool is_deselected(const struct select_options *o, const struct item *item)
{
    for (size_t i = 0; i < o->n_deselect; i++)
        if (id_begins(item, o->deselect[i]))
            return true;
    return false;
}

/* ---------------------------------------------------------------------------------------------- */

/* As pytest: blanks alone are no expression of -k, and one of -m that nothing fulfils. */
static const char *keyword_of(const struct select_options *o)
{
    const char *text = o->keyword ? o->keyword : "";
    text += strspn(text, " \t\n\v\f\r");
    return *text ? text : NULL;
}

/* NULL with `error` filled. */
static struct expression *parse(const char *option, const char *text, struct slrun_error *error)
{
    struct slrun_error why = {0};
    struct expression *e = expression_parse(text, &why);
    if (!e && why.kind == SLRUN_E_USAGE)
        error_set(error, SLRUN_E_USAGE, "Wrong expression passed to '%s': %s", option, why.message);
    else if (!e)
        error_copy(error, &why);
    error_clear(&why);
    return e;
}

struct selection {
    const struct select_options *o;
    struct expression *keyword, *mark; /* NULL: none */
};

/* Each word of -m is a mark or a declared tag. */
static int check_marks(const struct selection *s, struct slrun_error *error)
{
    const struct expression_word *words;
    for (size_t i = 0, n = expression_words(s->mark, &words); i < n; i++) {
        int k = 0;
        while (k < MARK_NAMES && strcmp(mark_names[k].name, words[i].name) != 0)
            k++;
        if (k == MARK_NAMES && !json_object_get(s->o->known_tags, words[i].name))
            return error_set(error, SLRUN_E_USAGE,
                             "-m: '%s' is neither a mark nor a tag that the configuration file "
                             "declares",
                             words[i].name);
    }
    return 0;
}

static int open_selection(struct selection *s, struct slrun_error *error)
{
    const struct expression_word *words;
    const char *keyword = keyword_of(s->o), *mark = s->o->mark;
    if (keyword && !(s->keyword = parse("-k", keyword, error)))
        return -1;
    if (mark && *mark && !(s->mark = parse("-m", mark, error)))
        return -1;
    if (s->mark && s->o->known_tags && check_marks(s, error) != 0)
        return -1;
    size_t n = s->keyword ? expression_words(s->keyword, &words) : 0;
    for (size_t i = 0; i < n; i++)
        if (words[i].n_args > 0)
            return error_set(error, SLRUN_E_USAGE,
                             "Keyword expressions do not support call parameters.");
    return 0;
}

static bool is_selected(const struct selection *s, struct item *item)
{
    return !is_deselected(s->o, item) &&
           (!s->keyword || expression_holds(s->keyword, by_keyword, item)) &&
           (!s->mark || expression_holds(s->mark, by_mark, item));
}

int select_cases(struct collection *c, const struct select_options *o, struct slrun_error *error)
{
    struct selection s = {.o = o};
    int result = open_selection(&s, error);
    size_t kept = 0;
    for (size_t i = 0; i < c->n_items && result == 0; i++)
        if (is_selected(&s, &c->items[i]))
            c->items[kept++] = c->items[i];
    if (result == 0) {
        c->n_deselected += c->n_items - kept;
        c->n_items = kept;
    }
    expression_free(s.keyword);
    expression_free(s.mark);
    return result;
}
