/* SPDX-License-Identifier: Apache-2.0 */
#include "run/ledger/ledger_book.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <slrun/member.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"
#include "run/ledger/ledger_line.h"

/* Intents and claims are numbered from 1, and stand in that order. An entry whose predecessors were
 * lost keeps its number: what lies between is void. */
static struct book_entry *entry_at(struct book *b, json_int_t n, bool make)
{
    if (n < 1 || n > BOOK_ENTRIES_MAX)
        return NULL;
    size_t wanted = (size_t)n;
    if (wanted <= b->n_entries)
        return &b->entries[wanted - 1];
    if (!make)
        return NULL;
    if (wanted > b->cap_entries) {
        size_t cap = wanted + wanted / 2 + 16;
        struct book_entry *more = realloc(b->entries, cap * sizeof *more);
        if (!more)
            return NULL;
        b->entries = more;
        b->cap_entries = cap;
    }
    while (b->n_entries < wanted)
        b->entries[b->n_entries++] = (struct book_entry){.state = BOOK_VOID};
    return &b->entries[wanted - 1];
}

static bool take_note(struct book *b, json_t *line, bool claim)
{
    struct book_entry *e = entry_at(b, json_integer_value(json_object_get(line, "n")), true);
    const char *needed = slrun_text(line, claim ? "claim" : "undo");
    if (!e || e->fields || !needed || !slrun_text(line, "plugin") || !json_object_get(line, "args"))
        return false;
    *e = (struct book_entry){.fields = json_incref(line), .claim = claim, .state = BOOK_OPEN};
    return true;
}

/* What is told of an entry that was never written (its batch failed) is nothing. */
static bool take_mark(struct book *b, json_t *line, const char *type)
{
    struct book_entry *e = entry_at(b, json_integer_value(json_object_get(line, "n")), false);
    if (!e || !e->fields)
        return true;
    if (strcmp(type, "made") != 0) {
        e->state = strcmp(type, "void") == 0 ? BOOK_VOID : BOOK_DONE;
        return true;
    }
    e->made = true;
    json_object_del(line, "type");
    return json_object_update(e->fields, line) == 0;
}

/* Whose it is stands in the header of every format. */
static bool take_header(struct book *b, json_t *line)
{
    const char *run = slrun_text(line, "run");
    if (b->run || !run || !slrun_text(line, "target") || !slrun_text(line, "region"))
        return false;
    b->run = json_incref(line);
    b->run_id = run;
    b->began_s = json_integer_value(json_object_get(line, "time"));
    b->identity = (struct identity){.target = slrun_text(line, "target"),
                                    .endpoint = slrun_text(line, "endpoint"),
                                    .region = slrun_text(line, "region")};
    const char *account = slrun_text(line, "account"), *key = slrun_text(line, "key");
    snprintf(b->identity.account, sizeof b->identity.account, "%s", account ? account : "");
    snprintf(b->identity.key, sizeof b->identity.key, "%s", key ? key : "");
    return true;
}

static bool take(struct book *b, json_t *line)
{
    const char *type = slrun_text(line, "type");
    if (!type)
        return false;
    if (strcmp(type, "run") == 0)
        return take_header(b, line);
    if (strcmp(type, "intent") == 0 || strcmp(type, "claim") == 0)
        return take_note(b, line, *type == 'c');
    if (strcmp(type, "made") == 0 || strcmp(type, "void") == 0 || strcmp(type, "done") == 0)
        return take_mark(b, line, type);
    return strcmp(type, "end") == 0;
}

/* Every line; what follows the last line end was torn by the end of the run, and was never durable.
 */
static void take_lines(struct book *b, const char *data, size_t size)
{
    const char *end;
    while ((end = memchr(data, '\n', size)) != NULL) {
        size_t n = (size_t)(end - data);
        json_t *line = ledger_line_parse(data, n);
        if (!line || !take(b, line))
            b->n_bad++;
        json_decref(line);
        b->file.size += (off_t)n + 1;
        data = end + 1;
        size -= n + 1;
    }
}

static int read_all(int fd, char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = read(fd, data, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return -1;
        data += n;
        size -= (size_t)n;
    }
    return 0;
}

