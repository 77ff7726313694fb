/* The raw system calls below the ones we stand in front of are Linux, not POSIX. */
#define _GNU_SOURCE
#include "tests/store/killer.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long left; /* changes until death; 0 = not armed */

void killer_arm(long nth)
{
	atomic_store(&left, nth);
}

long killer_left(void)
{
	return atomic_load(&left);
}

static void change(void)
{
	if (atomic_load(&left) > 0 && atomic_fetch_sub(&left, 1) == 1) {
		kill(getpid(), SIGKILL);
	}
}

/* Declared by no header in this form; the linker finds them by name. */
ssize_t write(int file, const void *data, size_t size);
ssize_t pwrite(int file, const void *data, size_t size, off_t offset);
ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset);
int ftruncate(int file, off_t length);
int ftruncate64(int file, off64_t length);
int fsync(int file);
int fdatasync(int file);
int unlink(const char *path);
int rename(const char *from, const char *to);

ssize_t write(int file, const void *data, size_t size)
{
	change();
	return syscall(SYS_write, file, data, size);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t offset)
{
	change();
	return syscall(SYS_pwrite64, file, data, size, offset);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset)
{
	return pwrite64(file, data, size, offset);
}

int ftruncate64(int file, off64_t length)
{
	change();
	return (int)syscall(SYS_ftruncate, file, length);
}

int ftruncate(int file, off_t length)
{
	return ftruncate64(file, length);
}

int fsync(int file)
{
	change();
	return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
	change();
	return (int)syscall(SYS_fdatasync, file);
}

int unlink(const char *path)
{
	change();
	return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rename(const char *from, const char *to)
{
	change();
	return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
