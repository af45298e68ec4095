/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/matrix.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/text.h"
#include "lua/language/marks.h"
#include "run/select/shard.h"

enum { ARGS_MAX = 1024 * 1024 };

/* One job. Its files are indexes of specs, in the order of collection. */
struct job {
    const char *title; /* of the pattern, the tag or the file; NULL: a shard */
    bool tag;          /* selected by -m */
    size_t *files;
    size_t n_files, n_cases;
};

struct matrix {
    const struct collection *collection;
    struct job *jobs;
    size_t n;
    struct slrun_error *error;
};

static int no_memory(struct matrix *m)
{
    return error_set(m->error, SLRUN_E_MEMORY, "out of memory");
}

static struct job *add_job(struct matrix *m, const char *title)
{
    if (m->n == MATRIX_JOBS_MAX) {
        error_set(m->error, SLRUN_E_USAGE, "more than %d jobs: GitHub takes no more in one matrix",
                  MATRIX_JOBS_MAX);
        error_hint(m->error, "`--by shard=N` puts several files into a job");
        return NULL;
    }
    struct job *job = &m->jobs[m->n];
    *job = (struct job){.title = title, .files = calloc(m->collection->n_specs, sizeof(size_t))};
    if (!job->files) {
        no_memory(m);
        return NULL;
    }
    m->n++;
    return job;
}

static struct job *job_of(struct matrix *m, const char *title)
{
    for (size_t i = 0; i < m->n; i++)
        if (strcmp(m->jobs[i].title, title) == 0)
            return &m->jobs[i];
    return add_job(m, title);
}

/* The cases come file by file. */
static void add_case(struct job *job, size_t file)
{
    if (job->n_files == 0 || job->files[job->n_files - 1] != file)
        job->files[job->n_files++] = file;
    job->n_cases++;
}

/* By pattern ---------------------------------------------------------------------------------- */

static const char *title_of(const struct spec *spec)
{
    const char *pattern = spec_pattern(spec), *path = spec_path(spec), *slash = strrchr(path, '/');
    return pattern ? pattern : slash ? slash + 1 : path;
}

static int by_pattern(struct matrix *m, unsigned shards)
{
    (void)shards;
    for (size_t i = 0; i < m->collection->n_items; i++) {
        const struct item *item = &m->collection->items[i];
        struct job *job = job_of(m, title_of(item->spec));
        if (!job)
            return -1;
        add_case(job, item->file);
    }
    return 0;
}

/* By tag -------------------------------------------------------------------------------------- */

static int by_title(const void *a, const void *b)
{
    return strcmp(((const struct job *)a)->title, ((const struct job *)b)->title);
}

/* A case may name a tag of its pattern once more. */
static bool named_before(const char *const *tags, size_t k)
{
    for (size_t i = 0; i < k; i++)
        if (strcmp(tags[i], tags[k]) == 0)
            return true;
    return false;
}

static int by_tag(struct matrix *m, unsigned shards)
{
    static const char *const none[] = {""};
    (void)shards;
    for (size_t i = 0; i < m->collection->n_items; i++) {
        const struct item *item = &m->collection->items[i];
        const struct spec_marks *marks = item->sc->marks;
        bool tagged = marks && marks->n_tags > 0;
        const char *const *tags = tagged ? marks->tags : none;
        for (size_t k = 0; k < (tagged ? marks->n_tags : 1); k++) {
            if (named_before(tags, k))
                continue;
            struct job *job = job_of(m, tags[k]);
            if (!job)
                return -1;
            job->tag = true;
            add_case(job, item->file);
        }
    }
    qsort(m->jobs, m->n, sizeof *m->jobs, by_title);
    return 0;
}

/* By shard ------------------------------------------------------------------------------------ */

/* Whole files, dealt out as `--shard` does (shard.h). */
static int by_shard(struct matrix *m, unsigned shards)
{
    const struct collection *c = m->collection;
    size_t files = 0;
    for (size_t i = 0; i < c->n_items; i++)
        files += i == 0 || c->items[i].file != c->items[i - 1].file;
    unsigned n = shards < files ? shards : (unsigned)files;
    unsigned *of = shard_deal(c, n ? n : 1, false);
    if (!of)
        return no_memory(m);
    int result = 0;
    while (m->n < n && result == 0)
        result = add_job(m, NULL) ? 0 : -1;
    for (size_t i = 0; i < c->n_items && result == 0; i++)
        add_case(&m->jobs[of[i]], c->items[i].file);
    free(of);
    return result;
}

/* What is printed ----------------------------------------------------------------------------- */

