#include "app/paper/paragraph.h"

#include "app/base/text.h"

#include <string.h>

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static void add_word(struct paragraph *paragraph, struct paper_word word)
{
	if (paragraph->count < PARAGRAPH_WORDS) {
		paragraph->words[paragraph->count++] = word;
	}
}

/* The longest beginning of `word` that fits; at least one character, so that cutting ends. */
static size_t fitting_length(
	const struct paper_word *word, int max, const struct paper_measure *measure)
{
	const char *at = word->text;
	const char *end = word->text + word->length;
	size_t fits = 0;

	while (at < end) {
		text_next(&at);
		size_t length = (size_t)(at - word->text);
		if (fits > 0 &&
			measure->width(measure->context, word->font, word->text, length) > max) {
			break;
		}
		fits = length;
	}
	return fits < word->length ? fits : word->length;
}

static void add_text(struct paragraph *paragraph, struct paper_word word, int max,
	const struct paper_measure *measure)
{
	for (;;) {
		word.width = measure->width(measure->context, word.font, word.text, word.length);
		if (word.width <= max || paragraph->count == PARAGRAPH_WORDS) {
			break;
		}
		struct paper_word part = word;
		part.length = fitting_length(&word, max, measure);
		if (part.length == word.length) {
			break;
		}
		part.width = measure->width(measure->context, part.font, part.text, part.length);
		add_word(paragraph, part);
		word.text += part.length;
		word.length -= part.length;
		word.gap = 0;
		word.breaks = true;
	}
	add_word(paragraph, word);
}

/* What a space before `word` takes: asked for together, so that nothing is lost by rounding twice.
 */
static int space_width(const struct paper_word *word, const struct paper_measure *measure)
{
	char text[2] = {' ', word->text[0]};
	/* A lone leading byte is no character: then the space is measured by itself. */
	size_t length = (unsigned char)text[1] < 0x80 ? 2 : 1;
	int with = measure->width(measure->context, word->font, text, length);

	return length == 1 ? with
			   : with - measure->width(measure->context, word->font, text + 1, 1);
}

void paragraph_read(struct paragraph *paragraph, const char *text, struct paper_font plain,
	struct paper_font strong, int max, const struct paper_measure *measure)
{
	bool is_strong = false;
	bool spaced = false;

	paragraph->count = 0;
	for (const char *at = text; *at != '\0';) {
		if (is_space(*at) || *at == '*') {
			is_strong ^= *at == '*';
			spaced |= *at != '*';
			at++;
			continue;
		}
		struct paper_word word = {.font = is_strong ? strong : plain, .text = at};
		while (*at != '\0' && *at != '*' && !is_space(*at)) {
			at++;
		}
		word.length = (size_t)(at - word.text);
		word.breaks = spaced && paragraph->count > 0;
		word.gap = word.breaks ? space_width(&word, measure) : 0;
		spaced = false;
		add_text(paragraph, word, max, measure);
	}
}

void paragraph_add_glued(struct paragraph *paragraph, struct paper_font font, const char *text,
	int gap, const struct paper_measure *measure)
{
	size_t length = strlen(text);

	add_word(paragraph, (struct paper_word){
				    .font = font,
				    .text = text,
				    .length = length,
				    .width = measure->width(measure->context, font, text, length),
				    .gap = paragraph->count > 0 ? gap : 0,
			    });
}

/* Width of the words from `first` up to the next place where a line may end. */
static int group_width(const struct paragraph *paragraph, size_t first, size_t *out_next)
{
	int width = paragraph->words[first].width;
	size_t i = first + 1;

	for (; i < paragraph->count && !paragraph->words[i].breaks; i++) {
		width += paragraph->words[i].gap + paragraph->words[i].width;
	}
	*out_next = i;
	return width;
}

/* Fills lines one after the other; returns how many there are. */
static int fill_lines(struct paragraph *paragraph, int max)
{
	int lines = 0;
	int used = 0;

	for (size_t i = 0, next; i < paragraph->count; i = next) {
		int width = group_width(paragraph, i, &next);
		bool starts = i == 0 || used + paragraph->words[i].gap + width > max;
		for (size_t k = i; k < next; k++) {
			paragraph->words[k].starts = starts && k == i;
		}
		used = starts ? width : used + paragraph->words[i].gap + width;
		lines += starts;
	}
	return lines;
}

int paragraph_break(struct paragraph *paragraph, int max)
{
	int lines = fill_lines(paragraph, max);
	int low = max / 4;
	int high = max;

	if (lines < 2) {
		return lines;
	}
	while (low < high) {
		int middle = (low + high) / 2;
		if (fill_lines(paragraph, middle) <= lines) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return fill_lines(paragraph, high);
}

int paragraph_line(const struct paragraph *paragraph, size_t first, size_t *out_next)
{
	int width = paragraph->words[first].width;
	size_t i = first + 1;

	for (; i < paragraph->count && !paragraph->words[i].starts; i++) {
		width += paragraph->words[i].gap + paragraph->words[i].width;
	}
	*out_next = i;
	return width;
}
