/* SPDX-License-Identifier: Apache-2.0 */
#include "sigv4_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_SIZE 512

struct sigv4_fixture fixture;

int sigv4_set_up(void **state)
{
    (void)state;
    fixture.s = sigv4_new();
    fixture.output = (struct sigv4_output){.buffer = fixture.buffer, .size = BUFFER_SIZE};
    return fixture.s == NULL;
}

int sigv4_tear_down(void **state)
{
    (void)state;
    sigv4_free(fixture.s);
    sigv4_json_free(&fixture.loaded);
    json_decref(fixture.request);
    json_decref(fixture.context);
    memset(&fixture, 0, sizeof fixture);
    return 0;
}

char *vector_read(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s/%s", SIGV4_VECTORS, folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    char *text = calloc(1, BUFFER_SIZE + 1);
    assert_non_null(text);
    size_t size = fread(text, 1, BUFFER_SIZE, file);
    assert_true(size > 0 && size < BUFFER_SIZE);
    fclose(file);
    return text;
}

static json_t *read_json(const char *folder, const char *name)
{
    char *text = vector_read(folder, name);
    assert_non_null(text);
    json_t *value = json_loads(text, 0, NULL);
    free(text);
    assert_non_null(value);
    return value;
}

void vector_load(const char *folder)
{
    fixture.request = read_json(folder, "request.json");
    fixture.context = read_json(folder, "context.json");
    assert_true(sigv4_json_load(&fixture.loaded, fixture.request, fixture.context));
}

const char *added(const char *name)
{
    for (size_t i = 0; i < fixture.output.n_headers; i++)
        if (strcmp(fixture.output.headers[i].name, name) == 0)
            return fixture.output.headers[i].value;
    return NULL;
}
