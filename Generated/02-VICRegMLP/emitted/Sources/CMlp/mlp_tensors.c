/* Reading safetensors files: 8 bytes with the header's length, the header as JSON, the tensors' bytes. Nothing in a file is
   believed before it was checked, and nothing is read outside of it. */
#define _POSIX_C_SOURCE 200809L
#include "mlp_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int mlp_say(char *message, int status, const char *format, ...)
{
    if (message == NULL) return status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, MLP_MESSAGE, format, arguments);
    va_end(arguments);
    return status;
}

/* ---- JSON: what a header may hold, read from left to right ---- */

struct text { const char *at, *end; };

static void skip_space(struct text *text)
{
    while (text->at < text->end && (*text->at == ' ' || *text->at == '\t' || *text->at == '\n' || *text->at == '\r')) text->at++;
}

static int next_is(struct text *text, char wanted)
{
    skip_space(text);
    if (text->at == text->end || *text->at != wanted) return 0;
    text->at++;
    return 1;
}

static int hexadecimal(struct text *text, unsigned *value)
{
    if (text->end - text->at < 4) return 0;
    *value = 0;
    for (int digit = 0; digit < 4; digit++) {
        char c = *text->at++;
        unsigned four = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
            : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10)
            : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A' + 10) : 16;
        if (four > 15) return 0;
        *value = *value * 16 + four;
    }
    return 1;
}

/* One byte of a string that is read, or none where it has too many for `room`. */
struct string { char *bytes; size_t room, count; };

static void put(struct string *string, unsigned byte)
{
    if (string->count + 1 < string->room) string->bytes[string->count] = (char)byte;
    string->count++;
}

static void put_scalar(struct string *string, unsigned value)
{
    if (value < 0x80) {
        put(string, value);
    } else if (value < 0x800) {
        put(string, 0xc0 | value >> 6), put(string, 0x80 | (value & 0x3f));
    } else if (value < 0x10000) {
        put(string, 0xe0 | value >> 12), put(string, 0x80 | (value >> 6 & 0x3f)), put(string, 0x80 | (value & 0x3f));
    } else {
        put(string, 0xf0 | value >> 18), put(string, 0x80 | (value >> 12 & 0x3f));
        put(string, 0x80 | (value >> 6 & 0x3f)), put(string, 0x80 | (value & 0x3f));
    }
}

static int escaped(struct text *text, struct string *string)
{
    static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    if (text->at == text->end) return 0;
    char c = *text->at++;
    if (c == 'u') {
        unsigned value, low;
        if (!hexadecimal(text, &value)) return 0;
        if (value >= 0xd800 && value < 0xdc00) {
            if (text->end - text->at < 6 || text->at[0] != '\\' || text->at[1] != 'u') return 0;
            text->at += 2;
            if (!hexadecimal(text, &low) || low < 0xdc00 || low > 0xdfff) return 0;
            value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
        } else if (value >= 0xdc00 && value < 0xe000) {
            return 0;
        }
        put_scalar(string, value);
        return 1;
    }
    const char *found = c == 0 ? NULL : strchr(names, c);
    if (found == NULL) return 0;
    put(string, (unsigned char)meanings[found - names]);
    return 1;
}

/* A string; one that does not fit is cut off, and counts its whole length. */
static int read_string(struct text *text, struct string *string)
{
    string->count = 0;
    if (!next_is(text, '"')) return 0;
    while (text->at < text->end && *text->at != '"') {
        unsigned char c = (unsigned char)*text->at++;
        if (c < 0x20) return 0;
        if (c != '\\') put(string, c);
        else if (!escaped(text, string)) return 0;
    }
    if (string->room > 0) string->bytes[string->count < string->room ? string->count : string->room - 1] = 0;
    return next_is(text, '"');
}

/* A whole number that is not negative. */
static int read_number(struct text *text, uint64_t *value)
{
    skip_space(text);
    const char *first = text->at;
    *value = 0;
    while (text->at < text->end && *text->at >= '0' && *text->at <= '9') {
        unsigned digit = (unsigned)(*text->at++ - '0');
        if (*value > (UINT64_MAX - digit) / 10) return 0;
        *value = *value * 10 + digit;
    }
    return text->at > first;
}

/* At most `room` numbers in brackets; how many, or -1. */
static int read_numbers(struct text *text, uint64_t *values, int room)
{
    int count = 0;
    if (!next_is(text, '[')) return -1;
    if (next_is(text, ']')) return 0;
    do {
        if (count == room || !read_number(text, &values[count])) return -1;
        count++;
    } while (next_is(text, ','));
    return next_is(text, ']') ? count : -1;
}

/* Any value of the metadata: text, as the format wants it. */
static int read_metadata(struct text *text, mlp_metadata_reader *reader, void *context)
{
    char key[32], value[2048];
    struct string keys = {key, sizeof key, 0}, values = {value, sizeof value, 0};
    if (!next_is(text, '{')) return 0;
    if (next_is(text, '}')) return 1;
    do {
        if (!read_string(text, &keys) || !next_is(text, ':') || !read_string(text, &values)) return 0;
        if (reader != NULL && keys.count < sizeof key && values.count < sizeof value) reader(context, key, value);
    } while (next_is(text, ','));
    return next_is(text, '}');
}

/* ---- Entries ---- */

struct entry {
    char name[MLP_LONGEST_NAME + 2];
    int is_float, rank, fits;
    uint64_t shape[8], offsets[2];
};

