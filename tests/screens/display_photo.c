/* Pictures from an office's folder: any size becomes the place's, anything else is a fault. */
#include "app/display/photo_parts.h"
#include "app/base/text.h"
#include "tests/screens/picture_file.h"
#include "tests/unit/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { GROUND = 0x0B2545 };

struct folder {
	char path[TEMPORARY_SIZE];
	char file[TEMPORARY_SIZE + 32];
};

static void start(struct folder *folder, const char *name)
{
	temporary_create(folder->path);
	text_format(folder->file, sizeof folder->file, "%s/%s", folder->path, name);
}

static void loads(const struct folder *folder, int width, int height, struct photo *out_photo)
{
	assert_string_equal(
		photo_fault_phrase(photo_load(folder->file, width, height, GROUND, out_photo)),
		photo_fault_phrase(PHOTO_FINE));
}

static void fails(const struct folder *folder, enum photo_fault fault)
{
	struct photo photo;
	assert_string_equal(photo_fault_phrase(photo_load(folder->file, 100, 100, GROUND, &photo)),
		photo_fault_phrase(fault));
	assert_null(photo.pixels);
}

/* JPEG is not exact. */
static void is_about(uint32_t pixel, uint32_t wanted)
{
	for (int shift = 0; shift < 24; shift += 8) {
		int difference = (int)(pixel >> shift & 0xFF) - (int)(wanted >> shift & 0xFF);
		assert_in_range(difference + 8, 0, 16);
	}
}

static void test_png_is_made_smaller_by_means(void **state)
{
	(void)state;
	struct folder folder;
	struct photo photo;
	start(&folder, "a.png");
	/* Columns white and black in turn, so that the mean is grey; the right half red. */
	picture_write_png(folder.file, 400, 200, PICTURE_STRIPES);
	loads(&folder, 100, 100, &photo);
	assert_int_equal(photo.width, 100);
	assert_int_equal(photo.height, 50);
	assert_int_equal(photo.pixels[0], 0x7F7F7F);
	assert_int_equal(photo.pixels[99], 0xFF0000);
	assert_int_equal(photo.pixels[49 * 100 + 49], 0x7F7F7F);
	photo_finish(&photo);
	loads(&folder, 1000, 1000, &photo); /* never larger */
	assert_int_equal(photo.width, 400);
	assert_int_equal(photo.pixels[1], 0x000000);
	photo_finish(&photo);
	loads(&folder, 1, 1, &photo);
	assert_int_equal(photo.width * photo.height, 1);
	photo_finish(&photo);
	loads(&folder, 333, 77, &photo); /* odd sizes */
	assert_int_equal(photo.width, 154);
	assert_int_equal(photo.height, 77);
	assert_int_equal(photo.pixels[76 * 154 + 153], 0xFF0000);
	photo_finish(&photo);
	temporary_remove(folder.path);
}

static void test_transparent_shows_the_ground(void **state)
{
	(void)state;
	struct folder folder;
	struct photo photo;
	start(&folder, "a.png");
	picture_write_png(folder.file, 64, 64, PICTURE_TRANSPARENT);
	loads(&folder, 64, 64, &photo);
	assert_int_equal(photo.pixels[0], GROUND);
	assert_int_equal(photo.pixels[63], 0x00FF00);
	photo_finish(&photo);
	temporary_remove(folder.path);
}

static void test_png_in_passes(void **state)
{
	(void)state;
	struct folder folder;
	struct photo photo;
	start(&folder, "a.png");
	picture_write_png(folder.file, 401, 203, PICTURE_STRIPES | PICTURE_PASSES);
	loads(&folder, 1000, 1000, &photo);
	assert_int_equal(photo.pixels[0], 0xFFFFFF);
	assert_int_equal(photo.pixels[1], 0x000000);
	assert_int_equal(photo.pixels[202 * 401 + 400], 0xFF0000);
	photo_finish(&photo);
	temporary_remove(folder.path);
}