/* Whether this program knows what stands behind the header. */
static int check_format(const struct book *b, struct slrun_error *error)
{
    if (!b->run) {
        error_set(error, SLRUN_E_IO, "the ledger %s has no header", b->file.path);
        return error_hint(error, "delete it when you have looked: nobody can tell what it is of");
    }
    const char *version = slrun_text_or(b->run, "version", "?");
    json_int_t format = json_integer_value(json_object_get(b->run, "format"));
    if (format == LEDGER_FORMAT)
        return 0;
    error_set(error, SLRUN_E_IO,
              "the ledger %s was written by slrun %.64s, in format %lld; this one, " SLRUN_VERSION
              ", knows format %d",
              b->file.path, version, (long long)format, LEDGER_FORMAT);
    return error_hint(error, "have slrun %.64s sweep it", version);
}

static int read_lines(struct book *b, const struct stat *st, struct slrun_error *error)
{
    size_t size = (size_t)st->st_size;
    if (st->st_size > BOOK_FILE_MAX)
        return error_set(error, SLRUN_E_TOO_LARGE, "the ledger %s is larger than %d MB",
                         b->file.path, BOOK_FILE_MAX / 1024 / 1024);
    char *data = malloc(size + 1);
    if (!data)
        return error_set(error, SLRUN_E_MEMORY, "no memory to read the ledger %s", b->file.path);
    int result = read_all(b->file.fd, data, size);
    if (result != 0)
        error_set(error, SLRUN_E_IO, "the ledger %s cannot be read: %s", b->file.path,
                  strerror(errno));
    else
        take_lines(b, data, size);
    free(data);
    return result == 0 ? check_format(b, error) : result;
}

/* Opens and locks, to look or to write: the lock says whether its run still lives. */
static enum book_status open_locked(struct ledger_file *f, bool look, struct stat *st,
                                    struct slrun_error *error)
{
    if (file_is_other(f->path)) {
        error_set(error, SLRUN_E_IO, "the ledger %s cannot be opened: %s", f->path,
                  file_why(FILE_OTHER));
        return BOOK_BROKEN;
    }
    f->fd = open(f->path, (look ? O_RDONLY : O_RDWR | O_APPEND) | O_CLOEXEC);
    if (f->fd >= 0 && flock(f->fd, (look ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 &&
        fstat(f->fd, st) == 0)
        return st->st_nlink > 0 ? BOOK_READ : BOOK_ABSENT;
    if (errno == ENOENT)
        return BOOK_ABSENT;
    if (f->fd >= 0 && errno == EWOULDBLOCK)
        return BOOK_LOCKED;
    error_set(error, SLRUN_E_IO, "the ledger %s cannot be opened: %s", f->path, strerror(errno));
    return BOOK_BROKEN;
}

enum book_status book_open(struct book *b, const char *directory, const char *run_id,
                           struct slrun_error *error)
{
    struct stat st;
    *b = (struct book){0};
    if (!ledger_file_init(&b->file, directory, run_id))
        return BOOK_ABSENT;
    enum book_status status = open_locked(&b->file, false, &st, error);
    if (status == BOOK_READ && read_lines(b, &st, error) != 0)
        status = BOOK_BROKEN;
    b->written_s = status == BOOK_READ ? (int64_t)st.st_mtime : 0;
    if (status != BOOK_READ)
        book_close(b, false);
    return status;
}

int book_mark(struct book *b, size_t i, enum book_state state, struct slrun_error *error)
{
    struct buf line = BUF_INIT(LEDGER_LINE_MAX);
    json_t *mark = json_pack("{s:s, s:I}", "type", state == BOOK_DONE ? "done" : "void", "n",
                             (json_int_t)(i + 1));
    b->entries[i].state = state;
    int result = -1;
    if (!mark || !ledger_line_add(&line, mark))
        error_set(error, SLRUN_E_MEMORY, "no memory to write the ledger");
    else if (ftruncate(b->file.fd, b->file.size) != 0) /* a torn line goes first */
        error_set(error, SLRUN_E_IO, "the ledger %s cannot be written: %s", b->file.path,
                  strerror(errno));
    else
        result = ledger_file_append(&b->file, &line, false, error);
    json_decref(mark);
    buf_free(&line);
    return result;
}

size_t book_outstanding(const struct book *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->n_entries; i++)
        n += b->entries[i].state == BOOK_OPEN;
    return n;
}

const char *book_label(const struct book_entry *e, char *text, size_t size)
{
    const char *plugin = slrun_text(e->fields, "plugin");
    const char *kind = slrun_text(e->fields, e->claim ? "claim" : "kind");
    const char *name = slrun_text(e->fields, e->claim ? "label" : "name");
    if (e->claim)
        snprintf(text, size, "%s", name ? name : kind);
    else
        snprintf(text, size, "%s %s '%s'", plugin, kind ? kind : "?", name ? name : "?");
    return text;
}

void book_close(struct book *b, bool remove_it)
{
    for (size_t i = 0; i < b->n_entries; i++)
        json_decref(b->entries[i].fields);
    free(b->entries);
    json_decref(b->run);
    ledger_file_close(&b->file, remove_it);
    *b = (struct book){.file.fd = -1};
}

static int is_ledger(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name), suffix = sizeof LEDGER_SUFFIX - 1;
    return n > suffix && n - suffix < LEDGER_RUN_ID_MAX && entry->d_name[0] != '.' &&
           strcmp(entry->d_name + n - suffix, LEDGER_SUFFIX) == 0;
}

