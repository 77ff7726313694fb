#include "tests/bench/floor.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FRAME = 4120 };

int floor_open(const char *store)
{
	char path[1024];
	int file;

	snprintf(path, sizeof(path), "%s.floor", store);
	file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	if (file < 0) {
		perror(path);
		exit(1);
	}
	return file;
}

void floor_write(int file)
{
	static const char frame[FRAME] = {1};

	if (pwrite(file, frame, sizeof(frame), 0) != FRAME || fdatasync(file) != 0) {
		perror("floor");
		exit(1);
	}
}
