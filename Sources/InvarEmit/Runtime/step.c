/* A step of training, and the files that hold a state. */
#define _POSIX_C_SOURCE 200809L
#include "NAME_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

uint64_t NAME_steps(const void *state)
{
    return NAME_code_of(state) == NULL ? 0 : ((const struct NAME_head *)state)->steps;
}

/* ---- Random numbers: Philox4x32-10 (Salmon et al., 2011), by seed, step and place; those that invar draws ---- */

static void philox(uint32_t x[4], uint64_t key)
{
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
    for (int round = 0; round < 10; round++) {
        uint64_t p = UINT64_C(0xd2511f53) * x[0], q = UINT64_C(0xcd9e8d57) * x[2];
        uint32_t y0 = (uint32_t)(q >> 32) ^ x[1] ^ k0, y2 = (uint32_t)(p >> 32) ^ x[3] ^ k1;
        x[1] = (uint32_t)q, x[3] = (uint32_t)p, x[0] = y0, x[2] = y2;
        k0 += 0x9e3779b9, k1 += 0xbb67ae85;
    }
}

/* Uniform in 0 to 1. */
static void draw(float *values, size_t count, uint64_t name, uint64_t seed, uint64_t step)
{
    for (size_t block = 0; 4 * block < count; block++) {
        uint32_t x[4] = {(uint32_t)block, (uint32_t)name, (uint32_t)step, 4u << 24 | (uint32_t)(name >> 32 & 0xffffff)};
        philox(x, seed);
        for (size_t lane = 0; lane < 4 && 4 * block + lane < count; lane++)
            values[4 * block + lane] = (float)(x[lane] >> 8) * 0x1p-24f;
    }
}

/* ---- The step ---- */

static int begins_epoch(uint64_t steps) { return UPPER_EPOCH > 0 && steps % (UPPER_EPOCH > 0 ? UPPER_EPOCH : 1) == 0; }

int NAME_step(void *state, const NAME_inputs *inputs, NAME_terms *terms, void *arena, size_t arena_size, const NAME_pool *pool)
{
    const struct NAME_code *code = NAME_code_of(state);
    if (code == NULL || inputs == NULL) return UPPER_ARGUMENT;
    int status = NAME_check_arena(code, arena, arena_size, pool);
    if (status != UPPER_OK) return status;
    char *bases[NAME_REGIONS];
    NAME_bases(code, state, arena, bases);
    struct NAME_head *head = state;
    for (size_t number = 0; number < NAME_field_count; number++) {
        const struct NAME_field *field = &NAME_fields[number];
        const char *from = (const char *)inputs + field->field;
        char *to = bases[NAME_INPUTS] + field->place;
        if (field->kind == NAME_RANDOM) {
            draw((float *)to, field->elements, field->name, NAME_seed_of(inputs), head->steps);
        } else if (field->kind == NAME_TENSOR) {
            const float *values;
            memcpy(&values, from, sizeof values);
            if (values == NULL || (uintptr_t)values % sizeof(float) != 0) return UPPER_ARGUMENT;
            memcpy(to, values, field->elements * sizeof(float));
        } else {
            memcpy(to, from, sizeof(float));
        }
    }
    NAME_run(code, code->programs[0].run, bases, pool);
    if (begins_epoch(head->steps)) memset(head->totals, 0, sizeof head->totals);
    head->steps++;
    for (size_t term = 0; term < UPPER_TERMS; term++) {
        uint64_t place = code->programs[0].outputs[term];
        float value;
        memcpy(&value, bases[place >> 56] + NAME_BYTES(place), sizeof value);
        if (terms != NULL) memcpy((char *)terms + term * sizeof value, &value, sizeof value);
        head->totals[term] += value;
    }
    return UPPER_OK;
}

/* ---- Checksums, as a checkpoint of invar has them ---- */

struct hash { uint64_t value; };

static void mix(struct hash *hash, uint64_t value)
{
    hash->value = (hash->value ^ value) * UINT64_C(0x100000001b3);
    hash->value ^= hash->value >> 32;
}