int book_list(const char *directory, char ***run_ids, size_t *n, struct slrun_error *error)
{
    struct dirent **found = NULL;
    int count = scandir(directory, &found, is_ledger, alphasort);
    *n = 0;
    *run_ids = NULL;
    if (count < 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? 0
                   : error_set(error, SLRUN_E_IO, "%s cannot be read: %s", directory,
                               strerror(errno));
    *run_ids = calloc((size_t)count + 1, sizeof **run_ids);
    for (int i = 0; i < count; i++) {
        char *id = *run_ids && i < BOOK_COUNT_MAX ? strdup(found[i]->d_name) : NULL;
        if (id) {
            id[strlen(id) - (sizeof LEDGER_SUFFIX - 1)] = '\0';
            (*run_ids)[(*n)++] = id;
        }
        free(found[i]);
    }
    free(found);
    return *run_ids ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

void book_list_free(char **run_ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(run_ids[i]);
    free(run_ids);
}

bool book_same_run(const char *run_id, const char *other)
{
    size_t n = strcspn(run_id, ".");
    return strcspn(other, ".") == n && strncmp(run_id, other, n) == 0;
}

static int is_unnamed(const struct dirent *entry)
{
    const char *end = strstr(entry->d_name, LEDGER_SUFFIX LEDGER_UNNAMED);
    return end && strcmp(end, LEDGER_SUFFIX LEDGER_UNNAMED) == 0;
}

void book_tidy(const char *directory)
{
    struct dirent **found = NULL;
    struct stat st;
    char path[LEDGER_PATH_MAX];
    int count = scandir(directory, &found, is_unnamed, alphasort);
    for (int i = 0; i < count; i++) {
        int n = snprintf(path, sizeof path, "%s/%s", directory, found[i]->d_name);
        if (n > 0 && (size_t)n < sizeof path && stat(path, &st) == 0 &&
            clock_wall_ms() / 1000 - (int64_t)st.st_mtime > BOOK_STALE_S)
            unlink(path);
        free(found[i]);
    }
    if (count >= 0)
        free(found);
}

/* Only the header is read; a shared lock, so that a run that looks does not stop another. */
static bool left_over(const char *directory, const char *run_id, const struct identity *identity)
{
    struct book b = {.file.fd = -1};
    struct stat st;
    struct slrun_error error = {0};
    char *line = malloc(BOOK_HEADER_MAX);
    bool found = false;
    if (line && ledger_file_init(&b.file, directory, run_id) &&
        open_locked(&b.file, true, &st, &error) == BOOK_READ) {
        ssize_t n = read(b.file.fd, line, BOOK_HEADER_MAX);
        const char *end = n > 0 ? memchr(line, '\n', (size_t)n) : NULL;
        json_t *header = end ? ledger_line_parse(line, (size_t)(end - line)) : NULL;
        found = header && take_header(&b, header) && identity_same(&b.identity, identity);
        json_decref(header);
    }
    book_close(&b, false);
    error_clear(&error);
    free(line);
    return found;
}

size_t book_leftovers(const char *directory, const struct identity *identity)
{
    char **ids;
    const char *last = "";
    size_t n, count = 0;
    struct slrun_error error = {0};
    if (book_list(directory, &ids, &n, &error) != 0)
        n = 0;
    for (size_t i = 0; i < n; i++)
        if (!book_same_run(last, ids[i]) && left_over(directory, ids[i], identity)) {
            last = ids[i];
            count++;
        }
    book_list_free(ids, n);
    error_clear(&error);
    return count;
}
