#include "drivers/escpos.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/escpos_bytes.h"

#include <stdlib.h>
#include <string.h>

enum {
	DLE = 0x10,
	ESC = 0x1b,
	GS = 0x1d,
	SCALE_MAX = 8,
	QR_MODULE = 6,
	QR_BYTES_MAX = 412,     /* of version 15 at level M (ISO/IEC 18004) */
	QR_ACROSS = 77 + 2 * 4, /* its modules with the quiet zone */
	QR_QUIET = 4 * QR_MODULE,
	LINE_GAP = 6
};

/*
 * What our texts may hold beside ASCII, which is all that every code page has, spelt in it.
 * `whole`: nothing is lost by that; the others are for when there is nobody to draw them.
 */
static const struct {
	uint32_t character;
	const char *spelt;
	bool whole;
} spellings[] = {
	{'\n', " ", true},
	{'\t', " ", true},
	{0x00a0, " ", true},
	{0x00b1, "+-", true},
	{0x00b7, "-", true},
	{0x00d7, "x", true},
	{0x00e9, "e", false},
	{0x2013, "-", true},
	{0x2014, "-", true},
	{0x2018, "'", true},
	{0x2019, "'", true},
	{0x201c, "\"", true},
	{0x201d, "\"", true},
	{0x2026, "...", true},
};

static const char *spell(uint32_t character, char plain[2], bool *out_whole)
{
	*out_whole = true;
	if (character >= 0x20 && character < 0x7f) {
		plain[0] = (char)character;
		plain[1] = '\0';
		return plain;
	}
	for (size_t i = 0; i < sizeof(spellings) / sizeof(*spellings); i++) {
		if (spellings[i].character == character) {
			*out_whole = spellings[i].whole;
			return spellings[i].spelt;
		}
	}
	*out_whole = false;
	return "?";
}

/* Whether ASCII can say `text` (NULL = nothing). */
static bool is_spelt_whole(const char *text)
{
	char plain[2];
	bool whole = true;

	while (text && whole && *text != '\0') {
		spell(text_next(&text), plain, &whole);
	}
	return whole;
}

/* `text` in printable ASCII, without the marks of bold parts; release with free(). */
static char *transliterated(const char *text, bool heart)
{
	static const char mark[] = " <3";
	size_t length = 0;
	/* The longest spelling is three characters for one of at least two bytes. */
	char *ascii = memory_zeroed(strlen(text) * 3 + sizeof(mark), 1);
	char plain[2];
	bool whole;

	while (*text != '\0') {
		uint32_t character = text_next(&text);
		if (character == '*') {
			continue;
		}
		const char *spelt = spell(character, plain, &whole);
		size_t size = strlen(spelt);
		memcpy(ascii + length, spelt, size);
		length += size;
	}
	if (heart) {
		memcpy(ascii + length, mark, sizeof(mark));
	}
	return ascii;
}

static void put_align(struct escpos_bytes *bytes, bool centred)
{
	escpos_put(bytes, (const uint8_t[]){ESC, 'a', centred ? 1 : 0}, 3);
}

static void put_bold(struct escpos_bytes *bytes, bool bold)
{
	escpos_put(bytes, (const uint8_t[]){ESC, 'E', bold ? 1 : 0}, 3);
}

static void put_scale(struct escpos_bytes *bytes, int scale)
{
	escpos_put(bytes, (const uint8_t[]){GS, '!', (uint8_t)((scale - 1) << 4 | (scale - 1))}, 3);
}

/* Characters of `text` that go on one line of `columns`: up to the last space that fits. */
static size_t line_length(const char *text, size_t columns)
{
	size_t length = strlen(text);

	if (length <= columns) {
		return length;
	}
	for (size_t i = columns; i > 0; i--) {
		if (text[i] == ' ') {
			return i;
		}
	}
	return columns;
}