static void mix_text(struct hash *hash, const char *text)
{
    for (; *text != 0; text++) mix(hash, (unsigned char)*text);
}

static void mix_bytes(struct hash *hash, const unsigned char *bytes, size_t count)
{
    size_t place = 0;
    for (; place + 8 <= count; place += 8) {
        uint64_t word = 0;
        for (int byte = 7; byte >= 0; byte--) word = word << 8 | bytes[place + (size_t)byte];
        mix(hash, word);
    }
    for (; place < count; place++) mix(hash, bytes[place]);
}

static struct hash new_hash(void)
{
    struct hash hash = {UINT64_C(0xcbf29ce484222325)};
    return hash;
}

static void hash_text(struct hash hash, char text[17]) { snprintf(text, 17, "%016llx", (unsigned long long)hash.value); }

/* ---- Reading ---- */

/* A number with a point, whatever this process writes in its place. */
static double number_after(const char *text)
{
    char copy[40];
    size_t count = 0;
    for (; count + 1 < sizeof copy && text[count] != 0 && strchr("+-.0123456789eE", text[count]) != NULL; count++)
        copy[count] = text[count] == '.' ? localeconv()->decimal_point[0] : text[count];
    copy[count] = 0;
    return strtod(copy, NULL);
}

static double number_of(const char *json, const char *key)
{
    const char *found = strstr(json, key);
    return found == NULL ? 0 : number_after(found + strlen(key));
}

/* `{"step":27,"totals":{"loss":505.3,"seconds":11.2,"steps":27,"terms":[2.2,17.1,35.9]}}` */
static void read_progress(struct NAME_metadata *metadata, const char *json)
{
    const char *step = strstr(json, "\"step\":"), *terms = strstr(json, "\"terms\":[");
    if (step != NULL) metadata->steps = strtoull(step + 7, NULL, 10);
    metadata->totals[0] = number_of(json, "\"loss\":");
    metadata->totals[UPPER_TERMS] = number_of(json, "\"seconds\":");
    if (terms == NULL) return;
    terms += 9;
    for (size_t term = 1; term < UPPER_TERMS && terms != NULL; term++) {
        metadata->totals[term] = number_after(terms);
        terms = strchr(terms, ',');
        if (terms != NULL) terms++;
    }
}

void NAME_read_metadata(void *context, const char *key, const char *value)
{
    struct NAME_metadata *metadata = context;
    if (strcmp(key, "tensors") == 0 && strlen(value) < sizeof metadata->checksum) {
        strcpy(metadata->checksum, value);
        metadata->has_checksum = 1;
    }
    if (strcmp(key, "progress") == 0) read_progress(metadata, value);
}

int NAME_check_state(const struct NAME_code *code, const unsigned char *const *found, const struct NAME_metadata *metadata,
                     char *message)
{
    if (!metadata->has_checksum) return UPPER_OK;
    struct hash hash = new_hash();
    char text[17];
    for (size_t number = 0; number < code->states.count; number++) {
        mix_text(&hash, code->states.list[number].name);
        mix_bytes(&hash, found[number], 4 * code->states.list[number].elements);
    }
    hash_text(hash, text);
    if (strcmp(text, metadata->checksum) == 0) return UPPER_OK;
    return NAME_say(message, UPPER_WEIGHTS, "the file is damaged: its values do not have the checksum that they were written with");
}

/* ---- Writing ---- */

/* A tensor as a file has it: in place, or turned around in `room`. */
static const unsigned char *file_bytes(const struct NAME_state *state, char *const bases[], unsigned char *room)
{
    const unsigned char *from = (const unsigned char *)bases[state->place >> 56] + NAME_BYTES(state->place);
    if (!state->is_convolution) return from;
    const size_t outputs = state->shape[0], inputs = state->shape[1], taps = state->shape[2] * state->shape[3];
    for (size_t tap = 0; tap < taps; tap++)
        for (size_t input = 0; input < inputs; input++)
            for (size_t output = 0; output < outputs; output++, from += 4)
                memcpy(room + 4 * ((output * inputs + input) * taps + tap), from, 4);
    return room;
}

