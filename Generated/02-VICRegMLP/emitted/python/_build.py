"""Makes the wheel of mlp (PEP 517): the module, and the C and assembly as a library beside it, made by the C compiler
`cc` or the one that the variable CC names. Nothing is fetched. Written by invar emit 0.1.0."""

import base64
import hashlib
import os
import pathlib
import platform
import shlex
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAME, DISTRIBUTION, VERSION = "mlp", "mlp", "0.1.0"
METADATA = f"Metadata-Version: 2.1\nName: mlp\nVersion: {VERSION}\nRequires-Python: >=3.8\nRequires-Dist: numpy\n"


def _platform():
    if sys.platform == "darwin":
        return f"macosx_12_0_{platform.machine()}"
    return sysconfig.get_platform().replace("-", "_").replace(".", "_")


def _library():
    """The bytes of the shared library."""
    code = ROOT / "Sources" / "CMlp"
    sources = sorted(str(path) for path in code.iterdir() if path.suffix in (".c", ".S"))
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "library"
        command = shlex.split(os.environ.get("CC", "cc")) + ["-std=gnu11", "-O2", "-fPIC", "-shared", "-pthread"]
        command += ["-mmacosx-version-min=12.0"] if sys.platform == "darwin" else []
        command += [f"-I{code / 'include'}", f"-I{code}", "-o", str(library)] + sources
        try:
            subprocess.run(command, check=True)
        except FileNotFoundError:
            raise SystemExit(f"there is no C compiler {command[0]}; install one, or name one: CC=clang pip install …")
        return library.read_bytes()


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    tag = f"py3-none-{_platform()}"
    info = f"{DISTRIBUTION}-{VERSION}.dist-info"
    files = {
        f"{NAME}/__init__.py": (ROOT / "python" / NAME / "__init__.py").read_bytes(),
        f"{NAME}/library.so": _library(),
        f"{info}/METADATA": METADATA.encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: invar\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(),
    }
    weights = ROOT / "weights" / "encoder.safetensors"
    if weights.exists():
        files[f"{NAME}/encoder.safetensors"] = weights.read_bytes()
    record = ""
    for path, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    name = f"{DISTRIBUTION}-{VERSION}-{tag}.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            wheel.writestr(path, data)
    return name


def build_sdist(sdist_directory, config_settings=None):
    top = f"{DISTRIBUTION}-{VERSION}"
    with tarfile.open(pathlib.Path(sdist_directory) / f"{top}.tar.gz", "w:gz") as archive:
        for part in ("Sources", "python", "weights", "pyproject.toml", "README.md"):
            if (ROOT / part).exists():
                archive.add(ROOT / part, f"{top}/{part}", filter=lambda file: None if "__pycache__" in file.name else file)
    return f"{top}.tar.gz"