static int read_entry(struct text *text, struct entry *entry)
{
    char key[16], type[8];
    struct string keys = {key, sizeof key, 0}, types = {type, sizeof type, 0};
    int has_type = 0, has_shape = 0, has_offsets = 0;
    if (!next_is(text, '{')) return 0;
    do {
        if (!read_string(text, &keys) || !next_is(text, ':')) return 0;
        if (strcmp(key, "dtype") == 0) {
            if (!read_string(text, &types)) return 0;
            entry->is_float = strcmp(type, "F32") == 0;
            has_type = 1;
        } else if (strcmp(key, "shape") == 0) {
            entry->rank = read_numbers(text, entry->shape, 8);
            if (entry->rank < 0) return 0;
            has_shape = 1;
        } else if (strcmp(key, "data_offsets") == 0) {
            if (read_numbers(text, entry->offsets, 2) != 2) return 0;
            has_offsets = 1;
        } else {
            return 0;
        }
    } while (next_is(text, ','));
    return next_is(text, '}') && has_type && has_shape && has_offsets;
}

static int is_shape(const struct entry *entry, const struct mlp_state *state)
{
    if (entry->rank != state->rank) return 0;
    for (int axis = 0; axis < entry->rank; axis++)
        if (entry->shape[axis] != state->shape[axis]) return 0;
    return 1;
}

static const struct mlp_state *find(const struct mlp_states *states, const char *name)
{
    for (size_t number = 0; number < states->count; number++) {
        const struct mlp_state *state = &states->list[number];
        if (strcmp(name, state->name) == 0) return state;
        if (state->encoder_name != NULL && strcmp(name, state->encoder_name) == 0) return state;
    }
    return NULL;
}

int mlp_read_tensors(const void *file, size_t size, const struct mlp_states *states, const unsigned char **found,
                      mlp_metadata_reader *reader, void *context, char *message)
{
    const unsigned char *bytes = file;
    uint64_t length = 0;
    if (size < 8) return mlp_say(message, MLP_WEIGHTS, "this is no safetensors file: it has %zu bytes", size);
    for (int byte = 7; byte >= 0; byte--) length = length << 8 | bytes[byte];
    if (length > size - 8) return mlp_say(message, MLP_WEIGHTS, "the file is cut short, or is no safetensors file");
    const unsigned char *data = bytes + 8 + length;
    const uint64_t data_size = size - 8 - length;
    struct text text = {(const char *)bytes + 8, (const char *)data};
    struct entry entry;
    struct string names = {entry.name, sizeof entry.name, 0};
    for (size_t number = 0; number < states->count; number++) found[number] = NULL;
    if (!next_is(&text, '{')) return mlp_say(message, MLP_WEIGHTS, "this is no safetensors file: its header is no JSON");
    if (!next_is(&text, '}')) {
        do {
            if (!read_string(&text, &names) || !next_is(&text, ':'))
                return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged");
            if (strcmp(entry.name, "__metadata__") == 0) {
                if (!read_metadata(&text, reader, context))
                    return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged in its metadata");
                continue;
            }
            if (!read_entry(&text, &entry))
                return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged at %.80s", entry.name);
            if (entry.offsets[0] > entry.offsets[1] || entry.offsets[1] > data_size)
                return mlp_say(message, MLP_WEIGHTS, "the file is cut short or damaged: %.80s lies outside of it", entry.name);
            if (names.count >= sizeof entry.name) continue;
            const struct mlp_state *state = find(states, entry.name);
            if (state == NULL) continue;
            if (!entry.is_float) return mlp_say(message, MLP_WEIGHTS, "%s does not hold 32-bit floats", state->name);
            if (!is_shape(&entry, state) || entry.offsets[1] - entry.offsets[0] != 4 * (uint64_t)state->elements)
                return mlp_say(message, MLP_WEIGHTS, "%s has another shape than this model's", state->name);
            if (found[state - states->list] != NULL)
                return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged: %s is in it twice", state->name);
            found[state - states->list] = data + entry.offsets[0];
        } while (next_is(&text, ','));
        if (!next_is(&text, '}')) return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged");
    }
    skip_space(&text);
    if (text.at != text.end) return mlp_say(message, MLP_WEIGHTS, "the file's header is damaged at its end");
    for (size_t number = 0; number < states->count; number++)
        if (found[number] == NULL)
            return mlp_say(message, MLP_WEIGHTS, "the file has no tensor %s: is it of another model?", states->list[number].name);
    return MLP_OK;
}

void mlp_copy_tensor(const struct mlp_state *state, const unsigned char *from, void *to)
{
    if (!state->is_convolution) {
        memcpy(to, from, 4 * state->elements);
        return;
    }
    /* outputs × inputs × height × width in files, height × width × inputs × outputs here */
    const size_t outputs = state->shape[0], inputs = state->shape[1], taps = state->shape[2] * state->shape[3];
    char *place = to;
    for (size_t tap = 0; tap < taps; tap++)
        for (size_t input = 0; input < inputs; input++)
            for (size_t output = 0; output < outputs; output++, place += 4)
                memcpy(place, from + 4 * ((output * inputs + input) * taps + tap), 4);
}

int mlp_map(const char *path, const void **bytes, size_t *size, char *message)
{
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0) return mlp_say(message, MLP_FILE, "%.150s cannot be opened: %s", path, strerror(errno));
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0) {
        close(file);
        return mlp_say(message, MLP_FILE, "%.150s is no file with something in it", path);
    }
    void *mapped = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    int reason = errno;
    close(file);
    if (mapped == MAP_FAILED) return mlp_say(message, MLP_FILE, "%.150s cannot be mapped: %s", path, strerror(reason));
    *bytes = mapped;
    *size = (size_t)status.st_size;
    return MLP_OK;
}

void mlp_unmap(const void *bytes, size_t size) { munmap((void *)(uintptr_t)bytes, size); }
