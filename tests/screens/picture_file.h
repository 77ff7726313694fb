#ifndef TESTS_SCREENS_PICTURE_FILE_H
#define TESTS_SCREENS_PICTURE_FILE_H

/* Picture files for tests, written row by row; a failure ends the test. */
enum {
	PICTURE_STRIPES = 1,     /* columns white and black in turn, the right half red */
	PICTURE_TRANSPARENT = 2, /* the left half is nothing, the right half green */
	PICTURE_PASSES = 4,      /* interlaced, or progressive */
};

void picture_write_png(const char *path, int width, int height, int flags);

/* The left half 0x2060A0, the right half 0xE0C020. */
void picture_write_jpeg(const char *path, int width, int height, int flags);

/* Makes a JPEG say in its Exif data how the camera was held; any number is written. */
void picture_set_orientation(const char *path, int orientation);

/* Makes a PNG say that it has this size, with a right checksum. */
void picture_set_png_size(const char *path, unsigned width, unsigned height);

#endif
