#ifndef APP_BASE_DOCUMENT_H
#define APP_BASE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a printer is asked to put on paper, without a word about how: a list of lines that
 * app/paper draws to dots and drivers/escpos can also send as text.
 */
enum document_kind {
	DOCUMENT_LINE,    /* one paragraph, wrapped */
	DOCUMENT_PAIR,    /* two texts, at the left and the right edge of one line */
	DOCUMENT_NUMBER,  /* the ticket number, as big as the paper allows */
	DOCUMENT_RULE,    /* a solid line across */
	DOCUMENT_DASHES,  /* a dashed line across */
	DOCUMENT_BAND,    /* white on a black bar across: LATIHAN, ULANG */
	DOCUMENT_QR,      /* a QR code of `text`, centred */
	DOCUMENT_PICTURE, /* the dots of `picture`, centred */
	DOCUMENT_SPACE,   /* `space` dots of nothing */
};

/*
 * Sizes of look.md §5 "Paper" on an 80 mm slip: 24, 26, 28, 36 and 44 dots; a 58 mm slip has its
 * own. FIGURE is for the values of a pair ("2 orang", "10.27").
 */
enum document_size {
	DOCUMENT_NOTE,
	DOCUMENT_BODY,
	DOCUMENT_LABEL,
	DOCUMENT_TITLE,
	DOCUMENT_FIGURE
};
enum document_weight { DOCUMENT_MEDIUM, DOCUMENT_SEMIBOLD, DOCUMENT_BOLD };
enum document_align { DOCUMENT_CENTER, DOCUMENT_LEFT };

/* Rows of `pitch` bytes, most significant bit left, 1 = black. */
struct document_picture {
	int width, height, pitch;
	uint8_t *bits;
};

struct document_item {
	enum document_kind kind;
	enum document_size size;
	enum document_weight weight;
	enum document_align align;
	bool heart; /* a small heart after the text: priority, without its reason */
	int space;
	char *text;
	char *right;                            /* DOCUMENT_PAIR only, else NULL */
	const struct document_picture *picture; /* DOCUMENT_PICTURE only; borrowed */
};

/* In `text`, a part between two '*' is bold, as "… *10 menit* …". */
struct document {
	struct document_item *items;
	size_t count;
};

/* An empty document needs no memory: `struct document document = {0};` */
void document_finish(struct document *document);

/* Appends an item of `kind` with copies of the texts (NULL counts as ""); set more on the result.
 */
struct document_item *document_add(
	struct document *document, enum document_kind kind, const char *text);
struct document_item *document_add_line(struct document *document, const char *text,
	enum document_size size, enum document_weight weight);
struct document_item *document_add_pair(
	struct document *document, const char *left, const char *right);

#endif
