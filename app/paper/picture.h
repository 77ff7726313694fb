#ifndef APP_PAPER_PICTURE_H
#define APP_PAPER_PICTURE_H

#include "app/base/document.h"

/*
 * Reads a PNG file as dots for a slip: transparent is white, made smaller (never larger) until it
 * fits `width` times `height` dots, greys as a fine pattern (Floyd and Steinberg's error diffusion,
 * Proceedings of the SID 17(2), 1976). False and one log line when the file cannot be read, is
 * larger than PICTURE_BYTES or PICTURE_SIDE, or is no PNG. Release with picture_finish.
 */
enum { PICTURE_BYTES = 4 * 1024 * 1024, PICTURE_SIDE = 4096 };
bool picture_load(const char *path, int width, int height, struct document_picture *out_picture);

/* The same of a file's bytes; false without a word when they are no such PNG. */
bool picture_read(const uint8_t *data, size_t size, int width, int height,
	struct document_picture *out_picture);

void picture_finish(struct document_picture *picture);

/* Whether the dot is black. */
bool picture_dot(const struct document_picture *picture, int x, int y);

#endif