static void put_lines(struct escpos_bytes *bytes, const char *text, int columns)
{
	while (*text == ' ') {
		text++;
	}
	while (*text != '\0') {
		size_t length = line_length(text, (size_t)columns);
		escpos_put(bytes, text, length);
		escpos_put(bytes, "\n", 1);
		text += length;
		while (*text == ' ') {
			text++;
		}
	}
}

static void put_line(struct escpos_bytes *bytes, const struct document_item *item, int columns)
{
	int scale = item->size >= DOCUMENT_TITLE ? 2 : 1;
	char *text = transliterated(item->text, item->heart);

	if ((int)strlen(text) * scale > columns) {
		scale = 1;
	}
	put_align(bytes, item->align == DOCUMENT_CENTER);
	put_bold(bytes, item->weight != DOCUMENT_MEDIUM);
	put_scale(bytes, scale);
	put_lines(bytes, text, columns / scale);
	put_scale(bytes, 1);
	put_bold(bytes, false);
	free(text);
}

static void put_pair(struct escpos_bytes *bytes, const struct document_item *item, int columns)
{
	char *left = transliterated(item->text, item->heart);
	char *right = transliterated(item->right ? item->right : "", false);
	size_t used = strlen(left) + strlen(right);

	put_align(bytes, false);
	put_bold(bytes, item->weight != DOCUMENT_MEDIUM);
	if (used + 1 > (size_t)columns) {
		put_lines(bytes, left, columns);
		put_lines(bytes, right, columns);
	} else {
		escpos_put(bytes, left, strlen(left));
		for (size_t i = used; i < (size_t)columns; i++) {
			escpos_put(bytes, " ", 1);
		}
		escpos_put(bytes, right, strlen(right));
		escpos_put(bytes, "\n", 1);
	}
	put_bold(bytes, false);
	free(left);
	free(right);
}

static void put_number(struct escpos_bytes *bytes, const struct document_item *item, int columns)
{
	char *text = transliterated(item->text, false);
	int length = (int)strlen(text);
	int scale = SCALE_MAX;

	while (scale > 1 && length * scale > columns) {
		scale--;
	}
	put_align(bytes, true);
	put_bold(bytes, true);
	put_scale(bytes, scale);
	put_lines(bytes, text, columns / scale);
	put_scale(bytes, 1);
	put_bold(bytes, false);
	free(text);
}

static void put_row(struct escpos_bytes *bytes, const char *pattern, int columns)
{
	size_t length = strlen(pattern);

	put_align(bytes, true);
	for (int i = 0; i < columns; i++) {
		escpos_put(bytes, &pattern[(size_t)i % length], 1);
	}
	escpos_put(bytes, "\n", 1);
}

static void put_band(struct escpos_bytes *bytes, const struct document_item *item, int columns)
{
	char *text = transliterated(item->text, false);

	put_align(bytes, true);
	escpos_put(bytes, (const uint8_t[]){GS, 'B', 1}, 3);
	put_lines(bytes, text, columns);
	escpos_put(bytes, (const uint8_t[]){GS, 'B', 0}, 3);
	free(text);
}

/* GS ( k: model 2, module size, level M, store, print. A DLE in it could be obeyed at once. */
static void put_qr(
	struct escpos_bytes *bytes, const struct printer_profile *profile, const char *text)
{
	/* The largest code there can be must fit the paper: a wider one is not printed at all. */
	int across = profile->dots / QR_ACROSS;
	uint8_t module = (uint8_t)(across < QR_MODULE ? across : QR_MODULE);
	size_t length = strlen(text);
	size_t stored = length + 3;

