/// How often the calling thread has asked for memory since it started.
long invar_test_allocation_count(void);
