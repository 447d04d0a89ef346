"""The encoder of mlp (architecture mlp). Written by invar emit 0.1.0.

    import mlp

    encoder = mlp.Encoder(weights="encoder.safetensors")
    representations = encoder.embed(images)
"""

import ctypes
import pathlib
import threading

import numpy

_FOLDER = pathlib.Path(__file__).resolve().parent
_LIBRARY = ctypes.CDLL(str(_FOLDER / "library.so"))
_MESSAGE, _ALIGNMENT, _MOST_THREADS = 256, 64, 1024


def _function(name, result, *arguments):
    function = getattr(_LIBRARY, "mlp_" + name)
    function.restype, function.argtypes = result, arguments
    return function


_pointer, _size, _text, _int = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_int
_message = _function("message", _text, _int)
_target = _function("target", _text)
_pool_create = _function("pool_create", _pointer, _int)
_pool_destroy = _function("pool_destroy", None, _pointer)
_memory_bytes = _function("memory_bytes", _size, _text)
_arena_bytes = _function("arena_bytes", _size, _text, _int)
_load = _function("load", _int, _pointer, _size, _text, _text, _pointer, _pointer)
_load_memory = _function("load_memory", _int, _pointer, _size, _text, _pointer, _size, _pointer, _pointer)


class Error(Exception):
    """Why something was not done, in words."""


def target():
    """The instructions that this processor's kernels are made of, such as 'x86-64-v3'; None where there are no kernels for it."""
    found = _target()
    return None if found is None else found.decode()


def _check(status, message=b""):
    if status != 0:
        raise Error((message or _message(status)).decode("utf-8", "replace"))


def _check_words(call):
    message = ctypes.create_string_buffer(_MESSAGE)
    _check(call(message), message.value)


def _aligned(count):
    """Memory that begins at a multiple of the alignment."""
    room = numpy.empty(count + _ALIGNMENT, numpy.uint8)
    start = -room.ctypes.data % _ALIGNMENT
    return room[start : start + count]


class _Worker:
    """What one call computes with: memory for what lies between the layers, and its threads."""

    def __init__(self, threads):
        self.pool = None
        if not 1 <= threads <= _MOST_THREADS:
            raise ValueError(f"{threads} threads are not possible: 1 to {_MOST_THREADS} are")
        size = _arena_bytes(None, threads)
        if size == 0:
            raise Error(_message(1).decode())
        self.arena = _aligned(size)
        if threads > 1:
            self.pool = _pool_create(threads)
            if self.pool is None:
                raise Error(f"the system does not give {threads} threads")

    def __del__(self):
        if self.pool is not None:
            _pool_destroy(self.pool)


def _loaded(worker, source):
    """The model's memory, filled from a path or from bytes."""
    memory = _aligned(_memory_bytes(None))
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = numpy.frombuffer(source, numpy.uint8)
        _check_words(
            lambda message: _load_memory(memory.ctypes.data, memory.size, None, data.ctypes.data, data.size, worker.pool, message))
    else:
        path = str(source).encode()
        _check_words(lambda message: _load(memory.ctypes.data, memory.size, None, path, worker.pool, message))
    return memory


INPUT = 784
"""Numbers that are taken for each image."""
WIDTH = 64
"""Numbers of a representation."""
IMAGE = (28, 28, 1)
"""Rows, pixels of a row and channels of an image; None where rows of numbers are taken."""
_WEIGHTS = _FOLDER / "encoder.safetensors"
_embed = _function("embed", _int, _pointer, _pointer, _size, _pointer, _pointer, _size, _pointer)
if IMAGE is not None:
    _pixels = (_int, _pointer, _pointer, _size, _size, _size, _pointer, _pointer, _size, _pointer)
    _embed_rgb8, _embed_grey8 = _function("embed_rgb8", *_pixels), _function("embed_grey8", *_pixels)


