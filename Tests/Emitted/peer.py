"""An exported encoder in ONNX Runtime, OpenVINO, or torchvision's ResNet-50 in torch: the figures that bench.c prints.

    peer.py ort|openvino|torch ENCODER BATCH THREADS SECONDS

ENCODER is an ONNX file that `invar export` wrote; for torch a safetensors file with torchvision's names.
"""
import json
import os
import resource
import sys
import time

began = time.perf_counter()
kind, path, batch, threads, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])

import numpy as np


def onnxruntime():
    import onnxruntime as ort
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    shape = session.get_inputs()[0].shape
    return shape, lambda x: session.run(None, {session.get_inputs()[0].name: x})[0]


def openvino():
    import openvino as ov
    core = ov.Core()
    model = core.read_model(path)
    shape = [batch] + [d.get_length() for d in list(model.inputs[0].partial_shape)[1:]]
    model.reshape(shape)
    compiled = core.compile_model(model, "CPU", {
        "INFERENCE_NUM_THREADS": threads, "PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "f32"})
    request = compiled.create_infer_request()
    return shape, lambda x: request.infer({0: x})[0]


def torch():
    import struct
    import torch
    import torchvision
    torch.set_num_threads(threads)
    data = open(path, "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    entries = {k: v for k, v in json.loads(data[8:8 + length]).items() if k != "__metadata__"}
    state = {}
    for name, entry in entries.items():
        first, last = entry["data_offsets"]
        values = np.frombuffer(data, np.float32, (last - first) // 4, 8 + length + first)
        state[name] = torch.from_numpy(values.copy().reshape(entry["shape"]))
    model = torchvision.models.resnet50()
    model.fc = torch.nn.Identity()
    model.load_state_dict(state, strict=False)
    model.eval()

    def run(x):
        with torch.inference_mode():
            return model(torch.from_numpy(x)).numpy()
    return [None, 3, 224, 224], run


shape, run = {"ort": onnxruntime, "openvino": openvino, "torch": torch}[kind]()
loaded = time.perf_counter()
x = (np.arange(batch * int(np.prod(shape[1:]))) * 7919 % 10007 / 5003.5 - 1).astype(np.float32).reshape([batch] + list(shape[1:]))
start = time.perf_counter()
run(x)
first = time.perf_counter() - start
times = []
end = time.perf_counter() + seconds
while time.perf_counter() < end:
    start = time.perf_counter()
    run(x)
    times.append(time.perf_counter() - start)
pages = int(open("/proc/self/statm").read().split()[1])
print(json.dumps({
    "load": round(1e3 * (loaded - began), 2), "first": round(1e3 * first, 3),
    "median": round(1e3 * float(np.median(times)), 4) if times else 0, "best": round(1e3 * min(times), 4) if times else 0,
    "runs": len(times), "resident": round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1),
    "peak": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)}))
