/* Damages a file of weights in many ways and loads it: fuzz MUTANTS [SEED]

   A mutant is loaded or refused as what it is, UPPER_WEIGHTS with a message; whatever else happens is a fault. Compiled
   with the sanitizers for addresses and undefined behaviour, so that a byte that is read outside of the file ends the
   program. */
#include "NAME_support.h"

struct bytes { unsigned char *at; size_t count, room; };

static void set(struct bytes *bytes, const unsigned char *from, size_t count)
{
    memcpy(bytes->at, from, count);
    bytes->count = count;
}

static void replace(struct bytes *bytes, size_t place, size_t removed, const void *inserted, size_t count)
{
    if (place > bytes->count) return;
    if (removed > bytes->count - place) removed = bytes->count - place;
    if (bytes->count - removed + count > bytes->room) return;
    memmove(bytes->at + place + count, bytes->at + place + removed, bytes->count - place - removed);
    if (count > 0) memcpy(bytes->at + place, inserted, count);
    bytes->count = bytes->count - removed + count;
}

static uint64_t header_length(const struct bytes *bytes)
{
    uint64_t length = 0;
    for (int byte = 7; byte >= 0 && bytes->count >= 8; byte--) length = length << 8 | bytes->at[byte];
    return length;
}

static void set_header_length(struct bytes *bytes, uint64_t length)
{
    for (int byte = 0; byte < 8 && bytes->count >= 8; byte++) bytes->at[byte] = (unsigned char)(length >> 8 * byte);
}

/* Text in place of some of the header's, with the length that it then has: what gets past the first look. */
static void write_over(struct bytes *bytes, size_t place, size_t removed, const char *text)
{
    uint64_t length = header_length(bytes);
    size_t before = bytes->count;
    replace(bytes, place, removed, text, strlen(text));
    set_header_length(bytes, length + bytes->count - before);
}

/* Somewhere behind the n-th `wanted` of the header. */
static size_t find(const struct bytes *bytes, unsigned char wanted, size_t which)
{
    const size_t end = bytes->count < 8 ? bytes->count : 8 + (size_t)header_length(bytes);
    size_t seen = 0, last = 8;
    for (size_t place = 8; place < end && place < bytes->count; place++) {
        if (bytes->at[place] != wanted) continue;
        last = place + 1;
        if (seen++ == which) break;
    }
    return last;
}

static void nest(struct bytes *bytes, uint64_t *random)
{
    static const char opened[2] = {'[', '{'};
    char text[4096];
    const size_t depth = 1 + draw_below(random, sizeof text - 1);
    memset(text, opened[draw_below(random, 2)], depth - 1);
    text[depth - 1] = 0;
    const size_t place = find(bytes, ':', draw_below(random, 40));
    write_over(bytes, place, draw_below(random, 3), text);
}

static void mutate_text(struct bytes *bytes, uint64_t *random)
{
    static const char *const pieces[] = {
        "\\u0000", "\\ud800", "\\ud83d\\ude00", "\\uDC00", "\\u12", "\\", "\\x", "\"", "\"\"",
        "{", "}", "[", "]", ",", ":", " ", "\t", "-1", "1e9", "0", "00", "0.5", "null", "true",
        "18446744073709551615", "18446744073709551616", "99999999999999999999999999",
        "4611686018427387904", "9223372036854775807",
        "\"F16\"", "\"F32\"", "\"I64\"", "[]", "[0]", "[1,1,1,1,1,1,1,1,1]",
        "\"__metadata__\":{},", "\"__metadata__\":{\"a\":1},", "\"progress\":\"{\\\"step\\\":99999999999999999999}\",",
        "\"tensors\":\"0\",", "\xc3", "\xff\xfe", "\x01"};
    static const unsigned char anchors[] = {'"', ':', ',', '[', '{', '}', ']'};
    const char *piece = pieces[draw_below(random, sizeof pieces / sizeof *pieces)];
    const unsigned char anchor = anchors[draw_below(random, sizeof anchors)];
    const size_t place = find(bytes, anchor, draw_below(random, 200));
    write_over(bytes, place, draw_below(random, 2) == 0 ? 0 : draw_below(random, 24), piece);
    /* At times the file ends with it, so that there is nothing that could be read behind. */
    if (draw_below(random, 4) != 0) return;
    bytes->count = place + strlen(piece) < bytes->count ? place + strlen(piece) : bytes->count;
    set_header_length(bytes, bytes->count - 8);
}

