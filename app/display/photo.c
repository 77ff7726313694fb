#include "app/display/photo_parts.h"

#include "app/base/memory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *photo_fault_phrase(enum photo_fault fault)
{
	static const char *const phrases[] = {
		[PHOTO_FINE] = "is fine",
		[PHOTO_UNREADABLE] = "cannot be read",
		[PHOTO_LARGE] = "is too large",
		[PHOTO_FOREIGN] = "is neither PNG nor JPEG",
		[PHOTO_BROKEN] = "is broken",
	};
	return phrases[fault];
}

void photo_finish(struct photo *photo)
{
	free(photo->pixels);
	*photo = (struct photo){0};
}

/* ---- smaller ---- */

void photo_fit(int width, int height, int place_w, int place_h, int *out_width, int *out_height)
{
	int64_t w = width, h = height;
	if (w > place_w) {
		h = h * place_w / w;
		w = place_w;
	}
	if (h > place_h) {
		w = w * place_h / h;
		h = place_h;
	}
	*out_width = w > 0 ? (int)w : 1;
	*out_height = h > 0 ? (int)h : 1;
}

bool photo_shrink_init(struct photo_shrink *shrink, int from_w, int from_h, int width, int height)
{
	*shrink = (struct photo_shrink){.from_w = from_w, .from_h = from_h};
	if (width < 1 || height < 1 || from_w < width || from_h < height) {
		return false;
	}
	/* What one pixel covers must add up in 32 bits. */
	if (((int64_t)from_w / width + 1) * ((int64_t)from_h / height + 1) > UINT32_MAX / 255) {
		return false;
	}
	shrink->photo = (struct photo){
		width, height, memory_zeroed((size_t)width * (size_t)height, sizeof(uint32_t))};
	shrink->sums = memory_zeroed((size_t)width * 3, sizeof *shrink->sums);
	return true;
}

/* The first of `from` that belongs to `place` of `to`. */
static int first_of(int place, int from, int to)
{
	return (int)((int64_t)place * from / to);
}

static void end_row(struct photo_shrink *shrink, int y)
{
	struct photo *photo = &shrink->photo;
	uint32_t *out = photo->pixels + (size_t)y * (size_t)photo->width;
	for (int x = 0; x < photo->width; x++) {
		const uint32_t *sum = shrink->sums + (size_t)x * 3;
		uint32_t count = (uint32_t)(first_of(x + 1, shrink->from_w, photo->width) -
					    first_of(x, shrink->from_w, photo->width)) *
				 (uint32_t)shrink->filled;
		out[x] = (sum[0] / count) << 16 | (sum[1] / count) << 8 | sum[2] / count;
	}
	memset(shrink->sums, 0, (size_t)photo->width * 3 * sizeof *shrink->sums);
	shrink->filled = 0;
}

void photo_shrink_take(struct photo_shrink *shrink, const uint8_t *row)
{
	const struct photo *photo = &shrink->photo;
	if (shrink->row == shrink->from_h) {
		return;
	}
	for (int x = 0, at = 0; x < photo->width; x++) {
		uint32_t *sum = shrink->sums + (size_t)x * 3;
		for (int end = first_of(x + 1, shrink->from_w, photo->width); at < end; at++) {
			sum[0] += row[3 * at];
			sum[1] += row[3 * at + 1];
			sum[2] += row[3 * at + 2];
		}
	}
	shrink->filled++;
	shrink->row++;
	int y = (int)(((int64_t)shrink->row * photo->height - 1) / shrink->from_h);
	if (shrink->row == first_of(y + 1, shrink->from_h, photo->height)) {
		end_row(shrink, y);
	}
}

bool photo_shrink_end(struct photo_shrink *shrink, struct photo *out_photo)
{
	bool whole = shrink->photo.pixels && shrink->row == shrink->from_h;
	free(shrink->sums);
	shrink->sums = NULL;
	if (whole) {
		*out_photo = shrink->photo;
	} else {
		photo_finish(&shrink->photo);
	}
	return whole;
}

/* ---- files ---- */

enum photo_fault photo_read(const uint8_t *data, size_t size, int width, int height,
	uint32_t ground, struct photo *out_photo)
{
	static const uint8_t png[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
	static const uint8_t jpeg[] = {0xFF, 0xD8, 0xFF};
	*out_photo = (struct photo){0};
	if (size >= sizeof png && memcmp(data, png, sizeof png) == 0) {
		return photo_read_png(data, size, width, height, ground, out_photo);
	}
	if (size >= sizeof jpeg && memcmp(data, jpeg, sizeof jpeg) == 0) {
		return photo_read_jpeg(data, size, width, height, out_photo);
	}
	return PHOTO_FOREIGN;
}

/* All bytes of the descriptor; NULL when it does not have as many as were announced. */
static uint8_t *read_all(int file, size_t size)
{
	uint8_t *data = memory_zeroed(size + 1, 1);
	size_t used = 0;
	ssize_t got;
	while (used < size && (got = read(file, data + used, size - used)) > 0) {
		used += (size_t)got;
	}
	if (used < size) {
		free(data);
		return NULL;
	}
	return data;
}

enum photo_fault photo_load(
	const char *path, int width, int height, uint32_t ground, struct photo *out_photo)
{
	struct stat what;
	*out_photo = (struct photo){0};
	/* A pipe in the folder would hold the thread for ever. */
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0) {
		return PHOTO_UNREADABLE;
	}
	enum photo_fault fault = PHOTO_FINE;
	uint8_t *data = NULL;
	if (fstat(file, &what) != 0 || !S_ISREG(what.st_mode)) {
		fault = PHOTO_UNREADABLE;
	} else if (what.st_size > PHOTO_BYTES) {
		fault = PHOTO_LARGE;
	} else {
		data = read_all(file, (size_t)what.st_size);
		fault = data ? photo_read(
				       data, (size_t)what.st_size, width, height, ground, out_photo)
			     : PHOTO_UNREADABLE;
	}
	free(data);
	close(file);
	return fault;
}
