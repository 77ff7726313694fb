#include "tests/support/golden.h"

#include "app/base/memory.h"

#include <fnmatch.h>
#include <png.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { PATH_SIZE = 1024, SKIPPED = 77 };

/* FNV-1a, 64 bits, of the files of the packages fonts-inter and
 * fonts-materialdesignicons-webfont in Debian 12. */
static const struct {
	const char *path;
	uint64_t hash;
} fonts[] = {
	{"opentype/inter/Inter-Regular.otf", 0xb721255871cf9491U},
	{"opentype/inter/Inter-Medium.otf", 0x67b0363469a2c736U},
	{"opentype/inter/Inter-SemiBold.otf", 0xc82bbb9681c63be7U},
	{"opentype/inter/InterDisplay-Medium.otf", 0x3e05aa40d05c4920U},
	{"opentype/inter/InterDisplay-SemiBold.otf", 0x244c12e49ee4e12bU},
	{"opentype/inter/InterDisplay-Bold.otf", 0x8529a5fa8f7c1a84U},
	{"truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf",
		0x349363f92a7bb218U},
};

static char *read_file(const char *path, size_t *out_size)
{
	FILE *file = fopen(path, "rb");
	struct stat stat;

	*out_size = 0;
	if (!file) {
		return NULL;
	}
	if (fstat(fileno(file), &stat) != 0) {
		fclose(file);
		return NULL;
	}
	char *data = memory_zeroed((size_t)stat.st_size + 1, 1);
	*out_size = fread(data, 1, (size_t)stat.st_size, file);
	fclose(file);
	return data;
}

static uint64_t hash_of(const char *data, size_t size)
{
	uint64_t hash = 14695981039346656037U;

	for (size_t i = 0; i < size; i++) {
		hash = (hash ^ (uint8_t)data[i]) * 1099511628211U;
	}
	return hash;
}

/* They are read once: a program has many screens. */
static void require_fonts(void)
{
	static bool right;

	for (size_t i = 0; i < sizeof(fonts) / sizeof(fonts[0]) && !right; i++) {
		char path[PATH_SIZE];
		size_t size;
		snprintf(path, sizeof(path), "/usr/share/fonts/%s", fonts[i].path);
		char *data = read_file(path, &size);
		if (data && hash_of(data, size) == fonts[i].hash) {
			free(data);
			continue;
		}
		free(data);
		fprintf(stderr,
			"SKIPPED: %s is not the file of Debian 12; golden screens need it\n", path);
		exit(SKIPPED);
	}
	right = true;
}

void golden_start(struct ui *ui, const char *language, int width, int height)
{
	char texts[PATH_SIZE];
	const char *assets = getenv("GILIRAN_ASSETS");
	struct paint *paint;

	require_fonts();
	paint = paint_create();
	assert_non_null(paint);
	assert_non_null(assets);
	snprintf(texts, sizeof(texts), "%s/text", assets);
	ui_init(ui);
	ui->width = width;
	ui->height = height;
	ui->ticks_ms = 1000000;
	ui->motion = false;
	ui->measure = paint_measure;
	ui->measure_context = paint;
	ui->language = language_open(texts, language);
	assert_non_null(ui->language);
}

void golden_finish(struct ui *ui)
{
	paint_destroy(ui->measure_context);
	/* golden_start opened it; the ui only borrows. */
	language_close((struct language *)(uintptr_t)ui->language);
	ui_finish(ui);
}

/* ---- files ---- */

static void golden_path(const char *name, const char *end, char *out_path)
{
	const char *source = getenv("GILIRAN_SOURCE");

	assert_non_null(source);
	snprintf(out_path, PATH_SIZE, "%s/tests/golden/%s%s", source, name, end);
}

/* What differs is left in the folder "golden" beside the built assets. */
static void result_path(const char *name, const char *end, char *out_path)
{
	const char *assets = getenv("GILIRAN_ASSETS");

	snprintf(out_path, PATH_SIZE, "%s/../golden", assets ? assets : ".");
	mkdir(out_path, 0777);
	size_t length = strlen(out_path);
	snprintf(out_path + length, PATH_SIZE - length, "/%s%s", name, end);
}

static bool accepts(void)
{
	const char *accept = getenv("GILIRAN_ACCEPT");

	return accept && strcmp(accept, "1") == 0;
}

/* ---- text ---- */

static void write_list(const char *path, const struct draw_list *list)
{
	FILE *file = fopen(path, "w");

	if (!file) {
		fail_msg("%s cannot be written", path);
	}
	draw_print(list, file);
	assert_int_equal(fclose(file), 0);
}

static int first_difference(const char *a, const char *b)
{
	int line = 1;

	for (; *a && *a == *b; a++, b++) {
		line += *a == '\n';
	}
	return line;
}

/* The golden file of `name` is what the file `result` holds now, which then goes. */
static void compare_file(const char *name, const char *result)
{
	char golden[PATH_SIZE];
	size_t golden_size, result_size;

	golden_path(name, ".txt", golden);
	char *wanted = read_file(golden, &golden_size), *drawn = read_file(result, &result_size);
	bool same = wanted && drawn && golden_size == result_size &&
		    memcmp(wanted, drawn, golden_size) == 0;
	int line = wanted && drawn && !same ? first_difference(wanted, drawn) : 0;
	free(wanted);
	free(drawn);
	if (!same) {
		fail_msg("drawn: %s differs from %s at line %d", result, golden, line);
	}
	remove(result);
}

