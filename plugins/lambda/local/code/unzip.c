/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Unpacking zip archives by minizip. Files and directories come first, symbolic links last and only
 * where their parents are real directories and their targets stay inside: so nothing is ever
 * written through a link.
 */
#include "local/code/unzip.h"

#include <errno.h>
#include <fcntl.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "local/code/tree.h"

enum { ENTRIES_MAX = 100000, NAME_MAX_BYTES = 1024, PATH_MAX_BYTES = 4096, CHUNK = 1 << 16 };
enum { END_SIZE = 22, END_MAX = END_SIZE + 65535 }; /* with its comment */
#define BYTES_MAX UINT64_C(262144000)

struct unpacking {
    unzFile zip;
    const char *directory;
    uint64_t bytes;
    char name[NAME_MAX_BYTES];
    char path[PATH_MAX_BYTES];
    unz_file_info64 info;
};

/* Relative, and no component is "..". */
static bool stays_inside(const char *name)
{
    if (*name == '/' || *name == '\0')
        return false;
    for (const char *at = name; at; at = strchr(at, '/') ? strchr(at, '/') + 1 : NULL)
        if (at[0] == '.' && at[1] == '.' && (at[2] == '/' || at[2] == '\0'))
            return false;
    return true;
}

/* "../" at its beginning only, and not more than the link is deep. */
static bool target_stays_inside(const char *name, const char *target)
{
    size_t depth = 0;
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/'))
        depth++;
    while (strncmp(target, "../", 3) == 0 && depth > 0) {
        target += 3;
        depth--;
    }
    if (strcmp(target, "..") == 0)
        return depth > 0;
    return stays_inside(target);
}

static mode_t mode_of(const struct unpacking *u)
{
    return (mode_t)(u->info.external_fa >> 16);
}

/* Reads the head of the entry at hand. */
static enum unzip_result look(struct unpacking *u)
{
    if (unzGetCurrentFileInfo64(u->zip, &u->info, u->name, sizeof u->name, NULL, 0, NULL, 0) !=
            UNZ_OK ||
        u->info.size_filename >= sizeof u->name || strlen(u->name) != u->info.size_filename ||
        !stays_inside(u->name) || (u->info.flag & 1) != 0)
        return UNZIP_BAD;
    int n = snprintf(u->path, sizeof u->path, "%s/%s", u->directory, u->name);
    return n > 0 && (size_t)n < sizeof u->path ? UNZIP_OK : UNZIP_BAD;
}

static enum unzip_result copy_bytes(struct unpacking *u, int fd)
{
    static const enum unzip_result ended[] = {UNZIP_OK, UNZIP_BAD};
    char chunk[CHUNK];
    int n;
    while ((n = unzReadCurrentFile(u->zip, chunk, sizeof chunk)) > 0) {
        u->bytes += (uint64_t)n;
        if (u->bytes >= BYTES_MAX)
            return UNZIP_TOO_LARGE;
        if (write(fd, chunk, (size_t)n) != n)
            return UNZIP_IO;
    }
    return ended[n < 0];
}

static enum unzip_result write_file(struct unpacking *u)
{
    mode_t mode = mode_of(u) & 0111 ? 0755 : 0644;
    if (unzOpenCurrentFile(u->zip) != UNZ_OK)
        return UNZIP_BAD;
    int fd = open(u->path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode);
    enum unzip_result result = fd < 0 ? UNZIP_IO : copy_bytes(u, fd);
    if (fd >= 0 && close(fd) != 0 && result == UNZIP_OK)
        result = UNZIP_IO;
    return unzCloseCurrentFile(u->zip) != UNZ_OK && result == UNZIP_OK ? UNZIP_BAD : result;
}

static bool is_link(const struct unpacking *u)
{
    return S_ISLNK(mode_of(u));
}

static enum unzip_result write_entry(struct unpacking *u)
{
    size_t size = strlen(u->path);
    if (!tree_make_above(u->path))
        return UNZIP_IO;
    if (u->path[size - 1] == '/') /* tree_make_above() has made it */
        return UNZIP_OK;
    return is_link(u) ? UNZIP_OK : write_file(u);
}

static enum unzip_result write_link(struct unpacking *u)
{
    char target[NAME_MAX_BYTES];
    if (!is_link(u))
        return UNZIP_OK;
    int n = unzOpenCurrentFile(u->zip) == UNZ_OK
                ? unzReadCurrentFile(u->zip, target, sizeof target - 1)
                : -1;
    (void)unzCloseCurrentFile(u->zip);
    if (n <= 0)
        return UNZIP_BAD;
    target[n] = '\0';
    if (!target_stays_inside(u->name, target))
        return UNZIP_BAD;
    return symlink(target, u->path) == 0 ? UNZIP_OK : errno == EEXIST ? UNZIP_BAD : UNZIP_IO;
}

static enum unzip_result each(struct unpacking *u, enum unzip_result (*visit)(struct unpacking *u))
{
    enum unzip_result result = UNZIP_OK;
    int at = unzGoToFirstFile(u->zip), n = 0;
    for (; at == UNZ_OK && result == UNZIP_OK; at = unzGoToNextFile(u->zip)) {
        result = ++n > ENTRIES_MAX ? UNZIP_TOO_LARGE : look(u);
        if (result == UNZIP_OK)
            result = visit(u);
    }
    return result == UNZIP_OK && at != UNZ_END_OF_LIST_OF_FILE ? UNZIP_BAD : result;
}

/* Whether the end of the central directory is there to its last byte (APPNOTE.TXT 4.3.16): minizip
 * takes missing ones for zeros. */
static bool has_end(const char *archive)
{
    static const unsigned char signature[] = {'P', 'K', 5, 6};
    unsigned char *bytes = malloc(END_MAX);
    int fd = open(archive, O_RDONLY | O_CLOEXEC);
    off_t size = fd < 0 ? -1 : lseek(fd, 0, SEEK_END), from = size > END_MAX ? size - END_MAX : 0;
    ssize_t n = bytes && size >= END_SIZE ? pread(fd, bytes, END_MAX, from) : -1;
    bool found = false;
    for (ssize_t at = n - END_SIZE; at >= 0 && !found; at--)
        found = memcmp(bytes + at, signature, sizeof signature) == 0 &&
                at + END_SIZE + bytes[at + 20] + 256 * bytes[at + 21] == n;
    if (fd >= 0)
        close(fd);
    free(bytes);
    return found;
}

enum unzip_result unzip(const char *archive, const char *directory)
{
    struct unpacking u = {.zip = has_end(archive) ? unzOpen64(archive) : NULL,
                          .directory = directory};
    unz_global_info64 info;
    enum unzip_result result = UNZIP_BAD;
    if (!u.zip)
        return UNZIP_BAD;
    if (unzGetGlobalInfo64(u.zip, &info) == UNZ_OK && info.number_entry > 0)
        result = each(&u, write_entry);
    if (result == UNZIP_OK)
        result = each(&u, write_link);
    unzClose(u.zip);
    return result;
}
