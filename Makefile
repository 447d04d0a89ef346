# Every target that builds does its own set-up: see scripts/setup.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build test fuzz torture sanitize emitted emulate instructions demo bench generate lint format clean

# The processor to compile for: `native` lets the vector loops use all that this one has (AVX2,
# AVX-512), and the program then runs on such processors only. `make NATIVE=` builds for any;
# `make NATIVE=haswell` for another.
#
# `-target-cpu` and not `-Xcc -march=native`: both give Swift's own code the same instructions, but
# only this one also tunes for the processor, and it leaves the C modules' flags alone.
NATIVE ?= native
FLAGS = $(if $(NATIVE),-Xswiftc -target-cpu -Xswiftc $(NATIVE)) $(if $(MPI),--traits MPI)

# `make build MPI=1` builds for ranks on several machines (docs/distributed.md). With it and without are two builds: a change from one to
# the other builds everything again, so that whoever wants MPI has `export MPI=1`.
MPI ?=

# The demo: `make demo EPOCHS=1 RUN=runs/short`. A run that is already there is continued; one of another number of
# epochs is refused, since its learning rates would be other ones. Small batches learn as much in two epochs as large ones
# in five.
ARCHITECTURE = vicreg-small
DATA = fashion-mnist
EPOCHS ?= 2
BATCH ?= 64
LEARNING_RATE ?= 0.0015
RUN = runs/demo
PRETRAIN_FLAGS = $(if $(wildcard $(RUN)/run.json),--resume)

INVAR := .build/release/invar
SEED ?= 1
PAGES = Sources/InvarDump/Viewer/Page Sources/InvarCommands/Report/Page
SOURCES = $(wildcard Package.swift Sources Tests Examples)

help: ## list the targets
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## install what is missing on this machine
	@scripts/setup $(if $(MPI),--mpi)

build: setup ## build the command, .build/release/invar
	swift build -c release --product invar $(FLAGS)

# The tests are built with `swift build` and only run by `swift test`: left to build, `swift test`
# compiles every module once more, with flags for @testable that nothing here uses.
#
# A short part of `make fuzz` follows them.
#
# `make test TESTS=InvarDataTests,InvarTests` builds and runs these targets' tests alone, in a part of the time.
test: export INVAR_TESTS = $(TESTS)
test: setup ## build and run all tests (TESTS=InvarDataTests for some, TEST_FLAGS='--filter NAME' for fewer)
	swift build -c release --product InvarPackageTests $(FLAGS)
	INVAR_CACHE=$(CURDIR)/.build/kernels swift test -c release --skip-build --disable-xctest $(FLAGS) $(TEST_FLAGS)
	$(if $(TESTS)$(TEST_FLAGS),,.build/release/invar-fuzz --mutants 2000)

# Another SEED is other mutants and other moments; FUZZ_FLAGS='--format png' for some formats, '--help' for more.
fuzz: MUTANTS ?= 100000
fuzz: setup ## damage every kind of file that is read, MUTANTS=100000 times each (SEED=1)
	swift build -c release --product invar-fuzz $(FLAGS)
	.build/release/invar-fuzz --mutants $(MUTANTS) --seed $(SEED) $(FUZZ_FLAGS)

torture: KILLS ?= 200
torture: build ## end processes at random moments, KILLS=200 times, and refuse them disks, threads, memory (SEED=1)
	python3 Tests/Torture/torture.py $(INVAR) --kills $(KILLS) --seed $(SEED) $(TORTURE_FLAGS)
	$(if $(MPI),python3 Tests/Torture/ranks.py $(INVAR))

sanitize: setup ## run the runtime under the thread and the address sanitizer, and fuzz the image decoders (minutes to build)
	scripts/sanitize

emitted: build ## emitted C under sanitizers, valgrind and emulated processors, where these are there (minutes)
	scripts/emitted

emulate: build ## 512-bit kernels on an emulated processor, which pip brings
	swift build -c release --product SmallArchitectures $(FLAGS)
	scripts/emulate

instructions: setup ## count the kernels' instructions with valgrind, where it is there
	scripts/instructions

demo: build ## pretrain on Fashion-MNIST (EPOCHS=2), evaluate, draw the views, into runs/demo
	$(INVAR) pretrain $(ARCHITECTURE) --data $(DATA) --epochs $(EPOCHS) --batch $(BATCH) \
		--learning-rate $(LEARNING_RATE) --output $(RUN) $(PRETRAIN_FLAGS)
	$(INVAR) evaluate $(RUN)
	$(INVAR) views $(ARCHITECTURE) --data $(DATA) --output $(RUN)/views.png
	@echo
	@echo "table:   $(RUN)/evaluation.json"
	@echo "picture: $(RUN)/views.png"

bench: build ## measure the speed of the steps (BENCH_FLAGS for the command's own)
	$(INVAR) bench $(BENCH_FLAGS)

generate: setup ## write Generated/, what the examples become: after every change to the compiler
	INVAR_TESTS=ExampleTests swift build -c release --product InvarPackageTests $(FLAGS)
	rm -rf Generated
	scripts/generate .build/release Generated

lint: ## check the layout of the sources, doc comments, and the scripts of pages where node is
	swift format lint --strict --parallel --recursive $(SOURCES)
	@! command -v node > /dev/null || for file in $(PAGES:=/*.js); do node --check $$file || exit 1; done
	@scripts/undocumented
	@! grep -rnE 'import CLLVM|LLVM[A-Za-z]+Ref\b' Sources/InvarJIT --include='*.swift' | grep -v '^Sources/InvarJIT/LLVM/' \
		|| { echo "lint: LLVM's types are for Sources/InvarJIT/LLVM alone"; exit 1; }

format: ## lay the sources out
	swift format --in-place --parallel --recursive $(SOURCES)

clean: ## remove what was built (runs stay)
	rm -rf .build
