#include "app/ui/ui.h"

#include "app/base/text.h"

#include <math.h>
#include <string.h>

/*
 * Breaks a text into lines of runs. A run is a stretch of one weight; '*' switches the weight and
 * is not drawn.
 */
enum { RUN_SIZE = 512 };

struct paragraph {
	const struct ui *ui;
	struct ui_style style;
	int room; /* pixels */
};

/* A line: from `start` to `end` of the text; bold says which weight it begins with. */
struct line {
	const char *start, *end;
	bool bold;
};

static enum draw_face bolder(enum draw_face face)
{
	switch (face) {
	case DRAW_REGULAR:
	case DRAW_MEDIUM: return DRAW_SEMIBOLD;
	case DRAW_DISPLAY_MEDIUM: return DRAW_DISPLAY_SEMIBOLD;
	default: return DRAW_DISPLAY_BOLD;
	}
}

/* The run of `line` at `*at`, copied; moves past it and its '*'. False at the line's end. */
static bool next_run(const struct line *line, const char **at, bool *bold, char *out_run)
{
	size_t length = 0;

	while (*at < line->end && **at == '*') {
		*bold = !*bold;
		++*at;
	}
	while (*at + length < line->end && (*at)[length] != '*') {
		length++;
	}
	if (length == 0) {
		return false;
	}
	if (length >= RUN_SIZE) {
		length = RUN_SIZE - 1;
	}
	while (length && ((*at)[length] & 0xC0) == 0x80) {
		length--;
	}
	memcpy(out_run, *at, length);
	out_run[length] = '\0';
	*at += length;
	return true;
}

static int run_width(const struct paragraph *paragraph, bool bold, const char *run)
{
	enum draw_face face = paragraph->style.face;

	return paragraph->ui->measure(paragraph->ui->measure_context, bold ? bolder(face) : face,
		ui_px(paragraph->ui, paragraph->style.size), run);
}

static int line_width(const struct paragraph *paragraph, const struct line *line)
{
	const char *at = line->start;
	bool bold = line->bold;
	char run[RUN_SIZE];
	int width = 0;

	while (next_run(line, &at, &bold, run)) {
		width += run_width(paragraph, bold, run);
	}
	return width;
}

static bool fits(const struct paragraph *paragraph, struct line line, const char *end)
{
	line.end = end;
	return line_width(paragraph, &line) <= paragraph->room;
}

static const char *word_end(const char *at)
{
	while (*at == ' ') {
		at++;
	}
	while (*at && *at != ' ' && *at != '\n') {
		at++;
	}
	return at;
}

/* As many characters of a too long word as fit, at least one. */
static const char *broken_word(const struct paragraph *paragraph, struct line line)
{
	const char *end = line.start;

	text_next(&end);
	while (*end && *end != ' ' && *end != '\n') {
		const char *more = end;
		text_next(&more);
		if (!fits(paragraph, line, more)) {
			break;
		}
		end = more;
	}
	return end;
}

/* The line that starts at `start`, as long as fits. */
static struct line find_line(const struct paragraph *paragraph, const char *start, bool bold)
{
	struct line line = {start, word_end(start), bold};

	if (!fits(paragraph, line, line.end)) {
		line.end = broken_word(paragraph, line);
		return line;
	}
	while (*line.end == ' ') {
		const char *more = word_end(line.end);
		if (!fits(paragraph, line, more)) {
			break;
		}
		line.end = more;
	}
	return line;
}

static void draw_line(struct ui *ui, const struct paragraph *paragraph, const struct line *line,
	struct rect box, int offset, draw_color color)
{
	const char *at = line->start;
	bool bold = line->bold;
	char run[RUN_SIZE];

	while (next_run(line, &at, &bold, run)) {
		struct rect place = {box.x + offset, box.y, run_width(paragraph, bold, run), box.h};
		enum draw_face face = paragraph->style.face;
		draw_text(&ui->list, place, bold ? bolder(face) : face,
			ui_px(ui, paragraph->style.size), color, run);
		offset += place.w;
	}
}

static bool bold_after(const struct line *line)
{
	bool bold = line->bold;

	for (const char *at = line->start; at < line->end; at++) {
		if (*at == '*') {
			bold = !bold;
		}
	}
	return bold;
}

static const char *after_line(const char *end)
{
	while (*end == ' ') {
		end++;
	}
	return *end == '\n' ? end + 1 : end;
}

int ui_paragraph(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	enum theme_token color, const char *text)
{
	struct rect box = ui_rect(ui, rect);
	style = ui_sized(ui, style);
	/* Broken as ui_paragraph_height measures it, wherever its edges fall between pixels. */
	struct paragraph paragraph = {ui, style, ui_px(ui, rect.w)};
	struct line line = {text, text, false};
	int lines = 0;

	for (const char *at = text; *at; at = after_line(line.end)) {
		line = find_line(&paragraph, at, bold_after(&line));
		struct rect units = {rect.x, rect.y + lines * style.line, rect.w, style.line};
		int spare = box.w - line_width(&paragraph, &line);
		int offset = align == UI_LEFT ? 0 : align == UI_RIGHT ? spare : spare / 2;
		draw_line(
			ui, &paragraph, &line, ui_rect(ui, units), offset, ui_ink(ui, rect, color));
		lines++;
	}
	return lines * style.line;
}

int ui_paragraph_height(const struct ui *ui, int width, struct ui_style style, const char *text)
{
	style = ui_sized(ui, style);
	struct paragraph paragraph = {ui, style, ui_px(ui, width)};
	struct line line = {text, text, false};
	int lines = 0;

	for (const char *at = text; *at; at = after_line(line.end)) {
		line = find_line(&paragraph, at, bold_after(&line));
		lines++;
	}
	return lines * style.line;
}