static int is_written(const struct NAME_state *state, int of_encoder) { return !of_encoder || state->encoder_name != NULL; }


static void put_quoted(FILE *file, const char *text)
{
    fputc('"', file);
    for (; *text != 0; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', file);
        if ((unsigned char)*text < 0x20) fprintf(file, "\\u%04x", (unsigned char)*text);
        else fputc(*text, file);
    }
    fputc('"', file);
}

static void put_header(FILE *file, const struct NAME_states *states, int of_encoder, const struct NAME_pair *pairs, size_t pair_count)
{
    uint64_t offset = 0;
    fputs("{\"__metadata__\":{", file);
    for (size_t number = 0; number < pair_count; number++) {
        if (number > 0) fputc(',', file);
        put_quoted(file, pairs[number].key);
        fputc(':', file);
        put_quoted(file, pairs[number].value);
    }
    fputc('}', file);
    for (size_t number = 0; number < states->count; number++) {
        const struct NAME_state *state = &states->list[number];
        if (!is_written(state, of_encoder)) continue;
        fputc(',', file);
        put_quoted(file, of_encoder ? state->encoder_name : state->name);
        fputs(":{\"dtype\":\"F32\",\"shape\":[", file);
        for (int axis = 0; axis < state->rank; axis++)
            fprintf(file, axis > 0 ? ",%llu" : "%llu", (unsigned long long)state->shape[axis]);
        fprintf(file, "],\"data_offsets\":[%llu,", (unsigned long long)offset);
        offset += 4 * (uint64_t)state->elements;
        fprintf(file, "%llu]}", (unsigned long long)offset);
    }
    fputc('}', file);
}

static void put_file(FILE *file, const struct NAME_states *states, int of_encoder, const struct NAME_pair *pairs, size_t pair_count,
                     char *const bases[], unsigned char *room)
{
    unsigned char length[8] = {0};
    fwrite(length, 1, sizeof length, file);
    put_header(file, states, of_encoder, pairs, pair_count);
    uint64_t size = (uint64_t)ftell(file) - 8;
    for (; size % 8 != 0; size++) fputc(' ', file);
    for (size_t number = 0; number < states->count; number++) {
        const struct NAME_state *state = &states->list[number];
        if (is_written(state, of_encoder)) fwrite(file_bytes(state, bases, room), 4, state->elements, file);
    }
    for (int byte = 0; byte < 8; byte++) length[byte] = (unsigned char)(size >> 8 * byte);
    if (fseek(file, 0, SEEK_SET) == 0) fwrite(length, 1, sizeof length, file);
}

static void sync_folder(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash != NULL) slash[slash == path ? 1 : 0] = 0;
    int folder = open(slash == NULL ? "." : path, O_RDONLY);
    if (folder < 0) return;
    fsync(folder);
    close(folder);
}

/* A file that appears whole or not at all. */
static int write_file(const struct NAME_code *code, int of_encoder, const struct NAME_pair *pairs, size_t pair_count, char *const bases[],
                      unsigned char *room, const char *path, char *message)
{
    char partial[4096];
    int length = snprintf(partial, sizeof partial, "%s.XXXXXX", path);
    if (length < 0 || (size_t)length >= sizeof partial) return NAME_say(message, UPPER_FILE, "the path is too long");
    int descriptor = mkstemp(partial);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    if (file == NULL) {
        int reason = errno;
        if (descriptor >= 0) close(descriptor), unlink(partial);
        return NAME_say(message, UPPER_FILE, "%.150s cannot be written: %s", path, strerror(reason));
    }
    put_file(file, &code->states, of_encoder, pairs, pair_count, bases, room);
    int is_written = !ferror(file) && fflush(file) == 0 && fsync(descriptor) == 0;
    int reason = errno;
    if (fclose(file) != 0 && is_written) is_written = 0, reason = errno;
    if (is_written && rename(partial, path) != 0) is_written = 0, reason = errno;
    if (!is_written) {
        unlink(partial);
        return NAME_say(message, UPPER_FILE, "%.150s cannot be written: %s", path, strerror(reason));
    }
    sync_folder(partial);
    return UPPER_OK;
}

