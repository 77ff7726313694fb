#include "app/base/font_file.h"

#include "app/base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool font_file_init(struct font_file *file, const char *area, const char *path, const char *package)
{
	struct stat stat;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	void *data = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &stat) == 0 && stat.st_size > 0) {
		data = mmap(NULL, (size_t)stat.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	if (data == MAP_FAILED) {
		log_error(area, "%s cannot be read (%s): install the package %s", path,
			strerror(errno), package);
	} else {
		*file = (struct font_file){data, (size_t)stat.st_size};
	}
	if (fd >= 0) {
		close(fd);
	}
	return data != MAP_FAILED;
}

void font_file_finish(struct font_file *file)
{
	if (file->data) {
		munmap(file->data, file->size);
	}
	*file = (struct font_file){0};
}