static void test_jpeg(void **state)
{
	(void)state;
	struct folder folder;
	struct photo photo;
	for (int passes = 0; passes < 2; passes++) {
		start(&folder, "a.jpg");
		picture_write_jpeg(folder.file, 1600, 900, passes ? PICTURE_PASSES : 0);
		loads(&folder, 320, 320, &photo);
		assert_int_equal(photo.width, 320);
		assert_int_equal(photo.height, 180);
		is_about(photo.pixels[90 * 320 + 40], 0x2060A0);
		is_about(photo.pixels[90 * 320 + 280], 0xE0C020);
		photo_finish(&photo);
		loads(&folder, 4000, 4000, &photo);
		assert_int_equal(photo.width, 1600);
		photo_finish(&photo);
		temporary_remove(folder.path);
	}
}

/* The file is 400 by 200, blue left and yellow right; seen upright, where does each colour stand?
 */
static void test_a_camera_that_was_turned(void **state)
{
	(void)state;
	static const struct {
		int orientation, width, height; /* in a place of 100 by 100 */
		bool across;                    /* colours side by side; else one above the other */
		bool blue_first;                /* left, or above */
	} rows[] = {
		{1, 100, 50, true, true},
		{2, 100, 50, true, false},
		{3, 100, 50, true, false},
		{4, 100, 50, true, true},
		{5, 50, 100, false, true},
		{6, 50, 100, false, true},
		{7, 50, 100, false, false},
		{8, 50, 100, false, false},
		{0, 100, 50, true, true},
		{9, 100, 50, true, true},
		{0x0600, 100, 50, true, true},
	};
	struct folder folder;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct photo photo;
		start(&folder, "a.jpg");
		picture_write_jpeg(folder.file, 400, 200, 0);
		picture_set_orientation(folder.file, rows[i].orientation);
		loads(&folder, 100, 100, &photo);
		assert_int_equal(photo.width, rows[i].width);
		assert_int_equal(photo.height, rows[i].height);
		size_t last = (size_t)(photo.width * photo.height) - 1;
		size_t other =
			rows[i].across ? (size_t)photo.width - 1 : last + 1 - (size_t)photo.width;
		is_about(photo.pixels[0], rows[i].blue_first ? 0x2060A0 : 0xE0C020);
		is_about(photo.pixels[other], rows[i].blue_first ? 0xE0C020 : 0x2060A0);
		is_about(photo.pixels[last], rows[i].blue_first ? 0xE0C020 : 0x2060A0);
		photo_finish(&photo);
		temporary_remove(folder.path);
	}
}

