/// How often the calling thread has asked for memory since it started; what OpenBLAS asks for by itself is not counted.
long invar_test_allocation_count(void);