/* Whether -m can name it and means nothing else: no word of its own, and no mark. */
static bool is_identifier(const char *tag)
{
    static const char *const reserved[] = {"and",   "or",     "not",     "skip",
                                           "xfail", "serial", "retries", "controls"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(tag, reserved[i]) == 0)
            return false;
    for (const char *c = tag; *c; c++)
        if (!isalnum((unsigned char)*c) && !strchr("_:+-.[]\\/", *c) && !(*c & 0x80))
            return false;
    return *tag && *tag != '-';
}

static bool has_tag(const struct item *item, const char *tag)
{
    const struct spec_marks *marks = item->sc->marks;
    for (size_t i = 0; marks && i < marks->n_tags; i++)
        if (strcmp(marks->tags[i], tag) == 0)
            return true;
    return *tag == '\0' && !(marks && marks->n_tags);
}

/* What -m cannot say is said case by case. */
static void add_ids(struct buf *out, const struct collection *c, const char *tag)
{
    struct buf id = BUF_INIT(ARGS_MAX);
    for (size_t i = 0; i < c->n_items; i++) {
        if (!has_tag(&c->items[i], tag))
            continue;
        buf_clear(&id);
        buf_printf(&id, "%s::%s", spec_path(c->items[i].spec), c->items[i].sc->name);
        out->failed |= id.failed;
        if (out->len > 0)
            buf_putc(out, ' ');
        text_add_shell(out, buf_str(&id));
    }
    buf_free(&id);
}

static void add_files(struct buf *out, const struct collection *c, const struct job *job)
{
    for (size_t i = 0; i < job->n_files; i++) {
        const char *path = spec_path(c->specs[job->files[i]]);
        if (out->len > 0)
            buf_putc(out, ' ');
        if (*path == '-')
            buf_puts(out, "./");
        text_add_shell(out, path);
    }
}

static void args_of(const struct matrix *m, const struct job *job, struct buf *out)
{
    if (job->tag && !is_identifier(job->title)) {
        add_ids(out, m->collection, job->title);
        return;
    }
    if (job->tag) {
        buf_puts(out, "-m ");
        text_add_shell(out, job->title);
    }
    add_files(out, m->collection, job);
}

static bool taken(const json_t *include, const char *name)
{
    size_t i;
    const json_t *entry;
    json_array_foreach (include, i, entry)
        if (strcmp(json_string_value(json_object_get(entry, "name")), name) == 0)
            return true;
    return false;
}

/* A name that a job and its artifacts may have. */
static void name_of(const struct matrix *m, size_t at, const json_t *include,
                    char name[MATRIX_NAME_MAX])
{
    char stem[MATRIX_NAME_MAX - 8];
    const struct job *job = &m->jobs[at];
    if (job->title)
        snprintf(stem, sizeof stem, "%s", *job->title ? job->title : "untagged");
    else
        snprintf(stem, sizeof stem, "shard-%zu-of-%zu", at + 1, m->n);
    char *dot = strrchr(stem, '.');
    if (dot && dot > stem && strcmp(dot, ".lua") == 0)
        *dot = '\0';
    for (char *c = stem; *c; c++)
        if (*c & 0x80 || (!isalnum((unsigned char)*c) && !strchr("._-", *c)))
            *c = '-';
    snprintf(name, MATRIX_NAME_MAX, "%s", stem);
    for (unsigned i = 2; taken(include, name); i++)
        snprintf(name, MATRIX_NAME_MAX, "%s-%u", stem, i);
}

static json_t *entries(struct matrix *m)
{
    json_t *include = json_array();
    bool failed = !include;
    for (size_t i = 0; i < m->n && !failed; i++) {
        char name[MATRIX_NAME_MAX];
        struct buf args = BUF_INIT(ARGS_MAX);
        name_of(m, i, include, name);
        args_of(m, &m->jobs[i], &args);
        failed = args.failed ||
                 json_array_append_new(include, json_pack("{s:s, s:s, s:I}", "name", name, "args",
                                                          buf_str(&args), "cases",
                                                          (json_int_t)m->jobs[i].n_cases)) != 0;
        buf_free(&args);
    }
    json_t *all = failed ? NULL : json_pack("{s:O}", "include", include);
    json_decref(include);
    if (!all)
        no_memory(m);
    return all;
}

json_t *matrix_make(const struct collection *c, enum matrix_by by, unsigned shards,
                    struct slrun_error *error)
{
    static int (*const group[])(struct matrix * m, unsigned shards) = {
        [MATRIX_PATTERN] = by_pattern, [MATRIX_TAG] = by_tag, [MATRIX_SHARD] = by_shard};
    struct matrix m = {.collection = c, .error = error};
    m.jobs = calloc(MATRIX_JOBS_MAX, sizeof *m.jobs);
    int result = m.jobs ? group[by](&m, shards) : no_memory(&m);
    json_t *all = result == 0 ? entries(&m) : NULL;
    for (size_t i = 0; i < m.n; i++)
        free(m.jobs[i].files);
    free(m.jobs);
    return all;
}