/* A piece of the header once more: entries that are there twice. */
static void repeat(struct bytes *bytes, uint64_t *random)
{
    char text[512];
    const size_t from = find(bytes, '}', draw_below(random, 30));
    const size_t count = 1 + draw_below(random, sizeof text - 1);
    if (from + count > bytes->count) return;
    memcpy(text, bytes->at + from, count);
    text[count] = 0;
    write_over(bytes, from, 0, text);
}

static void mutate(struct bytes *bytes, uint64_t *random)
{
    const size_t reach = draw_below(random, 10) < 8 ? 8 + (size_t)header_length(bytes) : bytes->count;
    const size_t place = draw_below(random, reach < bytes->count ? reach : bytes->count);
    const unsigned char any = (unsigned char)draw_bits(random);
    if (bytes->count == 0) return;
    switch (draw_below(random, 12)) {
    case 0: bytes->at[place] ^= (unsigned char)(1u << draw_below(random, 8)); break;
    case 1: bytes->at[place] = any; break;
    case 2: bytes->count = place; break;
    case 3: replace(bytes, place, 1 + draw_below(random, 16), NULL, 0); break;
    case 4: replace(bytes, place, 0, &any, 1); break;
    case 5: {
        const uint64_t length = draw_bits(random);
        set_header_length(bytes, length >> draw_below(random, 64));
        break;
    }
    case 6: set_header_length(bytes, header_length(bytes) + draw_below(random, 5) - 2); break;
    case 7: nest(bytes, random); break;
    case 8: repeat(bytes, random); break;
    default: mutate_text(bytes, random); break;
    }
}

int main(int count, char **words)
{
    const long mutants = count > 1 ? atol(words[1]) : 20000;
    uint64_t random = count > 2 ? (uint64_t)atol(words[2]) : 1;
    const size_t memory_size = NAME_memory_bytes(NULL);
    if (memory_size == 0) return 10 + UPPER_PROCESSOR;
    void *memory = aligned(memory_size);
    size_t size;
    unsigned char *valid = made_file(&size);
    struct bytes bytes = {checked(malloc(size + 65536)), 0, size + 65536};
    long loaded = 0, refused = 0, faults = 0;
    for (long mutant = 0; mutant <= mutants; mutant++) {
        set(&bytes, valid, size);
        for (size_t times = mutant == 0 ? 0 : 1 + draw_below(&random, 3); times > 0; times--) mutate(&bytes, &random);
        /* Memory of exactly that size, so that a byte behind it is noticed. */
        unsigned char *file = checked(malloc(bytes.count > 0 ? bytes.count : 1));
        memcpy(file, bytes.at, bytes.count);
        char message[UPPER_MESSAGE];
        memset(message, 'x', sizeof message);
        int status = NAME_load_memory(memory, memory_size, NULL, file, bytes.count, NULL, message);
        free(file);
        if (status == UPPER_OK) loaded++;
        else if (status == UPPER_WEIGHTS && message[0] != 0 && memchr(message, 0, sizeof message) != NULL) refused++;
        else faults++, fprintf(stderr, "mutant %ld: status %d\n", mutant, status);
        if (mutant == 0 && loaded != 1) fail("the undamaged file is refused");
    }
    printf("%ld mutants: %ld refused, %ld loaded, %ld faults\n", mutants, refused, loaded - 1, faults);
    free(valid), free(bytes.at), free(memory);
    return faults == 0 ? 0 : 1;
}
