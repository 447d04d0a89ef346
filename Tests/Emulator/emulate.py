"""Runs alone.c's program on an emulated processor with AVX-512, and compares what it gives with what this machine gave.

    emulate.py PROGRAM BYTES TARGET EXACT NEAR

EXACT holds the numbers that must have the same bits ("-" where there are none), NEAR numbers that must agree to
rounding."""
import array
import ctypes
import mmap
import struct
import subprocess
import sys
import time

import bochscpu
import bochscpu.cpu
import bochscpu.memory
from bochscpu.cpu import ControlRegister

PAGE, TABLES = 4096, 0x10_0000_0000
# where the linker is told to put the program and its variables (scripts/emulate), and where free memory begins
BASE, VARIABLES, FREE = 0x400000, 0xA00000, 0xC00000


class Machine:
    """A processor with some memory at BASE, whose addresses are what they are: pages are mapped to themselves."""

    def __init__(self, size):
        # before pages are inserted: the session makes the processor that they belong to
        self.session = bochscpu.Session()
        self.session.missing_page_handler = lambda page: sys.exit(f"the program went to {page:#x}, where nothing is")
        self.memory = mmap.mmap(-1, size)
        self.size = size
        here = ctypes.addressof(ctypes.c_char.from_buffer(self.memory))
        self.table = bochscpu.memory.PageMapLevel4Table()  # must live as long as the machine
        for offset in range(0, size, PAGE):
            bochscpu.memory.page_insert(BASE + offset, here + offset)
            # to be executed, or to be written
            self.table.insert(BASE + offset, BASE + offset, 0 if BASE + offset < VARIABLES else 1)
        for ours, theirs in self.table.commit(TABLES):
            bochscpu.memory.page_insert(theirs, ours)

    def write(self, address, data):
        self.memory[address - BASE:address - BASE + len(data)] = data

    def read(self, address, count):
        return bytes(self.memory[address - BASE:address - BASE + count])

    def load(self, path):
        """The segments of an ELF file; gives where it begins."""
        data = open(path, "rb").read()
        entry, headers = struct.unpack_from("<QQ", data, 24)
        for number in range(struct.unpack_from("<H", data, 56)[0]):
            kind, _, offset, address, _, in_file, _, _ = struct.unpack_from("<IIQQQQQQ", data, headers + 56 * number)
            if kind == 1:
                self.write(address, data[offset:offset + in_file])
        return entry

    def run(self, entry):
        state = bochscpu.State()
        bochscpu.cpu.set_long_mode(state)
        control = ControlRegister()
        control.PG = control.WP = control.NE = control.ET = control.PE = control.MP = True
        state.cr0 = int(control)
        state.cr4 = 1 << 5 | 1 << 9 | 1 << 10 | 1 << 18  # PAE, OSFXSR, OSXMMEXCPT, OSXSAVE
        state.xcr0 = 0xE7  # the registers of AVX-512
        state.cr3 = TABLES
        state.mxcsr, state.mxcsr_mask = 0x1F80, 0xFFFF
        # as if called: the stack is 8 beside a multiple of 16
        state.rip, state.rsp, state.rflags = entry, BASE + self.size - PAGE - 8, 2
        code, data = bochscpu.Segment(), bochscpu.Segment()
        for segment, selector, attributes in (code, 0x33, 0x22FB), (data, 0x2B, 0xCF3):
            segment.present, segment.selector, segment.base, segment.limit = True, selector, 0, 0xFFFFFFFF
            segment.attr = attributes
        state.cs = code
        state.ds = state.es = state.ss = state.fs = state.gs = data
        self.session.cpu.state = state
        problems = []
        hook = bochscpu.Hook()
        hook.hlt = lambda session, number: session.stop()

        def exception(session, number, vector, error):
            # programs may not halt the processor: this is how one ends
            if not (vector == 13 and b"\xf4" in self.read(session.cpu.rip - 1, 2)):
                problems.append(f"exception {vector} ({error}) at {session.cpu.rip:#x}")
            session.stop()

        hook.exception = exception
        self.session.run([hook])
        if problems:
            sys.exit(problems[0])


def symbols(path):
    lines = subprocess.run(["nm", path], check=True, capture_output=True, text=True).stdout.splitlines()
    return {words[2]: int(words[0], 16) for words in map(str.split, lines) if len(words) == 3}


def floats(path):
    return array.array("f", open(path, "rb").read())


def main(program, size, target, exact, near):
    wanted = floats(near)
    names = symbols(program)
    room = (4 * len(wanted) + PAGE) // PAGE * PAGE
    zeros = (int(size) + PAGE) // PAGE * PAGE
    machine = Machine(FREE - BASE + PAGE + room + zeros + (1 << 20))
    entry = machine.load(program)
    numbers = FREE + PAGE
    machine.write(FREE, target.encode() + b"\0")
    for name, address in ("target_name", FREE), ("numbers", numbers), ("zeros", numbers + room):
        machine.write(names[name], struct.pack("<Q", address))
    began = time.time()
    machine.run(entry)
    seconds = time.time() - began
    count, = struct.unpack("<Q", machine.read(names["number_count"], 8))
    if count != len(wanted):
        sys.exit(f"{count} numbers, not {len(wanted)}")
    got = machine.read(numbers, 4 * count)
    if exact != "-":
        same = floats(exact)
        equal = sum(a == b for a, b in zip(array.array("I", got), array.array("I", same.tobytes())))
        said = f"{equal} of {count} have this machine's bits"
    else:
        equal, said = count, "this machine has no AVX-512 to compare bits with"
    values = array.array("f", got)
    largest = max(map(abs, wanted))
    worst = max(abs(a - b) for a, b in zip(values, wanted)) / largest
    print(f"{said}; at most {worst:.1e} of the largest from x86-64-v3; {seconds:.1f} s")
    # the sum of rounding differences; what is wrong is wrong by far more
    sys.exit(0 if equal == count and worst < 1e-3 else 1)


main(*sys.argv[1:])