	if (length == 0 || length > QR_BYTES_MAX || strchr(text, DLE)) {
		return;
	}
	put_align(bytes, true);
	escpos_put(bytes, (const uint8_t[]){GS, '(', 'k', 4, 0, 0x31, 0x41, 0x32, 0}, 9);
	escpos_put(bytes, (const uint8_t[]){GS, '(', 'k', 3, 0, 0x31, 0x43, module}, 8);
	escpos_put(bytes, (const uint8_t[]){GS, '(', 'k', 3, 0, 0x31, 0x45, 0x31}, 8);
	escpos_put(bytes,
		(const uint8_t[]){GS, '(', 'k', (uint8_t)(stored & 255), (uint8_t)(stored >> 8),
			0x31, 0x50, 0x30},
		8);
	escpos_put(bytes, text, length);
	escpos_put(bytes, (const uint8_t[]){GS, '(', 'k', 3, 0, 0x31, 0x51, 0x30}, 8);
	escpos_put(bytes, "\n", 1);
}

static bool needs_dots(const struct printer_profile *profile, const struct document_item *item)
{
	switch (item->kind) {
	case DOCUMENT_SPACE: return false;
	case DOCUMENT_PICTURE: return true;
	case DOCUMENT_QR: return !profile->native_qr;
	default: break;
	}
	return !profile->text_safe || item->heart || !is_spelt_whole(item->text) ||
	       !is_spelt_whole(item->right);
}

static bool put_painted(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct document_item *item, const struct escpos_painter *painter)
{
	struct escpos_dots dots;

	if (!painter || !needs_dots(profile, item) ||
		!painter->paint(painter->context, item, profile->dots, &dots)) {
		return false;
	}
	/* Drawn as a page of its own, it has a page's margins: lines want a line's, a code wants
	 * its quiet zone of four modules. */
	escpos_trim(&dots, item->kind == DOCUMENT_QR ? QR_QUIET : LINE_GAP);
	/* Lines of characters may be centred; dots are as wide as the paper. */
	put_align(bytes, false);
	escpos_raster(bytes, profile, &dots);
	return true;
}

static void put_item(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct document_item *item)
{
	int columns = profile->columns;

	switch (item->kind) {
	case DOCUMENT_LINE: put_line(bytes, item, columns); break;
	case DOCUMENT_PAIR: put_pair(bytes, item, columns); break;
	case DOCUMENT_NUMBER: put_number(bytes, item, columns); break;
	case DOCUMENT_RULE: put_row(bytes, "_", columns); break;
	case DOCUMENT_DASHES: put_row(bytes, "- ", columns); break;
	case DOCUMENT_BAND: put_band(bytes, item, columns); break;
	case DOCUMENT_QR:
		/* Where there is no such command the slip says the same in words. */
		if (profile->native_qr) {
			put_qr(bytes, profile, item->text);
		}
		break;
	case DOCUMENT_SPACE: escpos_put(bytes, "\n", 1); break;
	case DOCUMENT_PICTURE: break; /* there are no words for it */
	}
}

/* Clones forget one or the other size on ESC @, and keep the last slip's. */
static void put_plain_state(struct escpos_bytes *bytes, const struct printer_profile *profile)
{
	escpos_put(bytes, (const uint8_t[]){ESC, '!', 0, GS, '!', 0}, 6);
	if (profile->font != 0) {
		escpos_put(bytes, (const uint8_t[]){ESC, 'M', (uint8_t)profile->font}, 3);
	}
	if (profile->code_page >= 0) {
		escpos_put(bytes, (const uint8_t[]){ESC, 't', (uint8_t)profile->code_page}, 3);
	}
}

void escpos_text(struct escpos_bytes *bytes, const struct printer_profile *profile,
	const struct document *document, const struct escpos_painter *painter)
{
	escpos_start(bytes);
	put_plain_state(bytes, profile);
	for (size_t i = 0; i < document->count; i++) {
		if (!put_painted(bytes, profile, &document->items[i], painter)) {
			put_item(bytes, profile, &document->items[i]);
		}
	}
	/* The raster path ends at the tear bar by dots; text needs its last line out as well. */
	escpos_put(bytes, "\n\n", 2);
	escpos_end(bytes, profile);
}