class Encoder:
    """Makes representations. Several threads may use one at once: each call has memory and threads of its own."""

    def __init__(self, weights=None, threads=1):
        """`weights` is the path or the bytes of a safetensors file; without it they are those that came with this package. The
        result has the same bits for any number of threads."""
        self._threads, self._lock = threads, threading.Lock()
        worker = _Worker(threads)
        if weights is None and hasattr(_LIBRARY, "mlp_load_embedded"):
            load = _function("load_embedded", _int, _pointer, _size, _text, _pointer, _pointer)
            self._memory = _aligned(_memory_bytes(None))
            _check_words(lambda message: load(self._memory.ctypes.data, self._memory.size, None, worker.pool, message))
        elif weights is None and not _WEIGHTS.exists():
            raise Error("no weights came with this package; name a file: Encoder(weights='encoder.safetensors')")
        else:
            self._memory = _loaded(worker, _WEIGHTS if weights is None else weights)
        self._free = [worker]

    def embed(self, images):
        """Representations: an array of WIDTH numbers for one image, of N×WIDTH for N of them, both float32.

        Floats are what the encoder computes on: 28 rows of 28 pixels, the channels of a pixel side by side, normalized:
        (value from 0 to 1 − mean) / deviation, mean 0.286, deviation 0.353.
        Bytes (uint8) are pictures of any size, H×W×3 or H×W×1 or, grey, H×W, which are resized, cut to their middle
        and normalized as `invar embed` does it. A list may have pictures of several sizes.
        """
        if isinstance(images, (list, tuple)) and images and all(isinstance(image, numpy.ndarray) for image in images):
            return numpy.stack([self.embed(image) for image in images])
        images = numpy.asarray(images)
        if images.dtype == numpy.uint8 and IMAGE is not None:
            return self._pictures(images)
        if images.dtype.kind != "f":
            raise TypeError(f"images are floats or bytes (uint8), and not {images.dtype}")
        shapes = [(INPUT,)] + ([] if IMAGE is None else [IMAGE] + ([IMAGE[:2]] if IMAGE[2] == 1 else []))
        is_one = images.shape in shapes
        if not is_one and images.shape[1:] not in shapes:
            raise ValueError(f"{images.shape} is none of the shapes that are possible: " + ", ".join(map(str, shapes)) + ", or N of them")
        images = numpy.ascontiguousarray(images, numpy.float32)
        count = 1 if is_one else len(images)
        out = numpy.empty((count, WIDTH), numpy.float32)
        if count > 0:
            self._call(lambda *rest: _embed(self._memory.ctypes.data, images.ctypes.data, count, out.ctypes.data, *rest))
        return out[0] if is_one else out

    __call__ = embed

    def _pictures(self, pictures):
        """Bytes: H×W grey, H×W×C, N×H×W grey or N×H×W×C, where C is 1 or 3."""
        has_channels = pictures.ndim > 2 and pictures.shape[-1] in (1, 3)
        rank = pictures.ndim - (1 if has_channels else 0)
        if rank not in (2, 3):
            raise ValueError(f"{pictures.shape} is no picture: give H×W, H×W×1 or H×W×3, or N of them")
        if rank == 3:
            return numpy.stack([self._pictures(picture) for picture in pictures]) if len(pictures) else numpy.empty((0, WIDTH), numpy.float32)
        picture = numpy.ascontiguousarray(pictures)
        height, width = picture.shape[:2]
        channels = picture.shape[2] if has_channels else 1
        embed = _embed_rgb8 if channels == 3 else _embed_grey8
        out = numpy.empty(WIDTH, numpy.float32)
        self._call(
            lambda *rest: embed(
                self._memory.ctypes.data, picture.ctypes.data, width, height, width * channels, out.ctypes.data, *rest))
        return out

    def _call(self, call):
        with self._lock:
            worker = self._free.pop() if self._free else None
        worker = worker or _Worker(self._threads)
        try:
            _check(call(worker.arena.ctypes.data, worker.arena.size, worker.pool))
        finally:
            with self._lock:
                self._free.append(worker)


_shared, _shared_lock = [], threading.Lock()


def embed(images):
    """`Encoder().embed(images)`, with one encoder for all calls and the weights that came with this package."""
    with _shared_lock:
        if not _shared:
            _shared.append(Encoder())
    return _shared[0].embed(images)
