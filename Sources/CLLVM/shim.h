#if !__has_include(<llvm-c/Core.h>)
#error "LLVM's C headers are missing: install them (apt-get install llvm-dev), or set INVAR_LLVM to the folder of an LLVM, 14 or later"
#else
#include <llvm-c/Analysis.h>
#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/LLJIT.h>
#include <llvm-c/Orc.h>
#include <llvm-c/Support.h>
#include <llvm-c/Target.h>
#include <llvm-c/TargetMachine.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <llvm/Config/llvm-config.h>
#endif
