#include "app/display/photo_parts.h"

#include "app/base/memory.h"

#include <stdio.h> /* jpeglib.h needs it first */

#include <jpeglib.h>
#include <libexif/exif-data.h>

#include <setjmp.h>
#include <stdlib.h>

/* `error` is the first member: libjpeg knows only that. */
struct reading {
	struct jpeg_error_mgr error;
	jmp_buf jump;
	struct jpeg_decompress_struct jpeg;
	uint8_t *row;
	struct photo_shrink shrink;
};

static void jump(j_common_ptr jpeg)
{
	struct reading *reading = (void *)jpeg->err;
	longjmp(reading->jump, 1);
}

/* The log line is ours. A warning means that bytes were missing or wrong: then grey is shown in
 * their place, which nobody wants to see. */
static void warn(j_common_ptr jpeg, int level)
{
	if (level < 0) {
		jump(jpeg);
	}
}

static void be_silent(j_common_ptr jpeg)
{
	(void)jpeg;
}

/* The least eighths of the picture that still fill the place: decoding does the first step of
 * making it smaller, which saves most of the time. */
static unsigned eighths(int from, int to)
{
	unsigned share = (unsigned)(((int64_t)to * 8 + from - 1) / from);
	return share < 1 ? 1 : share > 8 ? 8 : share;
}

/* How the camera was held; 1, upright, when the file does not say. */
static int read_orientation(const uint8_t *data, size_t size)
{
	int orientation = 1;
	ExifData *exif = exif_data_new();
	if (exif != NULL) {
		exif_data_load_data(exif, data, (unsigned)size);
		const ExifEntry *entry = exif_data_get_entry(exif, EXIF_TAG_ORIENTATION);
		if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2) {
			orientation = exif_get_short(entry->data, exif_data_get_byte_order(exif));
		}
	}
	exif_data_unref(exif);
	return orientation;
}

/* A place for a picture that will be turned is as high as the real one is wide. */
static enum photo_fault read_picture(
	struct reading *reading, const uint8_t *data, size_t size, int place_w, int place_h)
{
	struct jpeg_decompress_struct *jpeg = &reading->jpeg;
	int width, height;
	if (setjmp(reading->jump)) {
		return PHOTO_BROKEN;
	}
	jpeg_create_decompress(jpeg);
	/* A progressive photo is held whole; one that needs more than this is an error. */
	jpeg->mem->max_memory_to_use = PHOTO_MEMORY;
	jpeg_mem_src(jpeg, data, (unsigned long)size);
	(void)jpeg_read_header(jpeg, TRUE);
	if (jpeg->image_width > PHOTO_SIDE || jpeg->image_height > PHOTO_SIDE) {
		return PHOTO_LARGE;
	}
	photo_fit(
		(int)jpeg->image_width, (int)jpeg->image_height, place_w, place_h, &width, &height);
	unsigned across = eighths((int)jpeg->image_width, width);
	unsigned down = eighths((int)jpeg->image_height, height);
	jpeg->scale_num = across > down ? across : down;
	jpeg->scale_denom = 8;
	jpeg->out_color_space = JCS_RGB;
	jpeg->dct_method = JDCT_ISLOW;
	(void)jpeg_start_decompress(jpeg);
	if (jpeg->output_components != 3 ||
		!photo_shrink_init(&reading->shrink, (int)jpeg->output_width,
			(int)jpeg->output_height, width, height)) {
		return PHOTO_BROKEN;
	}
	reading->row = memory_zeroed(jpeg->output_width, 3);
	while (jpeg->output_scanline < jpeg->output_height) {
		JSAMPROW rows[1] = {reading->row};
		if (jpeg_read_scanlines(jpeg, rows, 1) == 1) {
			photo_shrink_take(&reading->shrink, reading->row);
		}
	}
	(void)jpeg_finish_decompress(jpeg);
	return PHOTO_FINE;
}

enum photo_fault photo_read_jpeg(
	const uint8_t *data, size_t size, int width, int height, struct photo *out_photo)
{
	struct reading *reading = memory_zeroed(1, sizeof *reading);
	reading->jpeg.err = jpeg_std_error(&reading->error);
	reading->error.error_exit = jump;
	reading->error.emit_message = warn;
	reading->error.output_message = be_silent;
	int orientation = read_orientation(data, size);
	bool lies = photo_lies(orientation);
	enum photo_fault fault =
		read_picture(reading, data, size, lies ? height : width, lies ? width : height);
	jpeg_destroy_decompress(&reading->jpeg);
	free(reading->row);
	if (!photo_shrink_end(&reading->shrink, out_photo) && fault == PHOTO_FINE) {
		fault = PHOTO_BROKEN;
	}
	if (fault == PHOTO_FINE) {
		photo_turn(out_photo, orientation);
	} else {
		photo_finish(out_photo);
	}
	free(reading);
	return fault;
}
