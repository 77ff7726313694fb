#include "drivers/slip_pdf.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <assert.h>
#include <string.h>

enum {
	OBJECTS = 5,
	TEXTS_SIZE = 2048, /* everything but the dots */
};

struct writer {
	uint8_t *data;
	size_t size, room;
	size_t starts[OBJECTS + 1]; /* where each numbered object begins */
	int count;
};

static void put_bytes(struct writer *writer, const void *bytes, size_t size)
{
	assert(writer->room - writer->size >= size);
	memcpy(writer->data + writer->size, bytes, size);
	writer->size += size;
}

static void put(struct writer *writer, const char *text)
{
	put_bytes(writer, text, strlen(text));
}

static void begin_object(struct writer *writer)
{
	char line[32];

	writer->starts[++writer->count] = writer->size;
	text_format(line, sizeof(line), "%d 0 obj\n", writer->count);
	put(writer, line);
}

static void put_object(struct writer *writer, const char *dictionary)
{
	begin_object(writer);
	put(writer, dictionary);
	put(writer, "\nendobj\n");
}

/* Hundredths of a point: 72 points an inch, 25.4 mm an inch. */
static int64_t points(int dots)
{
	return ((int64_t)dots * 72000 / SLIP_PDF_DOTS_MM + 127) / 254;
}

/* In PDF a sample of 0 is black; Decode turns that round. */
static void put_picture(
	struct writer *writer, const uint8_t *dots, int width, int height, int pitch)
{
	size_t row = ((size_t)width + 7) / 8;
	char line[256];

	begin_object(writer);
	text_format(line, sizeof(line),
		"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
		" /BitsPerComponent 1 /Decode [1 0] /Length %zu >>\nstream\n",
		width, height, row * (size_t)height);
	put(writer, line);
	for (int y = 0; y < height; y++) {
		put_bytes(writer, dots + (size_t)y * (size_t)pitch, row);
	}
	put(writer, "\nendstream\nendobj\n");
}

static void put_end(struct writer *writer)
{
	size_t at = writer->size;
	char line[128];

	text_format(line, sizeof(line), "xref\n0 %d\n0000000000 65535 f \n", OBJECTS + 1);
	put(writer, line);
	for (int i = 1; i <= OBJECTS; i++) {
		text_format(line, sizeof(line), "%010zu 00000 n \n", writer->starts[i]);
		put(writer, line);
	}
	text_format(line, sizeof(line),
		"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", OBJECTS + 1, at);
	put(writer, line);
}

uint8_t *slip_pdf_make(const uint8_t *dots, int width, int height, int pitch, size_t *out_size)
{
	assert(width > 0 && height > 0 && (int64_t)pitch * 8 >= width);
	struct writer writer = {.room = ((size_t)width + 7) / 8 * (size_t)height + TEXTS_SIZE};
	int64_t wide = points(width), high = points(height);
	char size[64], line[256], content[128];

	writer.data = memory_zeroed(writer.room, 1);
	text_format(size, sizeof(size), "%d.%02d %d.%02d", (int)(wide / 100), (int)(wide % 100),
		(int)(high / 100), (int)(high % 100));
	/* The bytes above 127 tell who looks that the file is binary. */
	put(&writer, "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
	put_object(&writer, "<< /Type /Catalog /Pages 2 0 R >>");
	put_object(&writer, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
	text_format(line, sizeof(line),
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents 4 0 R"
		" /Resources << /XObject << /Slip 5 0 R >> >> >>",
		size);
	put_object(&writer, line);
	/* The unit square of the picture is stretched over the page. */
	text_format(content, sizeof(content), "%d.%02d 0 0 %d.%02d 0 0 cm /Slip Do",
		(int)(wide / 100), (int)(wide % 100), (int)(high / 100), (int)(high % 100));
	text_format(line, sizeof(line), "<< /Length %zu >>\nstream\n%s\nendstream", strlen(content),
		content);
	put_object(&writer, line);
	put_picture(&writer, dots, width, height, pitch);
	put_end(&writer);
	*out_size = writer.size;
	return writer.data;
}
