#include "db/fault_writes.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdlib.h>

enum { SECTOR = 512 };

struct fault_vfs {
	sqlite3_vfs base;
	sqlite3_vfs *real;
	struct fault_plan *plan;
	int life; /* the plan's deaths when this began */
	char name[40];
};

/* The real file of SQLite's default VFS follows in the same memory. */
struct fault_file {
	sqlite3_file base;
	struct fault_vfs *vfs;
	const char *path; /* SQLite's, until it is closed; NULL = a temporary file */
};

bool fault_is_dead(const struct fault_plan *plan, int life)
{
	return plan->deaths != life;
}

bool fault_allows(struct fault_plan *plan, int life)
{
	if (fault_is_dead(plan, life)) {
		return false;
	}
	plan->changes++;
	if (plan->changes != plan->die_at) {
		return true;
	}
	plan->die_at = 0;
	plan->deaths++;
	return false;
}

static struct fault_vfs *vfs_of(sqlite3_vfs *base)
{
	return base->pAppData;
}

static sqlite3_file *real_of(sqlite3_file *base)
{
	return (sqlite3_file *)((struct fault_file *)base + 1);
}

static struct fault_vfs *vfs_of_file(const sqlite3_file *base)
{
	return ((const struct fault_file *)base)->vfs;
}

/* ---- dying ---- */

static bool is_dead(const struct fault_vfs *vfs)
{
	return fault_is_dead(vfs->plan, vfs->life);
}

/* The engine asks errno what an I/O error was. */
static int fail(int number, int code)
{
	errno = number;
	return code;
}

static int fail_dead(void)
{
	return fail(EIO, SQLITE_IOERR);
}

/* Whether the change may be made; if not, the disk is already as the death leaves it. */
static bool allows(struct fault_vfs *vfs)
{
	bool lived = !is_dead(vfs);
	if (fault_allows(vfs->plan, vfs->life)) {
		return true;
	}
	if (lived) {
		fault_writes_undo(vfs->plan);
	}
	return false;
}

static int keep(struct fault_file *file, sqlite3_int64 offset, sqlite3_int64 amount)
{
	struct fault_plan *plan = file->vfs->plan;
	if (!plan->lose_unsynced || file->path == NULL) {
		return SQLITE_OK;
	}
	return fault_writes_keep(plan, file->path, real_of(&file->base), offset, amount);
}

/* Some whole sectors of a write that had begun: what lies before a sector's end near its middle. */
static void tear(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
	sqlite3_file *real = real_of(base);
	sqlite3_int64 end = (offset + amount / 2 + SECTOR / 2) / SECTOR * SECTOR;
	if (end > offset && end < offset + amount) {
		(void)real->pMethods->xWrite(real, data, (int)(end - offset), offset);
	}
}

/* ---- a file: what changes it ---- */

static int file_write(sqlite3_file *base, const void *data, int amount, sqlite3_int64 offset)
{
	struct fault_file *file = (struct fault_file *)base;
	sqlite3_file *real = real_of(base);
	struct fault_plan *plan = file->vfs->plan;
	sqlite3_int64 size = 0;
	if (is_dead(file->vfs)) {
		return fail_dead();
	}
	if (plan->full &&
		(real->pMethods->xFileSize(real, &size) != SQLITE_OK || offset + amount > size)) {
		return fail(ENOSPC, SQLITE_FULL);
	}
	if (!allows(file->vfs)) {
		if (plan->torn) {
			tear(base, data, amount, offset);
		}
		return fail_dead();
	}
	int code = keep(file, offset, amount);
	return code == SQLITE_OK ? real->pMethods->xWrite(real, data, amount, offset) : code;
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 size)
{
	struct fault_file *file = (struct fault_file *)base;
	sqlite3_file *real = real_of(base);
	sqlite3_int64 before;
	if (!allows(file->vfs)) {
		return fail_dead();
	}
	int code = real->pMethods->xFileSize(real, &before);
	if (code == SQLITE_OK && before > size) {
		code = keep(file, size, before - size);
	}
	return code == SQLITE_OK ? real->pMethods->xTruncate(real, size) : code;
}

