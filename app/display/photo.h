#ifndef APP_DISPLAY_PHOTO_H
#define APP_DISPLAY_PHOTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A PNG or JPEG file as the painter's pixels, made smaller (never larger) while it is decoded, row
 * by row: a photo of 40 megapixels takes no more memory than the place it is shown in. Files come
 * from whoever may copy into the office's folder, so everything in them is bounded.
 */
struct photo {
	int width, height;
	uint32_t *pixels; /* 0x00RRGGBB; owned */
};

enum {
	PHOTO_BYTES = 64 * 1024 * 1024,   /* of the file */
	PHOTO_SIDE = 30000,               /* of the picture, pixels */
	PHOTO_MEMORY = 128 * 1024 * 1024, /* for a picture that comes in several passes */
};

enum photo_fault {
	PHOTO_FINE,
	PHOTO_UNREADABLE, /* no regular file, or it cannot be read */
	PHOTO_LARGE,      /* one of the bounds */
	PHOTO_FOREIGN,    /* neither PNG nor JPEG */
	PHOTO_BROKEN,     /* cut off, or not what it says it is */
};

/* In an English phrase for the log. */
const char *photo_fault_phrase(enum photo_fault fault);

/*
 * Fits the picture into `width` times `height` pixels; what is transparent shows `ground`
 * (0x00RRGGBB). Release with photo_finish.
 */
enum photo_fault photo_load(
	const char *path, int width, int height, uint32_t ground, struct photo *out_photo);

/* The same of a file's bytes. */
enum photo_fault photo_read(const uint8_t *data, size_t size, int width, int height,
	uint32_t ground, struct photo *out_photo);

void photo_finish(struct photo *photo);

#endif
