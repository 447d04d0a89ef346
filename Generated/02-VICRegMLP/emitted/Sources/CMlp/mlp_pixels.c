/* Images of bytes as the encoder takes them: resized with antialiasing, cut to their middle, normalized. Rows are resized first
   and then columns, each rounded to bytes, as Pillow and torchvision do it: `invar embed` makes the same numbers, bit for bit. */
#include "mlp_internal.h"

#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__)
#pragma GCC optimize("fp-contract=off")
#endif

enum {
    H = MLP_IMAGE_HEIGHT, W = MLP_IMAGE_WIDTH, C = MLP_IMAGE_CHANNELS,
    /* So many pixels of the source meet in one of the view, at most. */
    MOST_ROWS = 2 * ((MLP_LONGEST_SIDE + H - 1) / H) + 1,
    MOST_COLUMNS = 2 * ((MLP_LONGEST_SIDE + W - 1) / W) + 1,
    BITS = 22
};

/* Where the pixels of one axis are made from. */
struct axis { double scale, reach, inverse; int64_t most, source; };

struct memory {
    int32_t column_weights[W * MOST_COLUMNS], row_weights[MOST_ROWS], sums[W * C];
    int32_t first[W], count[W];
    double shares[MOST_ROWS > MOST_COLUMNS ? MOST_ROWS : MOST_COLUMNS];
    uint8_t ring[(size_t)MOST_ROWS * W * C];
};

size_t mlp_pixel_bytes(void) { return (sizeof(struct memory) + MLP_ALIGNMENT - 1) / MLP_ALIGNMENT * MLP_ALIGNMENT; }

static struct axis axis_of(int64_t source, int64_t resized)
{
    struct axis axis;
    axis.scale = (double)source / (double)resized;
    axis.reach = axis.scale > 1 ? axis.scale : 1;
    axis.inverse = 1 / axis.reach;
    axis.most = 2 * ((int64_t)axis.reach + ((double)(int64_t)axis.reach < axis.reach)) + 1;
    axis.source = source;
    return axis;
}

/* The first pixel of the source for one of the view, how many there are, and the weight of each, in whole numbers of 1/2^22. */
static void weigh(const struct axis *axis, int64_t output, int32_t *first, int32_t *count, int32_t *weights, double *shares)
{
    const double center = ((double)output + 0.5) * axis->scale;
    int64_t low = (int64_t)(center - axis->reach + 0.5), high = (int64_t)(center + axis->reach + 0.5);
    if (low < 0) low = 0;
    if (high > axis->source) high = axis->source;
    double sum = 0;
    for (int64_t k = 0; k < high - low; k++) {
        double distance = ((double)(low + k) - center + 0.5) * axis->inverse;
        double share = 1 - (distance < 0 ? -distance : distance);
        shares[k] = share > 0 ? share : 0;
        sum += shares[k];
    }
    for (int64_t k = 0; k < high - low; k++) weights[k] = (int32_t)(0.5 + shares[k] / sum * (double)(1 << BITS));
    *first = (int32_t)low;
    *count = (int32_t)(high - low);
}

static uint8_t byte_of(int32_t sum)
{
    sum >>= BITS;
    return (uint8_t)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
}

/* 0.299 R + 0.587 G + 0.114 B, rounded. */
static int32_t luma(const uint8_t *p) { return (int32_t)((19595u * p[0] + 38470u * p[1] + 7471u * p[2] + 32768u) >> 16); }

/* One row of the source, as wide as the view and with its channels. */
static void narrow(const struct memory *memory, const struct axis *columns, const uint8_t *row, int channels, uint8_t *target)
{
    for (int x = 0; x < W; x++) {
        const int32_t *weights = memory->column_weights + x * columns->most;
        const uint8_t *from = row + (size_t)memory->first[x] * (size_t)channels;
        for (int c = 0; c < C; c++) {
            const uint8_t *pixel = from + (channels == C ? c : 0);
            int32_t sum = 1 << (BITS - 1);
            for (int32_t k = 0; k < memory->count[x]; k++, pixel += channels)
                sum += weights[k] * (channels > C ? luma(pixel) : *pixel);
            target[x * C + c] = byte_of(sum);
        }
    }
}

static int64_t half(int64_t left) { return left / 2 + (left % 2 != 0 && left / 2 % 2 != 0); }

int mlp_prepare(const uint8_t *pixels, size_t width, size_t height, size_t stride, int channels, float *image, void *scratch)
{
    static const float scale[4] = MLP_SCALE, bias[4] = MLP_BIAS;
    if (width < 1 || height < 1 || width > MLP_LONGEST_SIDE || height > MLP_LONGEST_SIDE) return MLP_ARGUMENT;
    if (stride < width * (size_t)channels) return MLP_ARGUMENT;
    /* The shorter side gets the wanted size, and of the longer one the middle is taken. */
    int64_t h = MLP_RESIZED_HEIGHT, w = MLP_RESIZED_WIDTH;
    if ((int64_t)width * H <= (int64_t)height * W) {
        h = w * (int64_t)height / (int64_t)width;
        if (h < H) h = H;
    } else {
        w = h * (int64_t)width / (int64_t)height;
        if (w < W) w = W;
    }
    const int64_t top = half(h - H), left = half(w - W);
    struct memory *memory = scratch;
    const struct axis columns = axis_of((int64_t)width, w), rows = axis_of((int64_t)height, h);
    for (int x = 0; x < W; x++)
        weigh(&columns, left + x, &memory->first[x], &memory->count[x], memory->column_weights + x * columns.most, memory->shares);
    int64_t ready = 0;
    for (int y = 0; y < H; y++) {
        int32_t first, count;
        weigh(&rows, top + y, &first, &count, memory->row_weights, memory->shares);
        for (ready = ready > first ? ready : first; ready < first + count; ready++)
            narrow(memory, &columns, pixels + (size_t)ready * stride, channels, memory->ring + ready % rows.most * (W * C));
        for (int i = 0; i < W * C; i++) memory->sums[i] = 1 << (BITS - 1);
        for (int32_t k = 0; k < count; k++) {
            const uint8_t *row = memory->ring + (first + k) % rows.most * (W * C);
            const int32_t weight = memory->row_weights[k];
            for (int i = 0; i < W * C; i++) memory->sums[i] += weight * row[i];
        }
        for (int i = 0; i < W * C; i++) {
            float value = (float)byte_of(memory->sums[i]) * (1.0f / 255);
            image[y * (W * C) + i] = value * scale[i % C] + bias[i % C];
        }
    }
    return MLP_OK;
}