static int file_sync(sqlite3_file *base, int flags)
{
	struct fault_file *file = (struct fault_file *)base;
	sqlite3_file *real = real_of(base);
	if (!allows(file->vfs)) {
		return fail_dead();
	}
	int code = real->pMethods->xSync(real, flags);
	if (code == SQLITE_OK && file->path != NULL) {
		fault_writes_sync(file->vfs->plan, file->path);
	}
	return code;
}

static int file_shm_map(
	sqlite3_file *base, int region, int size, int extend, void volatile **out_memory)
{
	struct fault_vfs *vfs = vfs_of_file(base);
	sqlite3_file *real = real_of(base);
	if (is_dead(vfs)) {
		return fail_dead();
	}
	int code = real->pMethods->xShmMap(real, region, size, 0, out_memory);
	if (code != SQLITE_OK || *out_memory != NULL || !extend) {
		return code;
	}
	if (vfs->plan->full) {
		return fail(ENOSPC, SQLITE_FULL);
	}
	if (!allows(vfs)) {
		return fail_dead();
	}
	return real->pMethods->xShmMap(real, region, size, 1, out_memory);
}

static int file_shm_unmap(sqlite3_file *base, int remove)
{
	sqlite3_file *real = real_of(base);
	/* What the dead leave mapped is unmapped for them, but not removed. */
	return real->pMethods->xShmUnmap(real, remove && allows(vfs_of_file(base)));
}

/* ---- a file: what does not change it ---- */

static int file_close(sqlite3_file *base)
{
	sqlite3_file *real = real_of(base);
	fault_writes_forget(vfs_of_file(base)->plan, real);
	return real->pMethods->xClose(real);
}

static int file_read(sqlite3_file *base, void *out_data, int amount, sqlite3_int64 offset)
{
	sqlite3_file *real = real_of(base);
	return is_dead(vfs_of_file(base)) ? fail_dead()
					  : real->pMethods->xRead(real, out_data, amount, offset);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *out_size)
{
	sqlite3_file *real = real_of(base);
	return is_dead(vfs_of_file(base)) ? fail_dead() : real->pMethods->xFileSize(real, out_size);
}

static int file_lock(sqlite3_file *base, int level)
{
	sqlite3_file *real = real_of(base);
	return is_dead(vfs_of_file(base)) ? fail_dead() : real->pMethods->xLock(real, level);
}

/* The kernel takes the locks of the dead away. */
static int file_unlock(sqlite3_file *base, int level)
{
	sqlite3_file *real = real_of(base);
	return real->pMethods->xUnlock(real, level);
}

static int file_check_lock(sqlite3_file *base, int *out_locked)
{
	sqlite3_file *real = real_of(base);
	return real->pMethods->xCheckReservedLock(real, out_locked);
}

static int file_control(sqlite3_file *base, int request, void *argument)
{
	sqlite3_file *real = real_of(base);
	return real->pMethods->xFileControl(real, request, argument);
}

static int file_sector_size(sqlite3_file *base)
{
	sqlite3_file *real = real_of(base);
	return real->pMethods->xSectorSize(real);
}

static int file_device(sqlite3_file *base)
{
	sqlite3_file *real = real_of(base);
	return real->pMethods->xDeviceCharacteristics(real);
}

static int file_shm_lock(sqlite3_file *base, int place, int count, int flags)
{
	sqlite3_file *real = real_of(base);
	if (is_dead(vfs_of_file(base)) && (flags & SQLITE_SHM_LOCK) != 0) {
		return fail_dead();
	}
	return real->pMethods->xShmLock(real, place, count, flags);
}

static void file_shm_barrier(sqlite3_file *base)
{
	sqlite3_file *real = real_of(base);
	real->pMethods->xShmBarrier(real);
}

/* Version 2: without memory-mapped reading, which would go past us. */
static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_check_lock,
	.xFileControl = file_control,
	.xSectorSize = file_sector_size,
	.xDeviceCharacteristics = file_device,
	.xShmMap = file_shm_map,
	.xShmLock = file_shm_lock,
	.xShmBarrier = file_shm_barrier,
	.xShmUnmap = file_shm_unmap,
};

/* ---- the folder ---- */

