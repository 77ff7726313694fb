#include "tests/support/pages.h"

#include <png.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct paper *pages_open_paper(void)
{
	static const char font[] = "/usr/share/fonts/opentype/inter/Inter-Medium.otf";

	if (access(font, R_OK) != 0) {
		print_message("skipped: fonts-inter is not installed (%s)\n", font);
		exit(77);
	}
	struct paper *paper = paper_create();
	assert_non_null(paper);
	return paper;
}

static bool is_black(const struct page *page, int x, int y)
{
	return page->bits[y * page->pitch + x / 8] >> (7 - x % 8) & 1;
}

/* Dots of `page` that are not as in the PNG at `path`; -1 when that is missing or of another size.
 */
static int differing_dots(const struct page *page, const char *path)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	int differing = -1;

	if (!png_image_begin_read_from_file(&image, path)) {
		return -1;
	}
	image.format = PNG_FORMAT_GRAY;
	uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image));
	assert_non_null(pixels);
	if ((int)image.width == page->width && (int)image.height == page->height &&
		png_image_finish_read(&image, NULL, pixels, 0, NULL)) {
		differing = 0;
		for (int i = 0; i < page->width * page->height; i++) {
			bool black = is_black(page, i % page->width, i / page->width);
			differing += black != (pixels[i] < 128);
		}
	}
	png_image_free(&image);
	free(pixels);
	return differing;
}

static bool write_png(const struct page *page, const char *path)
{
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)page->width,
		.height = (png_uint_32)page->height,
		.format = PNG_FORMAT_GRAY};
	uint8_t *pixels = malloc(PNG_IMAGE_SIZE(image));

	assert_non_null(pixels);
	for (int i = 0; i < page->width * page->height; i++) {
		pixels[i] = is_black(page, i % page->width, i / page->width) ? 0 : 255;
	}
	bool written = png_image_write_to_file(&image, path, 0, pixels, 0, NULL);
	free(pixels);
	return written;
}

void page_compare(const struct page *page, const char *name)
{
	char golden[512], made[512];

	snprintf(golden, sizeof(golden), "%s/tests/golden/%s.png", getenv("GILIRAN_SOURCE"), name);
	if (getenv("GILIRAN_ACCEPT")) {
		assert_true(write_png(page, golden));
	}
	int differing = differing_dots(page, golden);
	if (differing != 0) {
		snprintf(made, sizeof(made), "%s.made.png", name);
		write_png(page, made);
		print_message(
			"%s: %d dots differ; what was drawn is in %s\n", golden, differing, made);
	}
	assert_int_equal(differing, 0);
}

void page_read_code(const struct page *page, char *out_text, size_t size)
{
	char dir[] = "/tmp/giliran-test-XXXXXX";
	char path[64], command[160];

	if (system("command -v zbarimg >/dev/null") != 0) {
		print_message("skipped: zbar-tools is not installed\n");
		exit(77);
	}
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/page.png", dir);
	assert_true(write_png(page, path));
	snprintf(command, sizeof(command),
		"zbarimg --quiet --raw -Sdisable -Sqrcode.enable %s 2>/dev/null", path);
	FILE *answer = popen(command, "r");
	assert_non_null(answer);
	size_t length = fread(out_text, 1, size - 1, answer);
	assert_int_equal(pclose(answer), 0);
	unlink(path);
	rmdir(dir);
	assert_true(length > 0 && out_text[length - 1] == '\n');
	out_text[length - 1] = '\0';
}