void golden_text(const char *name, const struct draw_list *list)
{
	char path[PATH_SIZE];

	if (accepts()) {
		golden_path(name, ".txt", path);
		write_list(path, list);
		return;
	}
	result_path(name, ".txt", path);
	write_list(path, list);
	compare_file(name, path);
}

static void write_words(const char *path, const char *words)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(words, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

void golden_words(const char *name, const char *words)
{
	char path[PATH_SIZE];

	if (accepts()) {
		golden_path(name, ".txt", path);
		write_words(path, words);
		return;
	}
	result_path(name, ".txt", path);
	write_words(path, words);
	compare_file(name, path);
}

/* ---- pictures ---- */

static void write_picture(const char *path, const uint32_t *pixels, int width, int height)
{
	size_t count = (size_t)width * (size_t)height;
	uint8_t *bytes = memory_zeroed(count, 3);
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)width,
		.height = (png_uint_32)height,
		.format = PNG_FORMAT_RGB};

	for (size_t i = 0; i < count; i++) {
		bytes[i * 3] = (uint8_t)(pixels[i] >> 16);
		bytes[i * 3 + 1] = (uint8_t)(pixels[i] >> 8);
		bytes[i * 3 + 2] = (uint8_t)pixels[i];
	}
	int written = png_image_write_to_file(&image, path, 0, bytes, 0, NULL);
	free(bytes);
	if (!written) {
		fail_msg("%s cannot be written: %s", path, image.message);
	}
}

/* NULL when there is none, or none of this size. */
static uint32_t *read_picture(const char *path, int width, int height)
{
	png_image image = {.version = PNG_IMAGE_VERSION};

	if (!png_image_begin_read_from_file(&image, path)) {
		return NULL;
	}
	image.format = PNG_FORMAT_BGRA;
	if (image.width != (png_uint_32)width || image.height != (png_uint_32)height) {
		png_image_free(&image);
		return NULL;
	}
	uint32_t *pixels = memory_zeroed((size_t)width * (size_t)height, sizeof(*pixels));
	if (!png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
		free(pixels);
		return NULL;
	}
	return pixels;
}

/* Counts what differs; `out_difference` shows it red on the faded picture. */
static size_t compare(
	const uint32_t *wanted, const uint32_t *drawn, size_t count, uint32_t *out_difference)
{
	size_t different = 0;

	for (size_t i = 0; i < count; i++) {
		bool same = (wanted[i] & 0xFFFFFF) == (drawn[i] & 0xFFFFFF);
		out_difference[i] = same ? 0xC0C0C0 + ((drawn[i] >> 2) & 0x3F3F3F) : 0xFF0000;
		different += !same;
	}
	return different;
}

static void check_picture(
	const char *name, const char *golden, const uint32_t *drawn, int width, int height)
{
	size_t count = (size_t)width * (size_t)height, different = count;
	uint32_t *difference = memory_zeroed(count, sizeof(*difference));
	uint32_t *wanted = read_picture(golden, width, height);
	char result[PATH_SIZE], marked[PATH_SIZE];

	if (wanted) {
		different = compare(wanted, drawn, count, difference);
	}
	if (different) {
		result_path(name, ".png", result);
		result_path(name, ".difference.png", marked);
		write_picture(result, drawn, width, height);
		write_picture(marked, difference, width, height);
	}
	free(wanted);
	free(difference);
	if (different) {
		fail_msg("%zu pixels differ from %s\ndrawn: %s\ndifference: %s", different, golden,
			result, marked);
	}
}

static uint32_t *paint_pixels(const struct draw_list *list, int width, int height)
{
	uint32_t *pixels = memory_zeroed((size_t)width * (size_t)height, sizeof(*pixels));
	struct paint_target target = {pixels, width, height, width * 4};
	struct paint *paint = paint_create();

	assert_non_null(paint);
	paint_list(paint, &target, list, (struct rect){0, 0, width, height});
	paint_destroy(paint);
	return pixels;
}

void golden_picture(const char *name, const struct draw_list *list, int width, int height)
{
	uint32_t *pixels = paint_pixels(list, width, height);
	char golden[PATH_SIZE];

	golden_path(name, ".png", golden);
	if (accepts()) {
		write_picture(golden, pixels, width, height);
	} else {
		check_picture(name, golden, pixels, width, height);
	}
	free(pixels);
}

void golden_shot(const char *name, const struct draw_list *list, int width, int height)
{
	const char *folder = getenv("GILIRAN_SHOTS"), *only = getenv("GILIRAN_SHOTS_ONLY");
	char path[PATH_SIZE];

	if (folder == NULL || (only != NULL && fnmatch(only, name, 0) != 0)) {
		return;
	}
	uint32_t *pixels = paint_pixels(list, width, height);
	snprintf(path, sizeof(path), "%s/%s.png", folder, name);
	write_picture(path, pixels, width, height);
	free(pixels);
}