static int vfs_access(sqlite3_vfs *base, const char *path, int question, int *out_answer)
{
	struct fault_vfs *vfs = vfs_of(base);
	return is_dead(vfs) ? fail_dead()
			    : vfs->real->xAccess(vfs->real, path, question, out_answer);
}

static bool may_open(struct fault_vfs *vfs, const char *path, int flags)
{
	int there = 0;
	if (is_dead(vfs) || (flags & SQLITE_OPEN_CREATE) == 0 || path == NULL) {
		return !is_dead(vfs);
	}
	(void)vfs->real->xAccess(vfs->real, path, SQLITE_ACCESS_EXISTS, &there);
	return there || allows(vfs);
}

static int vfs_open(
	sqlite3_vfs *base, const char *path, sqlite3_file *out_base, int flags, int *out_flags)
{
	struct fault_vfs *vfs = vfs_of(base);
	struct fault_file *file = (struct fault_file *)out_base;
	sqlite3_file *real = real_of(out_base);
	*file = (struct fault_file){.vfs = vfs, .path = path};
	if (!may_open(vfs, path, flags)) {
		return fail(EIO, SQLITE_CANTOPEN);
	}
	real->pMethods = NULL;
	int code = vfs->real->xOpen(vfs->real, path, real, flags, out_flags);
	if (code == SQLITE_OK) {
		file->base.pMethods = &methods;
	} else if (real->pMethods != NULL) {
		int number = errno;
		(void)real->pMethods->xClose(real);
		errno = number;
	}
	return code;
}

static int vfs_delete(sqlite3_vfs *base, const char *path, int sync_folder)
{
	struct fault_vfs *vfs = vfs_of(base);
	return allows(vfs) ? vfs->real->xDelete(vfs->real, path, sync_folder) : fail_dead();
}

static int vfs_full_path(sqlite3_vfs *base, const char *path, int size, char *out_path)
{
	struct fault_vfs *vfs = vfs_of(base);
	return vfs->real->xFullPathname(vfs->real, path, size, out_path);
}

static int vfs_randomness(sqlite3_vfs *base, int size, char *out_data)
{
	struct fault_vfs *vfs = vfs_of(base);
	return vfs->real->xRandomness(vfs->real, size, out_data);
}

static int vfs_sleep(sqlite3_vfs *base, int microseconds)
{
	struct fault_vfs *vfs = vfs_of(base);
	return vfs->real->xSleep(vfs->real, microseconds);
}

static int vfs_current(sqlite3_vfs *base, double *out_day)
{
	struct fault_vfs *vfs = vfs_of(base);
	return vfs->real->xCurrentTime(vfs->real, out_day);
}

static int vfs_last_error(sqlite3_vfs *base, int size, char *out_text)
{
	struct fault_vfs *vfs = vfs_of(base);
	return vfs->real->xGetLastError(vfs->real, size, out_text);
}

struct fault_vfs *fault_vfs_create(struct fault_plan *plan)
{
	struct fault_vfs *vfs = memory_zeroed(1, sizeof *vfs);
	vfs->real = sqlite3_vfs_find(NULL);
	vfs->plan = plan;
	vfs->life = plan->deaths;
	text_format(vfs->name, sizeof vfs->name, "giliran-fault-%p", (void *)vfs);
	vfs->base = (sqlite3_vfs){
		.iVersion = 1,
		.szOsFile = (int)sizeof(struct fault_file) + vfs->real->szOsFile,
		.mxPathname = vfs->real->mxPathname,
		.zName = vfs->name,
		.pAppData = vfs,
		.xOpen = vfs_open,
		.xDelete = vfs_delete,
		.xAccess = vfs_access,
		.xFullPathname = vfs_full_path,
		.xRandomness = vfs_randomness,
		.xSleep = vfs_sleep,
		.xCurrentTime = vfs_current,
		.xGetLastError = vfs_last_error,
	};
	if (sqlite3_vfs_register(&vfs->base, 0) != SQLITE_OK) {
		free(vfs);
		return NULL;
	}
	return vfs;
}

void fault_vfs_destroy(struct fault_vfs *vfs)
{
	if (vfs != NULL) {
		(void)sqlite3_vfs_unregister(&vfs->base);
		free(vfs);
	}
}

const char *fault_vfs_name(const struct fault_vfs *vfs)
{
	return vfs->name;
}