static size_t put_number(char *text, size_t room, double value)
{
    int count = snprintf(text, room, "%.17g", value);
    char *point = strchr(text, localeconv()->decimal_point[0]);
    if (point != NULL) *point = '.';
    return (size_t)count;
}

/* How far the state is: its steps, and sums over those of the epoch. */
static void put_progress(char *text, size_t room, const struct NAME_head *head)
{
    const uint64_t steps = UPPER_EPOCH > 0 ? head->steps % (UPPER_EPOCH > 0 ? UPPER_EPOCH : 1) : 0;
    size_t end = (size_t)snprintf(text, room, "{\"step\":%llu,\"totals\":{\"loss\":", (unsigned long long)head->steps);
    end += put_number(text + end, room - end, steps > 0 ? head->totals[0] : 0);
    end += (size_t)snprintf(text + end, room - end, ",\"seconds\":");
    end += put_number(text + end, room - end, steps > 0 ? head->totals[UPPER_TERMS] : 0);
    end += (size_t)snprintf(text + end, room - end, ",\"steps\":%llu,\"terms\":[", (unsigned long long)steps);
    for (size_t term = 1; steps > 0 && term < UPPER_TERMS; term++) {
        if (term > 1) text[end++] = ',';
        end += put_number(text + end, room - end, head->totals[term]);
    }
    snprintf(text + end, room - end, "]}}");
}

static int save(const void *state, int of_encoder, const char *path, char *message)
{
    if (message != NULL) message[0] = 0;
    const struct NAME_code *code = NAME_code_of(state);
    if (code == NULL || path == NULL) return NAME_say(message, UPPER_ARGUMENT, "the state or the path is NULL, or no state");
    char *bases[NAME_REGIONS];
    NAME_bases(code, state, NULL, bases);
    unsigned char *room = malloc(4 * UPPER_LARGEST_TENSOR);
    if (room == NULL) return NAME_say(message, UPPER_MEMORY, "%s", NAME_message(UPPER_MEMORY));
    char tensors[17], checksum[17], progress[160 + 32 * UPPER_TERMS], steps[24];
    struct hash hash = new_hash();
    for (size_t number = 0; number < code->states.count && !of_encoder; number++) {
        const struct NAME_state *one = &code->states.list[number];
        mix_text(&hash, one->name);
        mix_bytes(&hash, file_bytes(one, bases, room), 4 * one->elements);
    }
    hash_text(hash, tensors);
    snprintf(steps, sizeof steps, "%llu", (unsigned long long)NAME_steps(state));
    put_progress(progress, sizeof progress, state);
    struct NAME_pair pairs[UPPER_MOST_PAIRS];
    size_t count = NAME_pairs(of_encoder, checksum, progress, steps, tensors, pairs);
    if (!of_encoder) {
        hash = new_hash();
        for (size_t number = 0; number < count; number++) {
            char sizes[48];
            if (strcmp(pairs[number].key, "checksum") == 0) continue;
            snprintf(sizes, sizeof sizes, "%zu %zu ", strlen(pairs[number].key), strlen(pairs[number].value));
            mix_text(&hash, sizes);
            mix_text(&hash, pairs[number].key);
            mix_text(&hash, pairs[number].value);
        }
        hash_text(hash, checksum);
    }
    int status = write_file(code, of_encoder, pairs, count, bases, room, path, message);
    free(room);
    return status;
}

int NAME_save(const void *state, const char *path, char *message) { return save(state, 0, path, message); }

int NAME_save_encoder(const void *state, const char *path, char *message) { return save(state, 1, path, message); }
