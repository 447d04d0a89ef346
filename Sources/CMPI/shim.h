// MPI for Swift. Its constants are macros with casts in one implementation and addresses of variables in another, which Swift cannot
// import, so that functions stand here for the few calls that are wanted. Errors end all ranks: that is MPI's way unless asked otherwise.
#if !__has_include(<mpi.h>)
#error "MPI's headers are missing: run scripts/setup --mpi, or set INVAR_MPI to the name by which pkg-config knows an MPI (ompi-c, mpich)"
#else
#include <fcntl.h>
#include <mpi.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/// As what MPI sums numbers.
typedef enum { CMPIFloat32, CMPIFloat64 } CMPIElement;

static inline MPI_Datatype cmpi_type(CMPIElement element) {
    return element == CMPIFloat64 ? MPI_DOUBLE : MPI_FLOAT;
}

/// Starts MPI for calls from several threads, never two at once. 0 where this MPI cannot.
static inline int cmpi_start(void) {
    int provided = MPI_THREAD_SINGLE;
    MPI_Init_thread(NULL, NULL, MPI_THREAD_SERIALIZED, &provided);
    return provided >= MPI_THREAD_SERIALIZED;
}

static inline void cmpi_finish(void) { MPI_Finalize(); }

static inline void cmpi_abort(int status) { MPI_Abort(MPI_COMM_WORLD, status); }

static inline int cmpi_rank(void) {
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

static inline int cmpi_ranks(void) {
    int ranks = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    return ranks;
}

/// How many ranks, this one included, run where memory can be shared: on this host.
static inline int cmpi_ranks_here(void) {
    int ranks = 1;
    MPI_Comm here;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
    MPI_Comm_size(here, &ranks);
    MPI_Comm_free(&here);
    return ranks;
}

/// Which MPI this is, with its version; may be called before it is started. `text` has room for `cmpi_name_room` bytes.
enum { cmpi_name_room = MPI_MAX_LIBRARY_VERSION_STRING };
static inline void cmpi_name(char *text) {
    int length = 0;
    MPI_Get_library_version(text, &length);
}

static inline void cmpi_all_reduce(void *numbers, int count, CMPIElement element) {
    MPI_Allreduce(MPI_IN_PLACE, numbers, count, cmpi_type(element), MPI_SUM, MPI_COMM_WORLD);
}

/// The sum of all ranks' numbers, for one of them.
static inline void cmpi_reduce(const void *numbers, void *sum, int count, CMPIElement element, int root) {
    MPI_Reduce(numbers, sum, count, cmpi_type(element), MPI_SUM, root, MPI_COMM_WORLD);
}

static inline void cmpi_reduce_scatter(const void *whole, void *part, int count, CMPIElement element) {
    MPI_Reduce_scatter_block(whole, part, count, cmpi_type(element), MPI_SUM, MPI_COMM_WORLD);
}

/// Rank r's bytes go to `whole + r · apart`.
static inline void cmpi_all_gather(const void *part, void *whole, int count, long apart) {
    if (apart == count) {
        MPI_Allgather(part, count, MPI_BYTE, whole, count, MPI_BYTE, MPI_COMM_WORLD);
        return;
    }
    MPI_Datatype piece, spaced;
    MPI_Type_contiguous(count, MPI_BYTE, &piece);
    MPI_Type_create_resized(piece, 0, apart, &spaced);
    MPI_Type_commit(&spaced);
    MPI_Allgather(part, count, MPI_BYTE, whole, 1, spaced, MPI_COMM_WORLD);
    MPI_Type_free(&spaced);
    MPI_Type_free(&piece);
}

static inline void cmpi_broadcast(void *bytes, int count, int root) {
    MPI_Bcast(bytes, count, MPI_BYTE, root, MPI_COMM_WORLD);
}

/// Memory that all processes of this host see by its name; NULL where there is none. It is all zero, and all of it is there: a full file
/// system of shared memory is found out here and not when it is written to.
static inline void *cmpi_shared_memory(unsigned long long name, size_t bytes, int creates) {
    char path[32];
    snprintf(path, sizeof path, "/invar-%016llx", name);
    int file = shm_open(path, creates ? O_RDWR | O_CREAT | O_EXCL : O_RDWR, 0600);
    if (file < 0) return NULL;
    int fails = creates && ftruncate(file, (off_t)bytes) != 0;
#ifdef __linux__
    fails = fails || (creates && posix_fallocate(file, 0, (off_t)bytes) != 0);
#endif
    void *place = fails ? MAP_FAILED : mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    return place == MAP_FAILED ? NULL : place;
}

/// Takes its name away: it ends with the last process that sees it.
static inline void cmpi_forget_shared_memory(unsigned long long name) {
    char path[32];
    snprintf(path, sizeof path, "/invar-%016llx", name);
    shm_unlink(path);
}

static inline void cmpi_drop_shared_memory(void *place, size_t bytes) { munmap(place, bytes); }
#endif
