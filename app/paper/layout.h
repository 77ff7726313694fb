#ifndef APP_PAPER_LAYOUT_H
#define APP_PAPER_LAYOUT_H

#include "app/base/document.h"
#include "app/paper/paragraph.h"

/*
 * Where everything of a document stands on the paper (look.md §5 "Paper"): a pure function of the
 * document, the paper's width and the fonts' measures.
 */
enum layout_kind { LAYOUT_TEXT, LAYOUT_BOX, LAYOUT_QR, LAYOUT_PICTURE };

struct layout_piece {
	enum layout_kind kind;
	int x, y;               /* a text: its start and its base line; else the top left corner */
	int width, height;      /* a QR code: without its quiet zone */
	bool white;             /* a text on a black box */
	struct paper_font font; /* a text's */
	const char *text;       /* borrowed from the document (or a constant) */
	size_t length;
	const struct document_picture *picture; /* a picture's; borrowed from the document */
};

struct layout {
	int width, height;
	struct layout_piece *pieces;
	size_t count, room;
};

enum { LAYOUT_HEIGHT_MAX = 8192 };

/*
 * Lays `document` out for paper of `width` dots (200 to 2000; below 480 it is a narrow slip).
 * False when it would be longer than LAYOUT_HEIGHT_MAX. Release with layout_finish either way.
 * `qr_side` says how many modules a code of a text has (0 = no code can be had: it is left out).
 */
bool layout_make(struct layout *layout, const struct document *document, int width,
	const struct paper_measure *measure, int (*qr_side)(const char *text));
void layout_finish(struct layout *layout);

#endif
