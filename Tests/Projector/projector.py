"""Starts TensorBoard on a folder, and checks what its projector answers against the files themselves."""

import io
import json
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from PIL import Image


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, route, **query):
    address = f"http://127.0.0.1:{port}/data/plugin/projector/{route}"
    if query:
        address += "?" + urllib.parse.urlencode(query)
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def wait(port, process):
    for _ in range(240):
        if process.poll() is not None:
            sys.exit(f"TensorBoard ended with status {process.returncode}")
        try:
            return json.loads(ask(port, "runs"))
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    sys.exit("TensorBoard does not answer")


def lines(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def expect(condition, what):
    if not condition:
        sys.exit(f"not as it should be: {what}")
    print(f"ok: {what}")


def check(folder, port, process):
    runs = wait(port, process)
    expect(runs == ["."], f"runs {runs}")
    info = json.loads(ask(port, "info", run="."))
    expect(len(info["embeddings"]) == 1, "one set of vectors")
    named = info["embeddings"][0]
    name = named["tensorName"]
    vectors = [[float(cell) for cell in line.split("\t")] for line in lines(f"{folder}/tensors.tsv")]
    rows, width = len(vectors), len(vectors[0])
    expect(named.get("tensorShape") == [rows, width], f"{name}: {named.get('tensorShape')}")
    answer = ask(port, "tensor", run=".", name=name)
    found = struct.unpack(f"<{rows * width}f", answer)
    wanted = [value for vector in vectors for value in vector]
    largest = max(abs(a - b) for a, b in zip(found, wanted))
    expect(largest <= 1e-6 * max(map(abs, wanted)), f"the vectors are the file's (largest difference {largest:.1g})")
    metadata = ask(port, "metadata", run=".", name=name).decode().splitlines()
    expect(metadata == lines(f"{folder}/metadata.tsv"), f"{len(metadata)} lines of metadata, the first {metadata[:2]}")
    expect(len(metadata) == rows + 1, "a line of titles and one for each vector")
    sprite = Image.open(io.BytesIO(ask(port, "sprite_image", run=".", name=name)))
    size = named["sprite"]["singleImageDim"]
    columns = sprite.width // size[0]
    expect(sprite.width % size[0] == 0 and sprite.height % size[1] == 0, f"a sprite {sprite.size} of pictures {size}")
    expect((columns - 1) ** 2 < rows <= columns**2, f"{columns} pictures in a row")


def main():
    folder, tensorboard = sys.argv[1:]
    port = free_port()
    process = subprocess.Popen(
        [tensorboard, "--logdir", folder, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        check(folder, port, process)
    finally:
        process.terminate()
        process.wait(timeout=30)


if __name__ == "__main__":
    main()