/* Top to bottom too: of three rows and two columns, each pixel at its place. */
static void test_each_pixel_is_turned_to_its_place(void **state)
{
	(void)state;
	static const struct {
		int orientation;
		const char *seen; /* of "abcdef": two columns, three rows as stored */
	} rows[] = {
		{1, "abcdef"},
		{2, "badcfe"},
		{3, "fedcba"},
		{4, "efcdab"},
		{5, "acebdf"},
		{6, "ecafdb"},
		{7, "fdbeca"},
		{8, "bdface"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct photo photo = {2, 3, calloc(6, sizeof(uint32_t))};
		assert_non_null(photo.pixels);
		for (size_t j = 0; j < 6; j++) {
			photo.pixels[j] = (uint32_t)('a' + j);
		}
		photo_turn(&photo, rows[i].orientation);
		assert_int_equal(photo.width, photo_lies(rows[i].orientation) ? 3 : 2);
		for (size_t j = 0; j < 6; j++) {
			assert_int_equal(photo.pixels[j], rows[i].seen[j]);
		}
		photo_finish(&photo);
	}
}

static long peak_kib(void)
{
	struct rusage usage;
	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return usage.ru_maxrss;
}

/* Forty megapixels take 160 MB in full; here neither kind takes a quarter of that. */
static void test_forty_megapixels(void **state)
{
	(void)state;
	enum { WIDTH = 8000, HEIGHT = 5000, MOST_KIB = 40 * 1024 };
	struct folder folder;
	struct photo photo;
	start(&folder, "a.jpg");
	picture_write_jpeg(folder.file, WIDTH, HEIGHT, 0);
	long before = peak_kib();
	loads(&folder, 1144, 576, &photo);
	assert_int_equal(photo.width, 921);
	assert_int_equal(photo.height, 576);
	is_about(photo.pixels[288 * 921 + 800], 0xE0C020);
	photo_finish(&photo);
	assert_true(peak_kib() - before < MOST_KIB);
	temporary_remove(folder.path);
	start(&folder, "a.png");
	picture_write_png(folder.file, WIDTH, HEIGHT, PICTURE_STRIPES);
	before = peak_kib();
	loads(&folder, 1144, 576, &photo);
	assert_int_equal(photo.pixels[920], 0xFF0000);
	photo_finish(&photo);
	assert_true(peak_kib() - before < MOST_KIB);
	/* In passes it would have to be held whole. */
	temporary_remove(folder.path);
	start(&folder, "b.png");
	picture_write_png(folder.file, 8, 8, PICTURE_STRIPES | PICTURE_PASSES);
	picture_set_png_size(folder.file, WIDTH, HEIGHT);
	fails(&folder, PHOTO_LARGE);
	temporary_remove(folder.path);
}

static void cut(const char *path, double share)
{
	struct stat what;
	assert_int_equal(stat(path, &what), 0);
	assert_int_equal(truncate(path, (off_t)((double)what.st_size * share)), 0);
}

static void test_broken_files(void **state)
{
	(void)state;
	static const double shares[] = {0.02, 0.3, 0.9};
	struct folder folder;
	char path[TEMPORARY_SIZE];
	for (size_t i = 0; i < sizeof shares / sizeof shares[0]; i++) {
		start(&folder, "a.png");
		picture_write_png(folder.file, 400, 200, PICTURE_STRIPES);
		cut(folder.file, shares[i]);
		fails(&folder, PHOTO_BROKEN);
		picture_write_jpeg(folder.file, 400, 200, 0); /* the name says nothing */
		cut(folder.file, shares[i]);
		fails(&folder, PHOTO_BROKEN);
		temporary_remove(folder.path);
	}
	start(&folder, "a.png");
	fails(&folder, PHOTO_UNREADABLE);
	temporary_write(folder.path, "a.png", "", 0, path);
	fails(&folder, PHOTO_FOREIGN);
	temporary_write(folder.path, "a.png", "Daftar hadir", 12, path);
	fails(&folder, PHOTO_FOREIGN);
	text_copy(folder.file, sizeof folder.file, folder.path);
	fails(&folder, PHOTO_UNREADABLE); /* a folder */
	text_format(folder.file, sizeof folder.file, "%s/pipe", folder.path);
	assert_int_equal(mkfifo(folder.file, 0600), 0);
	fails(&folder, PHOTO_UNREADABLE); /* and it does not wait for a writer */
	temporary_remove(folder.path);
}

/* A file may say that it is larger than any picture; nothing is allocated for what it says. */
static void test_sizes_that_are_lies(void **state)
{
	(void)state;
	struct folder folder;
	start(&folder, "a.png");
	picture_write_png(folder.file, 40, 20, PICTURE_STRIPES);
	picture_set_png_size(folder.file, 40000, 20);
	fails(&folder, PHOTO_BROKEN); /* libpng's own bound, set to ours */
	picture_set_png_size(folder.file, 29999, 29999);
	fails(&folder, PHOTO_BROKEN); /* cut off */
	picture_set_png_size(folder.file, 0, 20);
	fails(&folder, PHOTO_BROKEN);
	temporary_remove(folder.path);
	start(&folder, "a.jpg");
	picture_write_jpeg(folder.file, PHOTO_SIDE + 1, 8, 0);
	fails(&folder, PHOTO_LARGE);
	temporary_remove(folder.path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forty_megapixels), /* first: it measures the peak */
		cmocka_unit_test(test_png_is_made_smaller_by_means),
		cmocka_unit_test(test_transparent_shows_the_ground),
		cmocka_unit_test(test_png_in_passes),
		cmocka_unit_test(test_jpeg),
		cmocka_unit_test(test_a_camera_that_was_turned),
		cmocka_unit_test(test_each_pixel_is_turned_to_its_place),
		cmocka_unit_test(test_broken_files),
		cmocka_unit_test(test_sizes_that_are_lies),
	};
	return cmocka_run_group_tests_name("display_photo", tests, NULL, NULL);
}
