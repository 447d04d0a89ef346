/* What the files of mlp need to know of the model. */
#ifndef MLP_SIZES_H
#define MLP_SIZES_H

#define MLP_TENSORS 8
#define MLP_LONGEST_NAME 32
#define MLP_LARGEST_TENSOR 200704
#define MLP_MOST_PLACES 11
#define MLP_ARENA_INPUTS 6272
#define MLP_IS_TRAINING 0
#define MLP_TERMS 0
#define MLP_EPOCH 0
#define MLP_HAS_PIXELS 1
#define MLP_INPUT_PADDED 784
#define MLP_LONGEST_SIDE 14336
#define MLP_RESIZED_HEIGHT 28
#define MLP_RESIZED_WIDTH 28
#define MLP_SCALE {2.8328612f, 0.0f, 0.0f, 0.0f}
#define MLP_BIAS {-0.8101983f, 0.0f, 0.0f, 0.0f}

#endif
